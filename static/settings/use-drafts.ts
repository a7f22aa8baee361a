import { useCallback } from 'react';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import type { DraftsView, DraftView } from '../../src/contract/drafts';
import type { TypeDraft } from '../../src/contract/settings';
import { NEW_TYPE } from '../../src/domain/type/project-document';
import { call } from '../kit/bridge/call';
import { CallFailure } from '../kit/bridge/call-failure';
import { typeDraftPayload } from './save-type-payload';

const QUERY_KEY = ['settings.drafts'];
const NONE: DraftsView = { drafts: [], emptyVersions: {}, people: {} };

/** Drafts of the project's types: what is kept, and keeping or discarding one. None while they are asked for, or where they cannot be. */
export function useDrafts() {
  const client = useQueryClient();
  const { data = NONE } = useQuery({ queryKey: QUERY_KEY, queryFn: () => call('settings.drafts', {}) });
  const show = useCallback((view: DraftsView): void => void client.setQueryData<DraftsView>(QUERY_KEY, view), [client]);
  const reload = useCallback(() => client.invalidateQueries({ queryKey: QUERY_KEY }), [client]);
  const find = (typeId: string | null): DraftView | null => data.drafts.find((draft) => draft.typeId === typeId) ?? null;
  const versionOf = (typeId: string | null): number => find(typeId)?.version ?? data.emptyVersions[typeId ?? NEW_TYPE] ?? 0;
  return {
    people: data.people,
    auditsDue: data.auditsDue ?? [],
    find,
    reload,
    keep: async (typeId: string | null, basedOn: number, draft: TypeDraft): Promise<void> =>
      show(await call('settings.saveDraft', { typeId, version: versionOf(typeId), basedOn, draft: typeDraftPayload(draft) })),
    discard: async (typeId: string | null): Promise<void> => {
      try {
        show(await call('settings.discardDraft', { typeId, version: versionOf(typeId) }));
      } catch (error) {
        if (CallFailure.of(error).code === 'CONFIG_CONFLICT') await reload();
        throw error;
      }
    },
  };
}

/** What {@link useDrafts} gives. */
export type Drafts = ReturnType<typeof useDrafts>;
