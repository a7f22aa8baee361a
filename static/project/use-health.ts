import { useQuery } from '@tanstack/react-query';
import type { HealthView } from '../../src/contract/health';
import type { ProjectHome } from '../../src/contract/project-home';
import { isEnoughForTrends } from '../../src/domain/metrics/enough-for-trends';
import { call } from '../kit/bridge/call';

/** The numbers of the last year, and whether they are enough to be shown. */
export interface Health {
  /** At least one type has enough handoffs. */
  readonly hasTrends: boolean;
  readonly health: HealthView | undefined;
  readonly error: Error | null;
  readonly retry: () => void;
}

/**
 * Whether there is a *Trends* tab, and what it shows. Where the page's own answer says there is, the numbers are asked for when the tab is
 * opened; else in the background once the lists are shown, since handoffs of older months may be enough.
 */
export function useHealth(home: ProjectHome, isOpened: boolean): Health {
  const isKnown = home.hasTrends === true;
  const query = useQuery({ queryKey: ['project.health'], queryFn: () => call('project.health', {}), enabled: isOpened || !isKnown });
  const hasTrends = isKnown || (query.data?.types.some(({ months }) => isEnoughForTrends(months)) ?? false);
  return { hasTrends, health: query.data, error: query.error, retry: () => void query.refetch() };
}
