import { lazy, Suspense, useState } from 'react';
import type { RuleStatus, SettingsView } from '../../src/contract/settings';
import { call } from '../kit/bridge/call';
import { ErrorStrip } from '../kit/feedback/error-strip';
import { Strip, type StripTone } from '../kit/feedback/strip';
import { Fold } from '../kit/layout/fold';
import { TextButton } from '../kit/layout/text-button';
import { useSurface } from '../kit/surface/surface-context';
import { useText } from '../kit/text/use-text';

/** Only where a rule is missing, so not part of what every page loads. */
const CopyBox = lazy(() => import('../kit/copy/copy-box').then((loaded) => ({ default: loaded.CopyBox })));

interface RuleStatusLineProps {
  readonly status: RuleStatus;
  readonly style: SettingsView['project']['style'];
  readonly onChecked: (ruleStatus: readonly RuleStatus[]) => void;
}

const TONES: Readonly<Record<RuleStatus['installed'], StripTone>> = {
  yes: 'success',
  no: 'warning',
  partly: 'warning',
  unknown: 'information',
};

/** Whether the workflow rule stands on the handoff's transitions, and what to do where it does not. */
export function RuleStatusLine({ status, style, onChecked }: RuleStatusLineProps) {
  const t = useText();
  const { locale } = useSurface();
  const [isChecking, setIsChecking] = useState(false);
  const [error, setError] = useState<unknown>(null);
  const text = t(`settings.rule.${status.installed}`, { transitions: new Intl.ListFormat(locale).format(status.unprotected) });

  const check = async (): Promise<void> => {
    setIsChecking(true);
    setError(null);
    try {
      onChecked((await call('settings.checkRules', {})).ruleStatus);
    } catch (fault) {
      setError(fault);
    }
    setIsChecking(false);
  };

  return (
    <div>
      <Strip
        tone={TONES[status.installed]}
        announced={text}
        {...(status.installed === 'yes'
          ? {}
          : {
              actions: isChecking ? (
                <span>{t('settings.rule.checking')}</span>
              ) : (
                <TextButton onClick={() => void check()}>{t('settings.rule.check')}</TextButton>
              ),
            })}
      >
        <p>{text}</p>
        {status.installed !== 'yes' && style === 'team-managed' && <p>{t('settings.rule.teamManaged')}</p>}
        {status.request !== null && style === 'company-managed' && (
          <Fold summary={t('settings.rule.companyManaged')} startsOpen={status.installed === 'no'}>
            <Suspense fallback={<p>{status.request}</p>}>
              <CopyBox text={status.request} action={t('settings.rule.copy')} />
            </Suspense>
          </Fold>
        )}
      </Strip>
      <ErrorStrip error={error} />
    </div>
  );
}
