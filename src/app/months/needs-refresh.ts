import type { Instant } from '../../domain/handoff/handoff';
import { msBetween } from '../../domain/handoff/instant';
import type { StoredDigest } from '../ports/month-summaries';

/** How old the numbers of a provisional month may get without any of its handoffs changing, in ms. */
const REFRESH_AFTER_MS = 24 * 60 * 60_000;

/**
 * Whether somebody who looks at a month should have it made anew: it was stored before there were digests, or time alone may have changed
 * it, since windows end and open handoffs grow older. A closed month never is.
 */
export function needsRefresh({ digest }: Pick<StoredDigest, 'digest'>, now: Instant): boolean {
  return digest === null || (digest.isProvisional && msBetween(digest.asOf, now) > REFRESH_AFTER_MS);
}
