import Button from '@atlaskit/button/new';
import type { AdminOverview } from '../../src/contract/admin';
import { call } from '../kit/bridge/call';
import { ErrorStrip } from '../kit/feedback/error-strip';
import { Strip } from '../kit/feedback/strip';
import { TextButton } from '../kit/layout/text-button';
import { useText } from '../kit/text/use-text';
import styles from './get-started-page.module.css';
import type { SetupSteps } from './setup-steps';
import { Step } from './step';
import { useSiteChange } from './use-overview';

interface PinPanelStepProps {
  readonly projects: AdminOverview['projects'];
  readonly step: SetupSteps['pinPanel'];
  readonly show: (overview: AdminOverview) => void;
}

/** Step 2: shows the wide panel on every work item of the projects that are on; optional, since the entry on the right is complete. */
export function PinPanelStep({ projects, step, show }: PinPanelStepProps) {
  const t = useText();
  const { isBusy, done, error, change } = useSiteChange<'done' | 'undone'>(show);
  const projectIds = projects.filter((project) => project.on).map((project) => project.id);
  const pin = (pinned: boolean): void => void change(pinned ? 'done' : 'undone', () => call('admin.pinPanel', { projectIds, pinned }));
  return (
    <Step title={t('admin.pin.title')} status={step.status}>
      <p>{t('admin.pin.text')}</p>
      {step.of === 0 ? (
        <p className={styles.hint}>{t('admin.pin.none')}</p>
      ) : (
        <>
          <p className={styles.hint}>
            {step.status === 'unknown' ? t('admin.pin.unknown') : t('admin.pin.count', { pinned: step.pinned, count: step.of })}
          </p>
          {step.status !== 'done' && (
            <Button isLoading={isBusy} onClick={() => pin(true)}>
              {t('admin.pin.do')}
            </Button>
          )}
          {step.pinned > 0 && !isBusy && <TextButton onClick={() => pin(false)}>{t('admin.pin.undo')}</TextButton>}
        </>
      )}
      {done !== null && (
        <Strip tone="success" announced={t(`admin.pin.${done}`)}>
          {t(`admin.pin.${done}`)}
        </Strip>
      )}
      <ErrorStrip error={error} />
    </Step>
  );
}
