import type { EditAnswer, HandoffCard, HandoffScreen } from '../../../src/contract/handoff-screen';
import { whatIsLeft, type LiveFacts } from '../../../src/domain/handoff/what-is-left';

/** What Jira says about a work item, as far as a card needs it. */
export function liveFacts(screen: HandoffScreen, card: HandoffCard): LiveFacts {
  const { issue } = screen;
  const { defaultReceiver } = card;
  return {
    hasDescription: issue.hasDescription,
    filledFieldIds: issue.filledFieldIds,
    attachments:
      issue.attachments ?? Array.from({ length: issue.attachmentCount }, (_unused, index) => ({ id: String(index), sizeBytes: 0 })),
    ...(issue.fieldValues === undefined ? {} : { fieldValues: issue.fieldValues }),
    receiverFieldAccountId: defaultReceiver?.kind === 'person' ? defaultReceiver.accountId : null,
  };
}

/** The screen after a save: the answer holds the handoff alone, what is left follows from the same facts as the gate's. */
export function layOver(screen: HandoffScreen, answer: EditAnswer): HandoffScreen {
  if (answer.rev < screen.rev) return screen;
  const cards = screen.cards.map((card) => {
    const { handoff } = answer;
    // An accepted handoff that may still be rated can stand beside the next one of its type.
    const isOther = card.handoff !== null && card.handoff.handoffId !== handoff.handoffId;
    if (card.handoffType.typeId !== answer.typeId || isOther) return card;
    return { ...card, handoff, left: whatIsLeft(handoff, card.handoffType, liveFacts(screen, card), new Date().toISOString()) };
  });
  return { ...screen, rev: answer.rev, cards };
}
