import Spinner from '@atlaskit/spinner';
import type { DecisionAnswer } from '../../src/contract/bridge-contract';
import type { HandoffCard as Card } from '../../src/contract/handoff-screen';
import { openCardIndex } from '../../src/domain/handoff/screen-state';
import { ErrorStrip } from '../kit/feedback/error-strip';
import { Strip } from '../kit/feedback/strip';
import { Help } from '../kit/help/help';
import { useText } from '../kit/text/use-text';
import { HandoffCard, stateOf } from './card/handoff-card';
import { useSession } from './data/use-session';
import styles from './handoff-screen.module.css';
import { MyHours } from './time/my-hours';
import { usesTime } from './time/uses-time';

interface HandoffScreenProps {
  /** Names the work item where the surface does not stand on one. */
  readonly issueId?: string;
  /** Told after an accept or a return, with how the move went, so that a list around can open the next one. */
  readonly onDecided?: (decision: 'accepted' | 'returned', move: DecisionAnswer['move']) => void;
}

/**
 * Everything about the handoffs of one work item, at any width: what is left for the sender, the decision for the receiver, the
 * rating afterwards. Saves by itself, watches for others' changes while it is visible.
 */
export function HandoffScreen({ issueId, onDecided }: HandoffScreenProps) {
  const t = useText();
  const session = useSession(issueId);
  const { screen, loadError } = session;
  if (screen === undefined) {
    return (
      <div className={styles.screen}>
        {loadError === null ? (
          <Spinner size="medium" label={t('common.loading')} />
        ) : (
          <ErrorStrip error={loadError} onRetry={session.reload} isAlone />
        )}
      </div>
    );
  }
  const now = new Date();
  const states = screen.cards.map((card) => stateOf(card, screen, now));
  const shown = screen.cards.filter((_card, index) => states[index]?.row !== 'off');
  if (shown.length === 0) return <p className={styles.nothing}>{t('handoff.nothingHere')}</p>;
  const open = screen.cards[openCardIndex(states)];
  return (
    <div className={styles.screen}>
      {screen.readOnly && <Strip tone="information">{t('common.readOnly')}</Strip>}
      {shown.map((card) => (
        <HandoffCard
          key={keyOf(card, shown)}
          card={card}
          screen={screen}
          session={session}
          place={shown.length === 1 ? 'alone' : card === open ? 'open' : 'folded'}
          onDecided={onDecided}
        />
      ))}
      {screen.handedOver !== undefined && <p className={styles.quiet}>{t('handoff.handedOver', { count: screen.handedOver })}</p>}
      {shown.some(usesTime) && <MyHours />}
      <Help />
    </div>
  );
}

/**
 * Its type, so that a card keeps its focus and what went wrong when a draft begins or somebody else was faster; where an accepted handoff
 * stands beside the next of its type, the handoff's own id.
 */
function keyOf({ handoff, handoffType: { typeId } }: Card, shown: readonly Card[]): string {
  const isAlone = shown.filter((card) => card.handoffType.typeId === typeId).length === 1;
  return handoff?.state === 'ACCEPTED' && !isAlone ? handoff.handoffId : typeId;
}
