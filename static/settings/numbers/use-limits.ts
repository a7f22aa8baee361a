import { useState } from 'react';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import type { LimitsView, TypeLimits } from '../../../src/contract/chart-limits';
import { call } from '../../kit/bridge/call';
import { CallFailure } from '../../kit/bridge/call-failure';

const QUERY_KEY = ['settings.limits'];

/** Begins limits anew from a day, or takes that back. */
export type LimitsChange =
  { readonly kind: 'start'; readonly from: string; readonly reason: string } | { readonly kind: 'takeBack'; readonly from: string };

/** Where limits begin anew, as Baton has it, and how one change of it went; after a lost race the newest state is shown. */
export function useLimits() {
  const client = useQueryClient();
  const { data, error, refetch } = useQuery({ queryKey: QUERY_KEY, queryFn: () => call('settings.limits', {}) });
  const [fault, setFault] = useState<unknown>(null);
  const change = async ({ typeId, version }: TypeLimits, given: LimitsChange): Promise<boolean> => {
    setFault(null);
    try {
      client.setQueryData<LimitsView>(QUERY_KEY, await call('settings.changeLimits', { typeId, version, change: given }));
      return true;
    } catch (thrown) {
      setFault(thrown);
      if (CallFailure.of(thrown).code === 'CONFIG_CONFLICT') await refetch();
      return false;
    }
  };
  const isOvertaken = fault !== null && CallFailure.of(fault).code === 'CONFIG_CONFLICT';
  return { data, error, retry: () => void refetch(), fault, isOvertaken, change };
}
