import type { HealthMonth, HealthView } from '../../../src/contract/health';
import type { Share } from '../../../src/domain/metrics/digest-counts';
import { funnelLimits, type FunnelLimits } from '../../../src/domain/metrics/funnel-limits';
import { standardised } from '../../../src/domain/metrics/standardised';

/** One type among the others, over the months of the view. */
export interface TypeInFunnel extends Share {
  readonly typeId: string;
  readonly name: string;
  readonly limits: FunnelLimits;
  /** `expected`: like the others; `unusual`: beyond 95 %; `far`: beyond 99.8 %. */
  readonly standing: 'expected' | 'unusual' | 'far';
}

/** Types compared without a ranking (domain.md 3.1 rule 7). */
export interface Funnel {
  /** Of all types together. */
  readonly share: number;
  /** In the order of the settings; those below five are not compared. */
  readonly types: readonly TypeInFunnel[];
}

/** A total over all types, and the same with a mix that stays (domain.md 3.1 rule 8). */
export interface MixedTotal {
  readonly month: string;
  readonly total: Share;
  /** Null where no type with weight in the mix had anything to count. */
  readonly sameMix: number | null;
}

const LEAST_OF_TYPE = 5;

/** Two types are the fewest that can be compared. */
export const LEAST_TYPES = 2;

/** First-time acceptance of the types that have enough to be compared; null below two of them. */
export function firstPassFunnel({ types }: HealthView): Funnel | null {
  const all = types.map(({ typeId, name, months }) => ({ typeId, name, ...sumOf(months.map(({ firstPass }) => firstPass)) }));
  const { k, n } = sumOf(all);
  const compared = all.filter((type) => type.n >= LEAST_OF_TYPE);
  if (compared.length < LEAST_TYPES) return null;
  return {
    share: k / n,
    types: compared.flatMap((type): TypeInFunnel[] => {
      const limits = funnelLimits(k / n, type.n);
      return limits === null ? [] : [{ ...type, limits, standing: standingOf(type, limits) }];
    }),
  };
}

/**
 * A total of each month beside what it would be if every month had the same mix of types: the volumes of the twelve months before the
 * present one.
 */
export function mixedTotals({ months, types }: HealthView, of: 'firstPass' | 'error'): readonly MixedTotal[] {
  const present = months.at(-1) ?? '';
  const mix = types.map((type) => type.months.reduce((sum, { month, offered }) => (month < present ? sum + offered : sum), 0));
  return months.flatMap((month): MixedTotal[] => {
    const shares = types.map((type) => shareIn(type.months, month, of));
    const total = sumOf(shares);
    return total.n === 0 ? [] : [{ month, total, sameMix: standardised(shares, mix) }];
  });
}

function shareIn(months: readonly HealthMonth[], month: string, of: 'firstPass' | 'error'): Share {
  return months.find((each) => each.month === month)?.[of] ?? { k: 0, n: 0 };
}

function sumOf(shares: readonly Share[]): Share {
  return { k: shares.reduce((sum, { k }) => sum + k, 0), n: shares.reduce((sum, { n }) => sum + n, 0) };
}

function standingOf({ k, n }: Share, { inner, outer }: FunnelLimits): TypeInFunnel['standing'] {
  const share = k / n;
  if (share < outer.lower || share > outer.upper) return 'far';
  return share < inner.lower || share > inner.upper ? 'unusual' : 'expected';
}
