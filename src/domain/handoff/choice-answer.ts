import type { ChecklistItem } from '../type/handoff-type';
import type { ItemAnswer } from './handoff';

/** Options that were chosen. */
export type ChoiceAnswer = Extract<ItemAnswer, { kind: 'choice' }>;

/** Whether an item can hold a choice: at least one of its options, several only where it says so, and nothing beside "none of these". */
export function canHoldChoice({ kind, choices = [], several }: ChecklistItem, { chosen }: ChoiceAnswer): boolean {
  if (kind !== 'choice' || chosen.length === 0 || (chosen.length > 1 && several !== true)) return false;
  const options = chosen.map(({ id }) => choices.find((choice) => choice.id === id));
  return options.every((option) => option !== undefined && (option.none !== true || chosen.length === 1));
}

/**
 * A choice as it is stored: each option once, in the item's order and by the item's names, whatever its writer called them. With an option
 * the item does not have it stays as it is, for {@link canHoldChoice} to refuse.
 */
export function inItemsWords({ choices = [] }: ChecklistItem, answer: ChoiceAnswer): ChoiceAnswer {
  const ids = answer.chosen.map(({ id }) => id);
  if (ids.some((id) => !choices.some((choice) => choice.id === id))) return answer;
  return { kind: 'choice', chosen: choices.filter(({ id }) => ids.includes(id)).map(({ id, name }) => ({ id, name })) };
}
