import type { HealthMonth } from '../../../src/contract/health';
import { sayHours, sayShare, UNKNOWN, type Say } from '../../kit/numbers/say-numbers';

/** One of the three questions a process is judged by (S-014), each bound to one metric. */
export interface Heading {
  readonly id: 'speed' | 'spread' | 'errors';
  /** The metric of domain.md 3.2 it stands on. */
  readonly metric: 'M01' | 'M06';
  readonly value: string;
  /** How many it was worked out from. */
  readonly n: number;
}

/** Predictable, fast, error-resistant: P85 − P50 and P50 of the time to accept in working hours, and first-time acceptance. */
export function headingsOf(say: Say, { cycleWorking, firstPass }: HealthMonth): readonly Heading[] {
  const { p50, p85, n } = cycleWorking;
  return [
    { id: 'spread', metric: 'M01', value: p50 === null || p85 === null ? UNKNOWN : sayHours(say, p85 - p50), n },
    { id: 'speed', metric: 'M01', value: sayHours(say, p50), n },
    { id: 'errors', metric: 'M06', value: sayShare(say, firstPass), n: firstPass.n },
  ];
}
