import { appliesHere } from '../../../src/domain/handoff/applies-here';
import { useText } from '../../kit/text/use-text';
import { useCard } from '../data/card-context';
import styles from './decide.module.css';
import type { MissingMarks } from './use-missing-marks';

/**
 * What the receiver looks at before accepting, where the type names something (S-070, S-075). Nothing has to be ticked: only what is not
 * right is marked, and then returning is the button.
 */
export function ReceiverChecks({ marks }: { readonly marks: MissingMarks }) {
  const t = useText();
  const { card, screen } = useCard();
  const checks = card.handoffType.items.filter((item) => item.answeredBy !== undefined && appliesHere(item, screen.issue.fieldValues));
  if (checks.length === 0) return null;
  return (
    <section aria-labelledby="checks-title">
      <h3 id="checks-title" className={styles.checksTitle}>
        {t('handoff.checks')}
      </h3>
      <ul className={styles.checks}>
        {checks.map(({ itemId, title, hint }) => {
          const isMarked = marks.has(`item:${itemId}`);
          return (
            <li key={itemId} className={styles.check}>
              <span>
                {title}
                {hint !== '' && <span className={styles.meaning}> {hint}</span>}
              </span>
              <button
                type="button"
                aria-pressed={isMarked}
                aria-label={t('handoff.check.mark.thing', { title })}
                className={`${styles.mark ?? ''} ${isMarked ? (styles.marked ?? '') : ''}`}
                onClick={() => marks.toggle(`item:${itemId}`)}
              >
                {t(isMarked ? 'handoff.check.marked' : 'handoff.check.mark')}
              </button>
            </li>
          );
        })}
      </ul>
    </section>
  );
}
