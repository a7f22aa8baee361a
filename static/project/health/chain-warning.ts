import type { HealthMonth } from '../../../src/contract/health';
import type { Say } from './say-numbers';

/** One line about work items that were handed over four times or more (S-128); null where there are none. */
export function chainWarning(
  { t }: Pick<Say, 't'>,
  { handoffsPerTicket: { fatigued } }: Pick<HealthMonth, 'handoffsPerTicket'>,
): string | null {
  return fatigued === 0 ? null : t('health.change.chains', { count: fatigued });
}
