import type { Handoff } from '../handoff/handoff';
import { effectiveReceiver } from '../handoff/receiver';
import type { HandoffType } from '../type/handoff-type';
import type { Left, LiveRequirement, PlacedLeft } from './projection';

/**
 * What of a type only Jira can answer, in template order: required field and attachment items, and a receiver taken from a field.
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
    if (item.kind === 'field' && item.fieldId !== null) {
      live.push({ kind: 'field', id: item.itemId, title: item.title, fieldId: item.fieldId, position });
    } else if (item.kind === 'attachment') {
      live.push({ kind: 'attachment', id: item.itemId, title: item.title, position });
    }
  });
  if (type.receiver.kind === 'userField' && effectiveReceiver(handoff, type, null) === null) {
    const { fieldId, fieldName: title } = type.receiver;
    live.push({ kind: 'receiverField', title, fieldId, senderId: handoff?.sender.value ?? null, position: receiverPosition(type) });
  }
  return live;
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
