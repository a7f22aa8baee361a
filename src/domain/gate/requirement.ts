import type { Handoff, Instant } from '../handoff/handoff';
import { toMark } from '../handoff/attachment-marks';
import { effectiveReceiver } from '../handoff/receiver';
import { whatIsLeft } from '../handoff/what-is-left';
import { isWhenEntered, leftFrom } from '../handoff/when-answer';
import type { ChecklistItem, HandoffType } from '../type/handoff-type';
import type { Left, LiveRequirement, PlacedLeft } from './projection';

/**
 * What of a type only Jira or the time of the move can answer, in template order: required field and attachment items, unanswered items with
 * a condition, times that must lie ahead, and a receiver taken from a field.
 *
 * What somebody marked not applicable, or a receiver chosen by hand, is answered and therefore not asked of Jira.
 *
 * @param handoff Null when nothing is prepared.
 */
export function liveRequirementsOf(type: HandoffType, handoff: Handoff | null): readonly LiveRequirement[] {
  const live: LiveRequirement[] = [];
  const toFillAnew = handoff?.state === 'RETURNED' ? (handoff.returns.at(-1)?.itemIds ?? []) : [];
  const isNotApplicable = (itemId: string): boolean =>
    handoff?.items[itemId]?.value?.kind === 'notApplicable' && !toFillAnew.includes(itemId);
  type.items.forEach((item, position) => {
    if (!item.required || isNotApplicable(item.itemId)) return;
    const { itemId: id, title, appliesIf } = item;
    const base = { id, title, position, ...(appliesIf === undefined ? {} : { appliesIf }) };
    const answer = toFillAnew.includes(id) ? null : (handoff?.items[id]?.value ?? null);
    if (item.kind === 'field' && item.fieldId !== null) live.push({ kind: 'field', ...base, fieldId: item.fieldId });
    else if (item.kind === 'attachment' && item.confirmsAll !== true) live.push({ kind: 'attachment', ...base });
    else if (item.kind === 'attachment' && answer?.kind === 'attached')
      live.push({ kind: 'attachment', ...base, confirmed: answer.attachments.map(toMark) });
    else if (answer?.kind === 'when' && isWhenEntered(item, answer)) live.push(...aheadOf(base, leftFrom(item, answer)));
    else if (appliesIf !== undefined && isUnanswered(item, type, handoff)) live.push({ kind: 'condition', id, title, position, appliesIf });
  });
  if (type.receiver.kind === 'userField' && effectiveReceiver(handoff, type, null) === null) {
    const { fieldId, fieldName: title } = type.receiver;
    live.push({ kind: 'receiverField', title, fieldId, senderId: handoff?.sender.value ?? null, position: receiverPosition(type) });
  }
  return live;
}

function aheadOf(
  base: Pick<Extract<LiveRequirement, { kind: 'ahead' }>, 'id' | 'title' | 'position' | 'appliesIf'>,
  from: Instant | null,
): readonly LiveRequirement[] {
  return from === null ? [] : [{ kind: 'ahead', ...base, leftFrom: from }];
}

/** Whether an item with a condition would be left if the condition held, as far as stored answers tell. */
function isUnanswered({ appliesIf: _appliesIf, ...item }: ChecklistItem, type: HandoffType, handoff: Handoff | null): boolean {
  return whatIsLeft(handoff, { ...type, items: [item] }, null).some(({ kind, id }) => kind === 'item' && id === item.itemId);
}

/** Gives what is left its place in the template of its type. */
export function placeLeft(left: readonly Left[], type: HandoffType): readonly PlacedLeft[] {
  return left.map(({ kind, id, title }) => ({ kind, id, title, position: positionOf(kind, id, type) }));
}

function positionOf(kind: Left['kind'], id: string, type: HandoffType): number {
  if (kind === 'item') return type.items.findIndex((item) => item.itemId === id);
  if (kind === 'section') return type.items.length + type.notePrompts.findIndex((prompt) => prompt.sectionId === id);
  return receiverPosition(type);
}

function receiverPosition(type: HandoffType): number {
  return type.items.length + type.notePrompts.length;
}
