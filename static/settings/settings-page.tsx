import Spinner from '@atlaskit/spinner';
import { ErrorStrip } from '../kit/feedback/error-strip';
import { useText } from '../kit/text/use-text';
import { ProjectSwitch } from './project-switch';
import styles from './settings-page.module.css';
import { TurnOn } from './turn-on';
import { TypesSection } from './types-section';
import { useSettings } from './use-settings';

/** A project's handoff settings: one button while they are off; the handoffs and their editor once they are on. */
export function SettingsPage() {
  const t = useText();
  const { view, error, isLoading, retry, source, showRuleStatus } = useSettings();
  if (view === undefined) {
    return isLoading ? (
      <div className={styles.waiting}>
        <Spinner label={t('settings.loading')} size="large" />
      </div>
    ) : (
      <div className={styles.page}>
        <ErrorStrip error={error} onRetry={() => void retry()} />
      </div>
    );
  }
  return (
    <main className={styles.page}>
      {view.on ? (
        <>
          <TypesSection view={view} source={source} showRuleStatus={showRuleStatus} />
          <ProjectSwitch rev={view.rev} source={source} />
        </>
      ) : (
        <TurnOn view={view} source={source} />
      )}
    </main>
  );
}
