import { useState } from 'react';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import type { AdminOverview } from '../../src/contract/admin';
import { call } from '../kit/bridge/call';

const QUERY_KEY = ['admin.overview'];

/** What stands on the site, and running a change that answers with it anew. */
export function useOverview() {
  const client = useQueryClient();
  const query = useQuery({ queryKey: QUERY_KEY, queryFn: () => call('admin.overview', {}) });
  const show = (overview: AdminOverview): void => void client.setQueryData<AdminOverview>(QUERY_KEY, overview);
  return { overview: query.data, error: query.error, isLoading: query.isPending, retry: query.refetch, show };
}

/** One change of the site: busy while it runs, `done` once it took effect, and what went wrong. */
export function useSiteChange(show: (overview: AdminOverview) => void) {
  const [state, setState] = useState<{ readonly isBusy: boolean; readonly isDone: boolean; readonly error: unknown }>({ isBusy: false, isDone: false, error: null });
  const change = async (run: () => Promise<AdminOverview>): Promise<void> => {
    setState({ isBusy: true, isDone: false, error: null });
    try {
      show(await run());
      setState({ isBusy: false, isDone: true, error: null });
    } catch (error) {
      setState({ isBusy: false, isDone: false, error });
    }
  };
  return { ...state, change };
}
