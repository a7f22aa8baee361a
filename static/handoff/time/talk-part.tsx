import type { HandoffTimes } from '../../../src/contract/times';
import type { Handoff } from '../../../src/domain/handoff/handoff';
import { talkAdvice } from '../../../src/domain/handoff/talk-advice';
import { optionsOf } from '../../../src/domain/type/type-options';
import { useText } from '../../kit/text/use-text';
import { useMomentText } from '../../kit/time/use-moment-text';
import { useCard, useNames } from '../data/card-context';
import { TalkActions } from './talk-actions';
import styles from './time.module.css';

interface TalkPartProps {
  readonly handoff: Handoff;
  readonly times: HandoffTimes | null;
  /** Somebody was asked: then the advice is the frozen one, and the two can say that they talked. */
  readonly isAsked: boolean;
}

/** Whether it is better to talk about this handoff, why, and when both are there. */
export function TalkPart({ handoff, times, isAsked }: TalkPartProps) {
  const t = useText();
  const { card, screen } = useCard();
  const { talk } = optionsOf(card.handoffType);
  if (talk === 'off') return null;
  const advice = isAsked ? handoff.offer?.talk : talkAdvice(handoff, card.handoffType, screen.issue.filledFieldIds);
  const rule = advice?.rule ?? null;
  const isSettled = handoff.talk?.confirmedBy !== undefined || handoff.talkWaiver !== undefined;
  return (
    <>
      {rule !== null && !isSettled && (
        <p>
          {rule === 'risk' ? t('handoff.talk.risk') : t('handoff.talk.pieces', { count: advice?.pieces ?? 0 })}{' '}
          {talk === 'required' && t('handoff.talk.required')} <SharedTime times={times} />
        </p>
      )}
      {isAsked && (rule !== null || handoff.talk !== undefined) && <TalkState handoff={handoff} />}
      {isAsked && !screen.readOnly && <TalkActions handoff={handoff} isAdvised={rule !== null} />}
    </>
  );
}

/** When both work next, or how far apart they are. */
function SharedTime({ times }: { readonly times: HandoffTimes | null }) {
  const t = useText();
  const moment = useMomentText();
  const shared = times?.shared ?? null;
  if (shared === null) return null;
  const { slot, minutes, shiftMinutes } = shared;
  const shift = minutes < 15 && shiftMinutes !== null && shiftMinutes > 0 ? t('handoff.talk.shift', { count: shiftMinutes }) : '';
  return (
    <span className={styles.quiet}>
      {slot === null ? t('handoff.talk.never') : t('handoff.talk.slot', { from: moment(slot.from), to: moment(slot.to) })} {shift}
    </span>
  );
}

/** What was said about a talk so far. */
function TalkState({ handoff: { talk, talkWaiver } }: { readonly handoff: Handoff }) {
  const t = useText();
  const moment = useMomentText();
  const names = useNames();
  if (talkWaiver !== undefined) {
    return (
      <p className={styles.quiet}>
        {t(`handoff.talk.instead.${talkWaiver.instead}.was`, { name: names.person(talkWaiver.by), text: talkWaiver.text })}
      </p>
    );
  }
  if (talk === undefined) return null;
  const text =
    talk.confirmedBy === undefined
      ? t('handoff.talk.logged', { name: names.person(talk.loggedBy), time: moment(talk.loggedAt) })
      : t('handoff.talk.confirmed', { name: names.person(talk.confirmedBy), time: moment(talk.confirmedAt ?? talk.loggedAt) });
  return <p className={styles.quiet}>{text}</p>;
}
