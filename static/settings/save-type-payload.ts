import type { BridgeContract } from '../../src/contract/bridge-contract';
import type { TypeDraft } from '../../src/contract/settings';
import { normaliseDraft } from '../../src/domain/type/check-draft';

/** What saving a type sends, in the form that is stored. `typeId` null publishes a new one, which needs no note. */
export function saveTypePayload(
  rev: number,
  typeId: string | null,
  draft: TypeDraft,
  note = '',
): BridgeContract['settings.saveType']['payload'] {
  const { route, workItemTypeIds, items, notePrompts, ...rest } = normaliseDraft(draft);
  return {
    rev,
    typeId,
    ...(typeId === null ? {} : { note: note.trim() }),
    draft: {
      ...rest,
      route: { fromStatusIds: [...route.fromStatusIds], toStatusId: route.toStatusId },
      workItemTypeIds: [...workItemTypeIds],
      items: [...items],
      notePrompts: [...notePrompts],
    },
  };
}
