import type { Share } from './digest-counts';
import type { MonthDigest } from './month-digest';
import { wilson } from './wilson';

/** As sure as it must be that nearly all are accepted the first time. */
const LEAST_FIRST_PASS = 0.98;

/** What the question is asked from. */
type Caught = Pick<MonthDigest, 'firstPass' | 'missed' | 'returnedFor'>;

/**
 * Whether to ask if a handoff could go (S-129): nothing was missing at a stopped move and nothing was named in a return in the last three
 * months, and first-pass acceptance (M06) is at least 98 % by the lower end of its interval. It is asked, and nothing follows by itself.
 *
 * @param recent Digests of the last three months, as far as there are any.
 * @param year Digests of up to the last thirteen months, those three among them: three alone would hardly ever be enough to be sure.
 * @returns First-pass acceptance over `year`; null where there is nothing to ask.
 */
export function couldGo(recent: readonly Caught[], year: readonly Caught[]): Share | null {
  const caught = recent.some(({ missed, returnedFor }) => missed.length > 0 || returnedFor.length > 0);
  if (caught || !recent.some(({ firstPass }) => firstPass.n > 0)) return null;
  const share = {
    k: year.reduce((sum, { firstPass }) => sum + firstPass.k, 0),
    n: year.reduce((sum, { firstPass }) => sum + firstPass.n, 0),
  };
  return (wilson(share.k, share.n)?.lower ?? 0) >= LEAST_FIRST_PASS ? share : null;
}
