import { useRef } from 'react';
import { announce } from '../../kit/feedback/announce';
import { ErrorStrip } from '../../kit/feedback/error-strip';
import { TextButton } from '../../kit/layout/text-button';
import { useText } from '../../kit/text/use-text';
import type { SettingsSectionProps } from '../settings-sections';
import { ChartLimits } from './chart-limits';
import styles from './numbers-section.module.css';
import { useRebuild, type RebuildState } from './use-rebuild';

/** What stands behind the numbers: when the limits of charts begin anew, and how all of it is made anew from the handoffs. */
export default function NumbersSection({ view }: SettingsSectionProps) {
  return (
    <div className={styles.parts}>
      <ChartLimits types={view.types} />
      <Rebuild />
    </div>
  );
}

/** Makes all numbers anew, should they ever look wrong. */
function Rebuild() {
  const t = useText();
  const { state, error, start } = useRebuild(() => announce(t('settings.numbers.done')));
  const status = useRef<HTMLParagraphElement>(null);
  // What was pressed goes while it works, so focus stays with what it says.
  const press = (): void => {
    void start();
    status.current?.focus();
  };
  const isBusy = state.step === 'looking' || state.step === 'counting';
  return (
    <section aria-labelledby="numbers-title" className={styles.section}>
      <h2 id="numbers-title" className={styles.title}>
        {t('settings.numbers.title')}
      </h2>
      <p>{t('settings.numbers.intro')}</p>
      <ErrorStrip error={error} onRetry={press} />
      <p ref={status} tabIndex={-1} className={styles.status}>
        {useStatus(state)}
      </p>
      {!isBusy && error === null && (
        <div>
          <TextButton onClick={press}>{t('settings.numbers.rebuild')}</TextButton>
        </div>
      )}
    </section>
  );
}

function useStatus(state: RebuildState): string {
  const t = useText();
  switch (state.step) {
    case 'idle':
      return '';
    case 'looking':
      return t('settings.numbers.looking', { count: state.looked });
    case 'counting':
      return t('settings.numbers.counting', { left: state.left, count: state.of });
    case 'done':
      return t('settings.numbers.done');
    case 'later':
      return t('settings.numbers.later');
  }
}
