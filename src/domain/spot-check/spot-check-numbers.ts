import { hasDefect, type SpotCheckContent } from './spot-check';

/** What some spot checks found. */
export interface SpotChecksCounted {
  readonly checked: number;
  /** Of these, the ones with at least one answer that was not so (M16 c). */
  readonly defects: number;
  /** Evidence among ticks and evidence of the checked handoffs (M16 b). */
  readonly evidence: { readonly k: number; readonly n: number };
}

/** What spot checks found, over those the document keeps. */
export interface SpotCheckNumbers extends SpotChecksCounted {
  /** The same by the month in which the checked handoffs were first handed off (`yyyy-mm`), newest first. */
  readonly months: readonly (SpotChecksCounted & { readonly month: string })[];
}

type Checks = SpotCheckContent['checks'];

/** Counts what was found. */
export function countSpotChecks({ checks }: Pick<SpotCheckContent, 'checks'>): SpotCheckNumbers {
  const months = [...new Set(checks.map(({ month }) => month))].sort().reverse();
  return { ...count(checks), months: months.map((month) => ({ month, ...count(checks.filter((check) => check.month === month)) })) };
}

function count(checks: Checks): SpotChecksCounted {
  return {
    checked: checks.length,
    defects: checks.filter(hasDefect).length,
    evidence: {
      k: checks.reduce((sum, { evidence }) => sum + evidence.k, 0),
      n: checks.reduce((sum, { evidence }) => sum + evidence.n, 0),
    },
  };
}
