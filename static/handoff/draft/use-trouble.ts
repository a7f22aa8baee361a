import { useCard } from '../data/card-context';
import type { FieldKey } from './field';

/**
 * What stands between the writer and a saved draft; null when nothing does. It comes before handing off: its button is the primary one
 * while it lasts (experience.md 6). Of several fields in conflict, the first one's.
 */
type Trouble = { readonly kind: 'conflict'; readonly field: FieldKey } | { readonly kind: 'notSaved' } | null;

/** The trouble of this card's draft. A save that waits for a conflict to be settled, on this card or another, is no trouble of its own. */
export function useTrouble(): Trouble {
  const { card, session } = useCard();
  const { local, status } = session.saving;
  const conflicts = [...local.values()].filter(({ conflict }) => conflict !== undefined);
  const own = conflicts.find(({ typeId }) => typeId === card.handoffType.typeId);
  if (own !== undefined) return { kind: 'conflict', field: own.field };
  return status === 'failed' && conflicts.length === 0 ? { kind: 'notSaved' } : null;
}
