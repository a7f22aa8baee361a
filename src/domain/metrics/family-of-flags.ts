import { benjaminiHochberg } from './benjamini-hochberg';
import { normalTail } from './normal-tail';
import type { RatingVerdict } from './rating-flags';

/** The verdicts of all types of a project, looked at together (domain.md 3.5). */
export interface FlagFamily {
  /** In the order they came, without the LOW-3 that many types make likely by chance. */
  readonly verdicts: readonly RatingVerdict[];
  /** There were so many types that LOW-3 had to stand out among them. */
  readonly isAdjusted: boolean;
  /** At most so many of the LOW-3 are expected to be false, to be told beside them. */
  readonly expectedFalse: number;
}

/** Up to so many types, LOW-3 stands as it is. */
const MANY_TYPES = 10;

const FALSE_DISCOVERIES = 0.1;

/** About the chance of LOW-3 for a type whose true mean is 3. */
const FALSE_ALARM = 0.05;

/**
 * Keeps LOW-3 honest among many types: above ten that can be judged at all, one stays only where Benjamini and Hochberg's rule at
 * 10 % keeps it too.
 */
export function familyOfFlags(verdicts: readonly RatingVerdict[]): FlagFamily {
  const judged = verdicts.filter(({ z }) => z !== null);
  if (judged.length <= MANY_TYPES) return { verdicts, isAdjusted: false, expectedFalse: judged.length * FALSE_ALARM };
  const adjusted = new Map(benjaminiHochberg(judged.map(({ z }) => normalTail(-(z ?? 0)))).map((p, index) => [judged[index], p]));
  const kept = verdicts.map((verdict) =>
    (adjusted.get(verdict) ?? 1) <= FALSE_DISCOVERIES
      ? verdict
      : { ...verdict, flags: verdict.flags.filter(({ level }) => level !== 'LOW-3') },
  );
  const standing = kept.filter(({ flags }) => flags.some(({ level }) => level === 'LOW-3')).length;
  return { verdicts: kept, isAdjusted: true, expectedFalse: standing * FALSE_DISCOVERIES };
}
