import type { ChecklistItem } from '../type/handoff-type';
import type { RefusalCode } from './command';
import type { ItemAnswer } from './handoff';
import { isRealText } from './real-text';

/**
 * Why an item cannot hold an answer; null when it can.
 *
 * Text that says nothing yet is let in, so that nothing typed is lost: it just does not count as done (`whatIsLeft`).
 *
 * @param hasDescription Whether the work item has a description an answer can point at.
 */
export function checkAnswer(item: ChecklistItem, answer: ItemAnswer, hasDescription: boolean): RefusalCode | null {
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
  }
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
