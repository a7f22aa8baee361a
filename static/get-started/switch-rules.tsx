import { useState } from 'react';
import Button from '@atlaskit/button/new';
import type { AdminOverview } from '../../src/contract/admin';
import { call } from '../kit/bridge/call';
import { ErrorStrip } from '../kit/feedback/error-strip';
import { Strip } from '../kit/feedback/strip';
import { TextButton } from '../kit/layout/text-button';
import { useText } from '../kit/text/use-text';
import { Step } from './step';
import { useSiteChange } from './use-overview';

interface SwitchRulesProps {
  readonly rules: AdminOverview['rules'];
  readonly show: (overview: AdminOverview) => void;
}

/** Switches every Baton rule off, after asking: what must happen before the app is uninstalled. And back on again. */
export function SwitchRules({ rules, show }: SwitchRulesProps) {
  const t = useText();
  const [isAsking, setIsAsking] = useState(false);
  const { isBusy, done, error, change } = useSiteChange<'done' | 'undone'>(show);
  const enabled = rules.filter((rule) => rule.enabled).length;
  const set = (on: boolean): void => {
    setIsAsking(false);
    void change(on ? 'undone' : 'done', () => call('admin.switchRules', { enabled: on }));
  };
  return (
    <Step title={t('admin.off.title')} status={null}>
      <p>{t('admin.off.text')}</p>
      {enabled === 0 && done === null && <p>{t('admin.off.nothing')}</p>}
      {enabled > 0 && !isAsking && (
        <Button isLoading={isBusy} onClick={() => setIsAsking(true)}>
          {t('admin.off.do')}
        </Button>
      )}
      {isAsking && (
        <Strip
          tone="warning"
          announced={t('admin.off.confirm', { count: enabled })}
          actions={
            <>
              <TextButton onClick={() => setIsAsking(false)}>{t('admin.off.no')}</TextButton>
              <TextButton onClick={() => set(false)}>{t('admin.off.yes')}</TextButton>
            </>
          }
        >
          {t('admin.off.confirm', { count: enabled })}
        </Strip>
      )}
      {done !== null && (
        <Strip tone="success" announced={t(`admin.off.${done}`)}>
          {t(`admin.off.${done}`)}
        </Strip>
      )}
      {enabled < rules.length && !isBusy && <TextButton onClick={() => set(true)}>{t('admin.off.undo')}</TextButton>}
      <ErrorStrip error={error} />
    </Step>
  );
}
