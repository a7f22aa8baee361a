import type { HandoffTimes } from '../../../src/contract/times';
import type { Handoff } from '../../../src/domain/handoff/handoff';
import { talkAdvice } from '../../../src/domain/handoff/talk-advice';
import { isTalkOwed } from '../../../src/domain/handoff/verification';
import { findWaiver } from '../../../src/domain/handoff/waiver';
import { optionsOf } from '../../../src/domain/type/type-options';
import { useText } from '../../kit/text/use-text';
import { useMomentText } from '../../kit/time/use-moment-text';
import { useNow } from '../../kit/time/use-now';
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
  const now = useNow(60_000).toISOString();
  const { talk } = optionsOf(card.handoffType);
  if (talk === 'off') return null;
  const advice = isAsked ? handoff.offer?.talk : talkAdvice(handoff, card.handoffType, screen.issue.filledFieldIds);
  const rule = advice?.rule ?? null;
  const isLetGo = findWaiver(handoff, 'talk', now) !== null;
  const isSettled = handoff.talk?.confirmedBy !== undefined || handoff.talkWaiver !== undefined;
  return (
    <>
      {rule !== null && !isSettled && (
        <p>
          {rule === 'risk' ? t('handoff.talk.risk') : t('handoff.talk.pieces', { count: advice?.pieces ?? 0 })}{' '}
          {talk === 'required' && !isLetGo && t('handoff.talk.required')} <SharedTime times={times} />
        </p>
      )}
      {isAsked && !isTalkOwed(handoff, card.handoffType) && <TalkSoFar handoff={handoff} isAdvised={rule !== null} />}
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

/** What was said about a talk so far, and what the reader can say about it. */
export function TalkSoFar({ handoff, isAdvised }: { readonly handoff: Handoff; readonly isAdvised: boolean }) {
  const { screen } = useCard();
  return (
    <>
      <TalkState handoff={handoff} />
      {!screen.readOnly && <TalkActions handoff={handoff} isAdvised={isAdvised} />}
    </>
  );
}

function TalkState({ handoff: { talk, talkWaiver } }: { readonly handoff: Handoff }) {
  const t = useText();
  const moment = useMomentText();
  const names = useNames();
  const { screen } = useCard();
  const saidByReader = talk?.loggedBy === screen.viewer.accountId;
  return (
    <>
      {talkWaiver !== undefined && (
        <p className={styles.quiet}>
          {t(`handoff.talk.instead.${talkWaiver.instead}.was`, { name: names.person(talkWaiver.by), text: talkWaiver.text })}
        </p>
      )}
      {talk !== undefined && talk.confirmedBy === undefined && (
        <p className={styles.quiet}>
          {t(saidByReader ? 'handoff.talk.loggedByYou' : 'handoff.talk.logged', {
            name: names.person(talk.loggedBy),
            time: moment(talk.loggedAt),
          })}
        </p>
      )}
      {talk?.confirmedBy !== undefined && (
        <p className={styles.quiet}>
          {t('handoff.talk.confirmed', { name: names.person(talk.confirmedBy), time: moment(talk.confirmedAt ?? talk.loggedAt) })}
        </p>
      )}
    </>
  );
}
