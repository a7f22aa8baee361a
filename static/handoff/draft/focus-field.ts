import type { Left } from '../../../src/domain/gate/projection';
import type { FieldKey } from './field';

/** Id of a field's row on the page. */
export function fieldAnchor(typeId: string, field: FieldKey): string {
  return `handoff-${typeId}-${field.replace(':', '-')}`;
}

/** Id of a row's title, by the id of the row. */
export function titleId(anchor: string): string {
  return `${anchor}-title`;
}

/** The field that something left belongs to. */
export function fieldOfLeft(left: Left): FieldKey {
  return left.kind === 'receiver' ? 'receiver' : `${left.kind}:${left.id}`;
}

/** Puts the focus into a field's row and brings it into view; opens what it is folded away in. */
export function focusField(typeId: string, field: FieldKey): void {
  const row = document.getElementById(fieldAnchor(typeId, field));
  if (row === null) return;
  for (let fold = row.closest('details'); fold !== null; fold = fold.parentElement?.closest('details') ?? null) fold.open = true;
  row.scrollIntoView({ block: 'center' });
  const control = row.querySelector<HTMLElement>('input, textarea, button');
  (control ?? row).focus({ preventScroll: true });
}
