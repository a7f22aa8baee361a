import type { Rating } from '../../../src/domain/handoff/handoff';
import { useText } from '../../kit/text/use-text';
import styles from '../card/card.module.css';

/** A rating as the pair reads it. */
export function RatingGiven({ rating }: { readonly rating: Rating }) {
  const t = useText();
  return (
    <p className={styles.quiet}>
      {t('handoff.rating.given', { value: rating.value, word: t(`handoff.rating.${rating.value}`) })}
      {rating.comment !== null && <> “{rating.comment}”</>}
    </p>
  );
}
