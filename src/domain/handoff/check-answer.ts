import type { ChecklistItem } from '../type/handoff-type';
import type { RefusalCode } from './command';
import { canHoldChoice } from './choice-answer';
import type { ItemAnswer, Unknown } from './handoff';
import { isCalendarDay } from './instant';
import { isRealText } from './real-text';
import { canHoldWhen } from './when-answer';

/** What an answer is held against besides its item. */
export interface AnswerRules {
  /** Whether the work item has a description an answer can point at. */
  readonly hasDescription: boolean;
  /** Whether the type lets people say that they do not know yet. */
  readonly unknownAllowed: boolean;
}

/**
 * Why an item cannot hold an answer; null when it can.
 *
 * Text that says nothing yet is let in, so that nothing typed is lost: it just does not count as done (`whatIsLeft`).
 *
 * An approval is no answer anybody may simply enter: it has a command of its own (S-049). A check of the receiver's is nobody's to answer.
 */
export function checkAnswer(item: ChecklistItem, answer: ItemAnswer, { hasDescription, unknownAllowed }: AnswerRules): RefusalCode | null {
  if (item.kind === 'approval' || answer.kind === 'approval' || item.answeredBy !== undefined) return 'FORBIDDEN';
  switch (answer.kind) {
    case 'notApplicable':
      return isRealText(answer.reason) ? null : 'REASON_REQUIRED';
    case 'tick':
    case 'text':
      return item.kind === answer.kind ? null : 'INVALID_VALUE';
    case 'link':
      return item.kind === 'link' && isWebLink(answer.url) ? null : 'INVALID_VALUE';
    case 'noneKnown':
      return takesText(item) && item.allowNoneKnown ? null : 'INVALID_VALUE';
    case 'inDescription':
      return takesText(item) && item.allowInDescription && hasDescription ? null : 'INVALID_VALUE';
    case 'attached':
      return item.confirmsAll === true && answer.attachments.length > 0 ? null : 'INVALID_VALUE';
    case 'noneNeeded':
      return item.confirmsAll === true ? null : 'INVALID_VALUE';
    case 'when':
      return canHoldWhen(item, answer) ? null : 'INVALID_VALUE';
    case 'choice':
      return canHoldChoice(item, answer) ? null : 'INVALID_VALUE';
    case 'unknown':
      return checkUnknown(answer, unknownAllowed && item.kind !== 'field' && item.kind !== 'attachment');
  }
}

/** Why "I don't know yet" cannot stand; null when it can: the type allows it, and it names a day that exists (S-039). */
export function checkUnknown({ until }: Unknown, unknownAllowed: boolean): RefusalCode | null {
  return unknownAllowed && isCalendarDay(until) ? null : 'INVALID_VALUE';
}

function takesText(item: ChecklistItem): boolean {
  return item.kind === 'text' || item.kind === 'link';
}

/** Others will be shown it as a link, so only http and https (S-073). */
function isWebLink(url: string): boolean {
  try {
    return ['http:', 'https:'].includes(new URL(url).protocol);
  } catch {
    return false;
  }
}
