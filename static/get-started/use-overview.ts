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

/** One change of the site: busy while it runs, `done` names what took effect last, and what went wrong. */
export function useSiteChange<Outcome extends string>(show: (overview: AdminOverview) => void) {
  const [state, setState] = useState<{ readonly isBusy: boolean; readonly done: Outcome | null; readonly error: unknown }>({
    isBusy: false,
    done: null,
    error: null,
  });
  const change = async (outcome: Outcome, run: () => Promise<AdminOverview>): Promise<void> => {
    setState({ isBusy: true, done: null, error: null });
    try {
      show(await run());
      setState({ isBusy: false, done: outcome, error: null });
    } catch (error) {
      setState({ isBusy: false, done: null, error });
    }
  };
  return { ...state, change };
}
