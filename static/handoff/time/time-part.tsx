import type { ScreenState } from '../../../src/domain/handoff/screen-state';
import { useCard } from '../data/card-context';
import styles from './time.module.css';
import { DueLine } from './due-line';
import { ReadinessPart } from './readiness-part';
import { TalkPart } from './talk-part';
import { useTimes } from './use-times';
import { usesTime } from './uses-time';

const ASKED: readonly ScreenState['row'][] = [
  'waitingSender',
  'waitingReceiver',
  'waitingGroup',
  'checkingReceiver',
  'checkingSender',
  'checkingOther',
];
const PREPARED: readonly ScreenState['row'][] = ['draft', 'ready', 'draftOthers', 'returnedSender', 'handingOff'];

/** What time has to do with this handoff: when an answer is due, whether the receiver is there, whether to talk. */
export function TimePart({ state }: { readonly state: ScreenState }) {
  const { card } = useCard();
  const isAsked = ASKED.includes(state.row);
  if (card.handoff === null || !usesTime(card) || !(isAsked || PREPARED.includes(state.row))) return null;
  return <OpenTimePart state={state} isAsked={isAsked} />;
}

function OpenTimePart({ state, isAsked }: { readonly state: ScreenState; readonly isAsked: boolean }) {
  const { card, screen } = useCard();
  const times = useTimes();
  const { handoff } = card;
  if (handoff === null) return null;
  const isReceivers = card.viewerIsCandidate && handoff.sender.value !== screen.viewer.accountId;
  return (
    <div className={styles.part}>
      <DueLine handoff={handoff} />
      {!isReceivers && <ReadinessPart handoff={handoff} state={state} times={times} />}
      <TalkPart handoff={handoff} times={times} isAsked={isAsked} />
    </div>
  );
}
