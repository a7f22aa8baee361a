import type { HealthMonth } from '../../../src/contract/health';
import type { Say } from '../../kit/numbers/say-numbers';

/**
 * One line about work items that were handed over four times or more, whatever the types (S-128); null where there are none. Of handoffs
 * stored before types were counted together it is those of one type within the month.
 */
export function chainWarning(
  { t }: Pick<Say, 't'>,
  { longChains, handoffsPerTicket: { fatigued } }: Pick<HealthMonth, 'longChains' | 'handoffsPerTicket'>,
): string | null {
  const count = Math.max(longChains ?? 0, fatigued);
  return count === 0 ? null : t('health.change.chains', { count });
}
