import { useInfiniteQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { OpenState } from '../../src/contract/waiting';
import { call } from '../kit/bridge/call';
import { useNow } from '../kit/time/use-now';
import { inOpenOrder, isOverdue } from './open-order';
import { WAITING_KEY } from './waiting-key';

/** What of the list is looked at; null: all. */
export interface OpenFilter {
  readonly typeId: string | null;
  readonly state: OpenState | null;
  readonly overdueOnly: boolean;
}

/**
 * What waits in the project, as far as it was loaded. Overdue ones come first from the backend already, so they are picked out of what
 * is there; type and state are the backend's to filter, since what was asked for may stand pages away.
 */
export function useOpenRows(startTypeId: string | null) {
  const [filter, setFilter] = useState<OpenFilter>({ typeId: startTypeId, state: null, overdueOnly: false });
  const { typeId, state, overdueOnly } = filter;
  const now = useNow();
  const query = useInfiniteQuery({
    queryKey: [WAITING_KEY, typeId, state],
    queryFn: ({ pageParam: cursor }) => call('project.waiting', { cursor, typeId, state }),
    initialPageParam: null as string | null,
    getNextPageParam: ({ cursor }) => cursor,
    placeholderData: (previous) => previous,
  });
  const pages = query.data?.pages ?? [];
  const loaded = inOpenOrder(
    pages.flatMap(({ rows }) => rows),
    now,
  );
  return {
    filter,
    setFilter,
    rows: overdueOnly ? loaded.filter((row) => isOverdue(row, now)) : loaded,
    types: pages[0]?.types ?? [],
    people: Object.fromEntries(pages.flatMap((page) => Object.entries(page.people))),
    /** Due times exist, so that something can be overdue. */
    hasDue: overdueOnly || loaded.some(({ dueAt }) => dueAt !== null),
    isLoaded: query.data !== undefined,
    isLoading: query.isFetching,
    error: query.error,
    hasMore: query.hasNextPage,
    loadMore: () => void query.fetchNextPage(),
    reload: () => void query.refetch(),
  };
}
