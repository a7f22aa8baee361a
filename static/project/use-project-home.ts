import { useCallback, useEffect } from 'react';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import type { HandoffListRow, ProjectHome } from '../../src/contract/project-home';
import type { Rating } from '../../src/domain/handoff/handoff';
import { call } from '../kit/bridge/call';
import { WAITING_KEY } from './waiting-key';

const QUERY_KEY = ['project.home'];

/** A page somebody comes back to after this long is asked for anew. */
const STALE_AFTER_MS = 60_000;

/** The project page's data: one call to open it, and again when asked, after a decision, or on coming back to the tab. */
export function useProjectHome() {
  const client = useQueryClient();
  const query = useQuery({ queryKey: QUERY_KEY, queryFn: () => call('project.home', {}) });
  const { refetch, dataUpdatedAt } = query;

  useEffect(() => {
    const onReturn = (): void => {
      if (document.visibilityState === 'visible' && dataUpdatedAt > 0 && Date.now() - dataUpdatedAt > STALE_AFTER_MS) void refetch();
    };
    document.addEventListener('visibilitychange', onReturn);
    return () => document.removeEventListener('visibilitychange', onReturn);
  }, [refetch, dataUpdatedAt]);

  /** Lays a rating just given over its row, so that the row stays where it is until the page is opened again. */
  const showRating = useCallback(
    (handoffId: string, rating: Rating | null): void => {
      client.setQueryData<ProjectHome>(QUERY_KEY, (home) => home && { ...home, toRate: withRating(home.toRate, handoffId, rating) });
    },
    [client],
  );

  /** The page and, where it was opened, what waits in the project. */
  const refreshAll = async (): Promise<void> => {
    await Promise.all([refetch(), client.invalidateQueries({ queryKey: [WAITING_KEY] })]);
  };

  return {
    home: query.data,
    error: query.error,
    isLoading: query.isPending,
    isRefreshing: query.isFetching,
    refresh: refetch,
    refreshAll,
    showRating,
  };
}

function withRating(rows: readonly HandoffListRow[], handoffId: string, rating: Rating | null): readonly HandoffListRow[] {
  return rows.map((row) => (row.handoffId === handoffId ? { ...row, rating } : row));
}
