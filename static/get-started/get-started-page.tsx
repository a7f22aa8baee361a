import Spinner from '@atlaskit/spinner';
import { ErrorStrip } from '../kit/feedback/error-strip';
import { useText } from '../kit/text/use-text';
import { AddRuleStep } from './add-rule-step';
import styles from './get-started-page.module.css';
import { PinPanelStep } from './pin-panel-step';
import { setupSteps } from './setup-steps';
import { SwitchRules } from './switch-rules';
import { TurnOnStep } from './turn-on-step';
import { useOverview } from './use-overview';

/** The Jira admin's page: three steps with how far each has come, and switching everything off before uninstalling. */
export function GetStartedPage() {
  const t = useText();
  const { overview, error, isLoading, retry, show } = useOverview();
  if (overview === undefined) {
    return isLoading ? (
      <div className={styles.waiting}>
        <Spinner label={t('admin.loading')} size="large" />
      </div>
    ) : (
      <div className={styles.page}>
        <ErrorStrip error={error} onRetry={() => void retry()} />
      </div>
    );
  }
  const steps = setupSteps(overview);
  return (
    <main className={styles.page}>
      <p>{t('admin.intro')}</p>
      <TurnOnStep projects={overview.projects} step={steps.turnOn} />
      <PinPanelStep projects={overview.projects} step={steps.pinPanel} show={show} />
      <AddRuleStep rules={overview.rules} step={steps.addRule} />
      <SwitchRules rules={overview.rules} show={show} />
    </main>
  );
}
