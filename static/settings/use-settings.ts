import { useCallback } from 'react';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import type { RuleStatus, SettingsView } from '../../src/contract/settings';
import { call } from '../kit/bridge/call';

const QUERY_KEY = ['settings.get'];

/** The settings as they stand, and the ways a surface part lays a newer answer over them. */
export function useSettings() {
  const client = useQueryClient();
  const query = useQuery({ queryKey: QUERY_KEY, queryFn: () => call('settings.get', {}) });

  const show = useCallback((view: SettingsView): void => void client.setQueryData<SettingsView>(QUERY_KEY, view), [client]);

  const showRuleStatus = useCallback(
    (ruleStatus: readonly RuleStatus[]): void => {
      client.setQueryData<SettingsView>(QUERY_KEY, (view) => view && { ...view, ruleStatus });
    },
    [client],
  );

  /** The newest settings, shown too: after somebody else saved. */
  const reload = useCallback(async (): Promise<SettingsView> => {
    const view = await call('settings.get', {});
    show(view);
    return view;
  }, [show]);

  return {
    view: query.data,
    error: query.error,
    isLoading: query.isPending,
    retry: query.refetch,
    source: { show, reload },
    showRuleStatus,
  };
}
