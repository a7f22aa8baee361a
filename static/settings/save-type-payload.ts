import type { BridgeContract } from '../../src/contract/bridge-contract';
import type { TypeDraft } from '../../src/contract/settings';
import { normaliseDraft } from '../../src/domain/type/check-draft';

/** A draft as it goes over the bridge, in the form that is stored. */
export function typeDraftPayload(draft: TypeDraft): BridgeContract['settings.saveType']['payload']['draft'] {
  const { route, workItemTypeIds, items, notePrompts, options, ...rest } = normaliseDraft(draft);
  const { workStatusIds, ...others } = options ?? {};
  return {
    ...rest,
    route: { fromStatusIds: [...route.fromStatusIds], toStatusId: route.toStatusId },
    workItemTypeIds: [...workItemTypeIds],
    items: [...items],
    notePrompts: [...notePrompts],
    ...(options === undefined
      ? {}
      : { options: { ...others, ...(workStatusIds === undefined ? {} : { workStatusIds: [...workStatusIds] }) } }),
  };
}

/**
 * What saving a type sends. `typeId` null publishes a new one, which needs no note; `fromDraft` is the version of the kept draft it was
 * made of, null for none.
 */
export function saveTypePayload(
  rev: number,
  typeId: string | null,
  draft: TypeDraft,
  { note = '', fromDraft = null }: { readonly note?: string; readonly fromDraft?: number | null } = {},
): BridgeContract['settings.saveType']['payload'] {
  return {
    rev,
    typeId,
    ...(typeId === null ? {} : { note: note.trim() }),
    ...(fromDraft === null ? {} : { fromDraft }),
    draft: typeDraftPayload(draft),
  };
}
