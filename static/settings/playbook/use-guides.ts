import { useQuery, useQueryClient } from '@tanstack/react-query';
import type { GuidesView } from '../../../src/contract/guide';
import { call } from '../../kit/bridge/call';

const QUERY_KEY = ['settings.guides'];

/** What is written about every type of the project, asked for when the section is opened. */
export function useGuides() {
  const client = useQueryClient();
  const query = useQuery({ queryKey: QUERY_KEY, queryFn: () => call('settings.guides', {}) });
  return {
    view: query.data,
    error: query.error,
    isLoading: query.isPending,
    reload: query.refetch,
    show: (view: GuidesView): void => void client.setQueryData<GuidesView>(QUERY_KEY, view),
  };
}
