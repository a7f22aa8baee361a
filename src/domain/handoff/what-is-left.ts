import { ERASED_TEXT } from '../audit/former-person';
import type { Left } from '../gate/projection';
import type { ChecklistItem, HandoffType } from '../type/handoff-type';
import { appliesHere } from './applies-here';
import { isApproved } from './approval';
import { areStillThere, toMark } from './attachment-marks';
import type { AccountId, AttachmentMark, Entry, Handoff, Instant, ItemAnswer } from './handoff';
import { isRealText } from './real-text';
import { effectiveReceiver, isNamed } from './receiver';
import { maySelf } from './self-handoff';
import { isWhenEntered, leftFrom } from './when-answer';

/** What only Jira can tell about the requirements of a type; the facts of a decision fit. */
export interface LiveFacts {
  /** Null when it was not asked: then "In the description" counts as answered. */
  readonly hasDescription: boolean | null;
  readonly filledFieldIds: readonly string[];
  readonly attachments: readonly AttachmentMark[];
  readonly receiverFieldAccountId: AccountId | null;
  /** What conditions are compared with; absent when it was not asked: then every item applies. */
  readonly fieldValues?: Readonly<Record<string, readonly string[]>>;
}

/**
 * What is still to be done before the handoff is complete: the one count of panel, lists and gate (experience.md 4).
 *
 * In template order: required items, required sections, the receiver. Nothing is left once it was offered. After a return, what
 * the receiver named is left, since revising clears it. The sender as receiver counts as no receiver (I6), unless the type lets
 * somebody try it alone (E2).
 *
 * @param handoff Null when nothing was prepared. Then a receiver chosen by the sender is not counted: one is preselected when
 *   the draft begins.
 * @param issue Null when Jira was not asked: then field and attachment items, items with a condition and a receiver from a field are
 *   not counted.
 * @param now Times that must lie ahead are held against it (S-052); null: they are not, for a reader who will know the time.
 */
export function whatIsLeft(handoff: Handoff | null, type: HandoffType, issue: LiveFacts | null, now: Instant | null = null): Left[] {
  if (handoff !== null && handoff.state !== 'DRAFT' && handoff.state !== 'RETURNED') return [];
  const named = handoff?.state === 'RETURNED' ? handoff.returns.at(-1) : undefined;
  const items = type.items
    .filter((item) => item.required && (issue === null ? item.appliesIf === undefined : appliesHere(item, issue.fieldValues)))
    .filter((item) => {
      const entry = named?.itemIds.includes(item.itemId) ? undefined : handoff?.items[item.itemId];
      return !isItemDone(item, entry, { issue, now, senderId: handoff?.sender.value ?? null });
    })
    .map((item): Left => ({ kind: 'item', id: item.itemId, title: item.title }));
  const sections = type.notePrompts
    .filter((prompt) => prompt.required)
    .filter((prompt) => named?.sectionIds.includes(prompt.sectionId) === true || !isSectionDone(prompt.sectionId, handoff, type))
    .map((prompt): Left => ({ kind: 'section', id: prompt.sectionId, title: prompt.title }));
  return [...items, ...sections, ...receiverLeft(handoff, type, issue)];
}

interface Judged {
  readonly issue: LiveFacts | null;
  readonly now: Instant | null;
  readonly senderId: AccountId | null;
}

function isItemDone(item: ChecklistItem, entry: Entry<ItemAnswer> | undefined, { issue, now, senderId }: Judged): boolean {
  const answer = entry?.value ?? null;
  if (item.kind === 'approval') return isApproved(item, entry, senderId);
  if (answer?.kind === 'notApplicable') return true;
  if (item.kind === 'field') return issue === null || (item.fieldId !== null && issue.filledFieldIds.includes(item.fieldId));
  if (item.kind === 'attachment')
    return item.confirmsAll === true ? isConfirmed(answer, issue) : issue === null || issue.attachments.length > 0;
  switch (answer?.kind) {
    case undefined:
      return false;
    case 'tick':
      return item.kind === 'tick';
    case 'link':
      return item.kind === 'link' && answer.url !== ERASED_TEXT;
    case 'text':
      return item.kind === 'text' && entry?.repeatsTitle !== true && isRealText(answer.text, [item.title]);
    case 'noneKnown':
      return item.allowNoneKnown;
    case 'inDescription':
      return item.allowInDescription && issue?.hasDescription !== false;
    case 'when':
      return isWhenEntered(item, answer) && !hasCome(leftFrom(item, answer), now);
    case 'choice':
      return item.kind === 'choice';
    case 'unknown':
    case 'approval':
    case 'attached':
    case 'noneNeeded':
      return false;
  }
}

function hasCome(moment: Instant | null, now: Instant | null): boolean {
  return moment !== null && now !== null && moment <= now;
}

/** What was confirmed holds as long as nothing of it was deleted or replaced (S-062, E35). */
function isConfirmed(answer: ItemAnswer | null, issue: LiveFacts | null): boolean {
  if (answer?.kind === 'noneNeeded') return true;
  if (answer?.kind !== 'attached') return false;
  return issue === null || areStillThere(answer.attachments.map(toMark), issue.attachments.map(toMark));
}

/** A section that says the same as an earlier one is the copy; the earlier one stands. */
function isSectionDone(sectionId: string, handoff: Handoff | null, type: HandoffType): boolean {
  const entry = handoff?.note[sectionId];
  if (handoff === null || entry === undefined || entry.value === null || entry.repeatsTitle === true) return false;
  const position = type.notePrompts.findIndex((prompt) => prompt.sectionId === sectionId);
  const earlier = type.notePrompts.slice(0, position).flatMap((prompt) => handoff.note[prompt.sectionId]?.value ?? []);
  return isRealText(entry.value, earlier);
}

function receiverLeft(handoff: Handoff | null, type: HandoffType, issue: LiveFacts | null): Left[] {
  const rule = type.receiver;
  const receiver = effectiveReceiver(handoff, type, issue);
  const onlyJiraKnows = receiver === null && rule.kind === 'userField' && issue === null;
  const notYetChosen = handoff === null && rule.kind === 'senderChooses';
  if (onlyJiraKnows || notYetChosen) return [];
  const senderId = handoff?.sender.value ?? null;
  const isSender = senderId !== null && isNamed(receiver, senderId) && !maySelf(handoff, type);
  if (receiver !== null && !isSender) return [];
  return [{ kind: 'receiver', id: 'receiver', title: rule.kind === 'userField' ? rule.fieldName : 'Receiver' }];
}
