import type { ChecklistItem, Condition } from '../type/handoff-type';

/** Whether a field's values meet a condition; a field without a value meets none. */
export function meetsCondition({ equals }: Condition, values: readonly string[]): boolean {
  return values.some((value) => comparable(value) === comparable(equals));
}

/**
 * Whether an item is asked for on this work item (domain.md 2.5, conditional items).
 *
 * @param fieldValues Absent when Jira was not asked: then every item applies, so that nothing is missed.
 */
export function appliesHere(
  { appliesIf }: Pick<ChecklistItem, 'appliesIf'>,
  fieldValues: Readonly<Record<string, readonly string[]>> | undefined,
): boolean {
  return appliesIf === undefined || fieldValues === undefined || meetsCondition(appliesIf, fieldValues[appliesIf.fieldId] ?? []);
}

function comparable(text: string): string {
  return text.normalize('NFKC').trim().toLowerCase();
}
