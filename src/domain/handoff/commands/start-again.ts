import { draftSizeBytes } from '../build-package';
import { checkAnswer } from '../check-answer';
import type { Command, DecisionContext } from '../command';
import type { Decision } from '../decision';
import { actingUser, decided, refuse, say } from '../decision';
import { toSavedValue } from '../draft-changes';
import { evolveAll } from '../evolve';
import type { HandoffEvent } from '../event';
import type { HandoffRecord } from '../handoff';
import { MAX_PACKAGE_BYTES } from '../limits';
import { optionsOf } from '../../type/type-options';
import { isNamed } from '../receiver';
import { beginDraft } from './begin';

/**
 * T1 with the content of a withdrawn handoff. What the type no longer has room for, since it changed meanwhile, is left behind;
 * the sender as receiver is too. "None known" and approvals are too: both are said anew every time (S-121, S-049).
 */
export function startAgain(record: HandoffRecord, command: Extract<Command, { type: 'startAgain' }>, context: DecisionContext): Decision {
  const by = actingUser(context);
  if (by === null || !context.actorCanEdit) return refuse('FORBIDDEN');
  const { handoffType, issue } = context;
  if (command.typeId !== handoffType.typeId) return refuse('NOT_FOUND');
  const sender = issue.assigneeId ?? by;
  const receiver = isNamed(command.receiver, sender) ? null : command.receiver;
  const beginning = beginDraft(record, context, { by, sender, ...(receiver === null ? {} : { receiver }) });
  if ('refusal' in beginning) return beginning;

  const { header } = beginning;
  const save = { by, at: header.at, title: issue.summary };
  const rules = { hasDescription: issue.hasDescription, unknownAllowed: optionsOf(handoffType).unknownAllowed };
  const items = handoffType.items.flatMap((item) => {
    const answer = command.items[item.itemId];
    const isKept = answer !== undefined && answer.kind !== 'noneKnown' && checkAnswer(item, answer, rules) === null;
    return isKept ? [toSavedValue(item.itemId, answer, undefined, save)] : [];
  });
  const sections = handoffType.notePrompts.flatMap(({ sectionId }) => {
    const text = command.note[sectionId];
    return text === undefined || text === '' ? [] : [toSavedValue(sectionId, text, undefined, save)];
  });
  const events: readonly HandoffEvent[] = [
    ...beginning.events,
    ...(items.length === 0 ? [] : [say(header, { type: 'item_changed', changes: items })]),
    ...(sections.length === 0 ? [] : [say(header, { type: 'note_changed', changes: sections })]),
  ];
  const draft = evolveAll(record, events).handoffs.find(({ handoffId }) => handoffId === header.handoffId);
  const isTooLarge = draft !== undefined && draftSizeBytes(draft, handoffType, issue) > MAX_PACKAGE_BYTES;
  return isTooLarge ? refuse('PACKAGE_TOO_LARGE') : decided(...events);
}
