import { QueryClient } from '@tanstack/react-query';
import { CallFailure } from '../bridge/call-failure';

/**
 * The cache over the bridge. `networkMode` always: the frame cannot tell whether Jira is reachable, the answer can. No refetch
 * when the window gains focus: people switch tabs while they type.
 */
export function newQueryClient(): QueryClient {
  return new QueryClient({
    defaultOptions: {
      queries: {
        networkMode: 'always',
        refetchOnWindowFocus: false,
        refetchOnReconnect: false,
        staleTime: Number.POSITIVE_INFINITY,
        retry: (failures, error) => failures < 1 && isPassing(error),
        retryDelay: 800,
      },
      mutations: { networkMode: 'always', retry: false },
    },
  });
}

/** Whether asking again may help: a refusal stays a refusal. */
function isPassing(error: Error): boolean {
  const { code } = CallFailure.of(error);
  return code === 'UNREACHABLE' || code === 'STORAGE_BUSY' || code === 'JIRA_UNAVAILABLE';
}
