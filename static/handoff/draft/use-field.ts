import type { Entry } from '../../../src/domain/handoff/handoff';
import { useCard } from '../data/card-context';
import { entryOf, type FieldKey, type FieldValue } from './field';
import { fieldId } from './save-queue';

/** One field of the draft as its editor sees it. */
export interface DraftField {
  /** What is stored; null when nobody has touched it. */
  readonly entry: Entry<FieldValue> | null;
  /** What to show: the own text while it waits to be saved, else what is stored. */
  readonly value: FieldValue;
  readonly isUnsaved: boolean;
  /** What somebody else entered meanwhile; undefined without a conflict, null when they cleared it. */
  readonly conflict: Entry<unknown> | null | undefined;
  readonly put: (value: FieldValue, when: 'soon' | 'now') => void;
  readonly keepMine: () => void;
  readonly keepTheirs: () => void;
}

/** The field's stored and waiting value, and how to change it. */
export function useField(field: FieldKey): DraftField {
  const { card, session } = useCard();
  const { queue, saving } = session;
  const { typeId } = card.handoffType;
  const entry = entryOf(card.handoff, field);
  const local = saving.local.get(fieldId(typeId, field));
  return {
    entry,
    value: local === undefined ? (entry?.value ?? null) : local.value,
    isUnsaved: local !== undefined,
    conflict: local?.conflict,
    put: (value, when) => {
      // Nothing was entered where nothing stands: leaving an empty field must not begin a draft.
      if (value === null && local === undefined && (entry?.value ?? null) === null) return;
      queue.put({ typeId, field, value, basedOn: entry?.version ?? 0 }, when);
    },
    keepMine: () => queue.keepMine(typeId, field),
    keepTheirs: () => {
      queue.keepTheirs(typeId, field);
      session.reload();
    },
  };
}
