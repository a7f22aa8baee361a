import { useMemo, useState } from 'react';
import type { DecisionAnswer } from '../../../src/contract/bridge-contract';
import type { HandoffCard as Card, HandoffScreen } from '../../../src/contract/handoff-screen';
import { screenState, type ScreenState } from '../../../src/domain/handoff/screen-state';
import { whatIsLeft } from '../../../src/domain/handoff/what-is-left';
import { Fold } from '../../kit/layout/fold';
import { JiraLink } from '../../kit/navigation/jira-link';
import { useText } from '../../kit/text/use-text';
import { useNow } from '../../kit/time/use-now';
import { CardContext, useCard } from '../data/card-context';
import { liveFacts } from '../data/lay-over';
import { useAct } from '../data/use-act';
import type { Session } from '../data/use-session';
import { useMissingMarks } from '../decide/use-missing-marks';
import { inRow } from '../model/in-row';
import { CardBody } from './card-body';
import styles from './card.module.css';
import { Notices } from './notices';
import { RouteLine, TopLine, useStatusText } from './top-line';
import { useKeptFocus } from './use-kept-focus';

interface HandoffCardProps {
  readonly card: Card;
  readonly screen: HandoffScreen;
  readonly session: Session;
  /** `alone` where the work item has one route; else whether this one is the open one (E28). */
  readonly place: 'alone' | 'open' | 'folded';
  readonly onDecided: ((decision: 'accepted' | 'returned', move: DecisionAnswer['move']) => void) | undefined;
}

/** The state of a card as its viewer sees it now. */
export function stateOf(card: Card, screen: HandoffScreen, now: Date, marksRequiredMissing = false): ScreenState {
  const { viewer, readOnly } = screen;
  return screenState(card, { ...viewer, readOnly, now: now.toISOString(), marksRequiredMissing });
}

/** A card as if nothing had ever been prepared, for the next handoff along the same route. */
function emptied(card: Card, screen: HandoffScreen): Card {
  const left = whatIsLeft(null, card.handoffType, liveFacts(screen, card));
  return { ...card, handoff: null, ended: null, left, earlierRounds: [], movedNotOfferedSince: null, moveToDo: false };
}

/** One route of a work item. */
export function HandoffCard({ card, screen, session, place, onDecided }: HandoffCardProps) {
  const acting = useAct(session);
  const [preparesAfter, setPreparesAfter] = useState<string | null>(null);
  // Holds until the server knows the next one: then its handoff has another id.
  const isNext = preparesAfter !== null && preparesAfter === (card.handoff ?? card.ended)?.handoffId;
  const shown = useMemo(() => (isNext ? emptied(card, screen) : card), [isNext, card, screen]);
  return (
    <CardContext.Provider value={{ ...acting, card: shown, screen, session, onDecided }}>
      <CardFrame place={place} onPrepareNext={() => setPreparesAfter((card.handoff ?? card.ended)?.handoffId ?? null)} />
    </CardContext.Provider>
  );
}

function CardFrame({ place, onPrepareNext }: { readonly place: HandoffCardProps['place']; readonly onPrepareNext: () => void }) {
  const { card, screen, session } = useCard();
  const { isInRow } = session;
  const now = useNow(10_000);
  const marks = useMissingMarks();
  const required = [
    ...card.handoffType.items.map((item) => ({ ...item, field: `item:${item.itemId}` })),
    ...card.handoffType.notePrompts.map((prompt) => ({ ...prompt, field: `section:${prompt.sectionId}` })),
  ];
  const full = stateOf(
    card,
    screen,
    now,
    required.some((thing) => (thing.required || 'answeredBy' in thing) && marks.has(thing.field)),
  );
  const { hasMore, ...state } = isInRow ? inRow(full) : { ...full, hasMore: false };
  const status = useStatusText(state);
  const kept = useKeptFocus(state.row);
  const content = (
    <div className={styles.card} onFocus={kept.onFocus} onBlur={kept.onBlur}>
      <TopLine state={state} showsRoute={place === 'alone'} topRef={kept.top} />
      <Notices state={state} />
      <CardBody state={state} marks={marks} onPrepareNext={onPrepareNext} />
      {hasMore && <MoreOnWorkItem />}
    </div>
  );
  if (place === 'alone') return content;
  return (
    <Fold
      group="handoff-routes"
      startsOpen={place === 'open'}
      summary={
        <span className={styles.foldedLine}>
          <RouteLine state={state} />
          <span className={styles.quiet}>{status}</span>
        </span>
      }
    >
      {content}
    </Fold>
  );
}

/** A list is for deciding; what else the viewer can do stands where the checklist is. */
function MoreOnWorkItem() {
  const t = useText();
  const { key } = useCard().screen.issue;
  return (
    <p>
      <JiraLink to={{ kind: 'workItem', key }}>{t('handoff.moreOnWorkItem', { key })}</JiraLink>
    </p>
  );
}
