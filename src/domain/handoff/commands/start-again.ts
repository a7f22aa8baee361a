import { draftSizeBytes } from '../build-package';
import { checkAnswer, checkUnknown } from '../check-answer';
import { inItemsWords } from '../choice-answer';
import type { Command, DecisionContext } from '../command';
import type { Decision } from '../decision';
import { decided, editingUser, refuse, say } from '../decision';
import { toSavedSection, toSavedValue } from '../draft-changes';
import { evolveAll } from '../evolve';
import type { HandoffEvent } from '../event';
import type { AccountId, HandoffRecord, ItemAnswer, Unknown } from '../handoff';
import { MAX_PACKAGE_BYTES } from '../limits';
import { optionsOf } from '../../type/type-options';
import { isNamed } from '../receiver';
import { beginDraft, type Beginning } from './begin';

/**
 * T1 with the content of a withdrawn handoff. What the type no longer has room for, since it changed meanwhile, is left behind;
 * the sender as receiver is too. A mark for high risk stays (S-012). "None known" and approvals are too: both are said anew every time (S-121, S-049).
 */
export function startAgain(record: HandoffRecord, command: Extract<Command, { type: 'startAgain' }>, context: DecisionContext): Decision {
  const by = editingUser(context);
  if (by === null) return refuse('FORBIDDEN');
  const { handoffType, issue } = context;
  if (command.typeId !== handoffType.typeId) return refuse('NOT_FOUND');
  const sender = issue.assigneeId ?? by;
  const receiver = isNamed(command.receiver, sender) ? null : command.receiver;
  const beginning = beginDraft(record, context, { by, sender, ...(receiver === null ? {} : { receiver }) });
  if ('refusal' in beginning) return beginning;

  return draftFrom(record, beginning, { context, by, ...command });
}

/** What a new draft begins with: answers and texts of an earlier one. */
interface Content {
  readonly items: Readonly<Record<string, ItemAnswer>>;
  readonly note: Readonly<Record<string, string | Unknown>>;
  readonly isHighRisk?: boolean;
  readonly context: DecisionContext;
  readonly by: AccountId;
}

/** The events of a draft that begins with earlier content; what the type has no room for is left behind. */
export function draftFrom(
  record: HandoffRecord,
  { header, events: begun }: Beginning,
  { context, by, items: answers, note, isHighRisk = false }: Content,
): Decision {
  const { handoffType, issue } = context;
  const save = { by, at: header.at, title: issue.summary };
  const rules = { hasDescription: issue.hasDescription, unknownAllowed: optionsOf(handoffType).unknownAllowed };
  const items = handoffType.items.flatMap((item) => {
    const answer = answers[item.itemId];
    const isKept = answer !== undefined && answer.kind !== 'noneKnown' && checkAnswer(item, answer, rules) === null;
    if (!isKept) return [];
    return [toSavedValue(item.itemId, answer.kind === 'choice' ? inItemsWords(item, answer) : answer, undefined, save)];
  });
  const sections = handoffType.notePrompts.flatMap(({ sectionId }) => {
    const text = note[sectionId];
    const isKept = text !== undefined && text !== '' && (typeof text === 'string' || checkUnknown(text, rules.unknownAllowed) === null);
    return isKept ? [toSavedSection(sectionId, text, undefined, save)] : [];
  });
  const events: readonly HandoffEvent[] = [
    ...begun,
    ...(items.length === 0 ? [] : [say(header, { type: 'item_changed', changes: items })]),
    ...(sections.length === 0 ? [] : [say(header, { type: 'note_changed', changes: sections })]),
    ...(isHighRisk ? [say(header, { type: 'risk_changed', by, risk: 'high', version: 1 })] : []),
  ];
  const draft = evolveAll(record, events).handoffs.find(({ handoffId }) => handoffId === header.handoffId);
  const isTooLarge = draft !== undefined && draftSizeBytes(draft, handoffType, issue) > MAX_PACKAGE_BYTES;
  return isTooLarge ? refuse('PACKAGE_TOO_LARGE') : decided(...events);
}
