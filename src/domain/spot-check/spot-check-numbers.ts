import { hasDefect, type SpotCheckContent } from './spot-check';

/** What spot checks found, over those the document keeps. */
export interface SpotCheckNumbers {
  readonly checked: number;
  /** Of these, the ones with at least one answer that was not so (M16 c). */
  readonly defects: number;
  /** Evidence among ticks and evidence of the checked handoffs (M16 b). */
  readonly evidence: { readonly k: number; readonly n: number };
}

/** Counts what was found. */
export function countSpotChecks({ checks }: Pick<SpotCheckContent, 'checks'>): SpotCheckNumbers {
  return {
    checked: checks.length,
    defects: checks.filter(hasDefect).length,
    evidence: {
      k: checks.reduce((sum, { evidence }) => sum + evidence.k, 0),
      n: checks.reduce((sum, { evidence }) => sum + evidence.n, 0),
    },
  };
}
