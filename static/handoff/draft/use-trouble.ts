import { useCard } from '../data/card-context';
import { fieldId } from './save-queue';
import type { FieldKey } from './field';

/** What stands between the writer and a saved draft. It comes before handing off: its button is the primary one while it lasts. */
export interface Trouble {
  /** True for the first field of this card that somebody else changed meanwhile. */
  readonly isFirstConflict: (field: FieldKey) => boolean;
  readonly kind: 'conflict' | 'notSaved' | null;
}

/** The trouble of this card's draft: a conflict before a save that failed (experience.md 6). */
export function useTrouble(): Trouble {
  const { card, session } = useCard();
  const { local, status } = session.saving;
  const { typeId } = card.handoffType;
  const first = [...local.values()].find((value) => value.typeId === typeId && value.conflict !== undefined);
  return {
    isFirstConflict: (field) => first !== undefined && fieldId(typeId, first.field) === fieldId(typeId, field),
    kind: first !== undefined ? 'conflict' : status === 'failed' ? 'notSaved' : null,
  };
}
