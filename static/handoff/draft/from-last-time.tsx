import type { ItemAnswer } from '../../../src/domain/handoff/handoff';
import { addCarriedOver, listCarriedOver, type CarriedOver } from '../../../src/domain/handoff/last-time';
import { TextButton } from '../../kit/layout/text-button';
import { useText } from '../../kit/text/use-text';
import { useCard } from '../data/card-context';
import { LinkedText } from '../reading/linked-text';
import styles from './draft.module.css';
import { useField } from './use-field';
import { useLastTime } from './use-last-time';

/** Known issues and unanswered questions of the last handoff, each added with one press; nothing is filled in by itself (S-121). */
export function FromLastTime() {
  const t = useText();
  const { card } = useCard();
  const last = useLastTime();
  const carried = last === null ? [] : listCarriedOver(last, card.handoffType, card.handoff?.items ?? {});
  if (carried.length === 0) return null;
  return (
    <section aria-label={t('handoff.lastTime')} className={styles.group}>
      <h3 className={styles.heading}>{t('handoff.lastTime')}</h3>
      {carried.map((one) => (
        <CarriedLine key={`${one.kind} ${one.text}`} carried={one} />
      ))}
    </section>
  );
}

function CarriedLine({ carried }: { readonly carried: CarriedOver }) {
  const t = useText();
  const field = useField(`item:${carried.itemId}`);
  const answer = field.value !== null && typeof field.value === 'object' ? (field.value as ItemAnswer) : null;
  return (
    <p>
      <span className={styles.hint}>{t(`handoff.lastTime.${carried.kind}`)} </span>
      <LinkedText text={carried.text} />{' '}
      <TextButton
        onClick={() => field.put(addCarriedOver(answer, carried), 'now')}
        label={t('handoff.lastTime.addThing', { text: carried.text })}
      >
        {t('handoff.lastTime.add')}
      </TextButton>
    </p>
  );
}
