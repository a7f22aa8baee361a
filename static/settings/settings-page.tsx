import { useState } from 'react';
import Spinner from '@atlaskit/spinner';
import { ErrorStrip } from '../kit/feedback/error-strip';
import { Help } from '../kit/help/help';
import { useText } from '../kit/text/use-text';
import styles from './settings-page.module.css';
import { SettingsSections } from './settings-sections';
import { TurnOn } from './turn-on';
import { TypesSection } from './types-section';
import { useSettings } from './use-settings';

/** A project's handoff settings: one button while they are off, or a first handoff of another kind; the handoffs and their editor once they are on. */
export function SettingsPage() {
  const t = useText();
  const [isOther, setIsOther] = useState(false);
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
        <SettingsSections view={view} source={source} showRuleStatus={showRuleStatus} />
      ) : isOther && view.types.length === 0 ? (
        <TypesSection view={view} source={source} showRuleStatus={showRuleStatus} />
      ) : (
        <TurnOn view={view} source={source} onOther={() => setIsOther(true)} />
      )}
      <Help />
    </main>
  );
}
