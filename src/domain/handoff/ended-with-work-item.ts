import type { SeenStatus } from '../gate/projection';
import type { HandoffType } from '../type/handoff-type';
import type { Handoff, Instant } from './handoff';
import { addMs } from './instant';
import { RESOLVED_GRACE_MS } from './limits';

/**
 * When an open handoff ends because its work item was resolved over its head: 24 hours after that (E18).
 *
 * @returns Null while the work item is not resolved, where that is a status of the handoff's own route, or where it was handed off in it.
 */
export function endsWithWorkItemAt(handoff: Handoff, { route }: Pick<HandoffType, 'route'>, status: SeenStatus | null): Instant | null {
  const { offer, state } = handoff;
  if (status?.doneSince === undefined || offer === null || (state !== 'OFFERED' && state !== 'IN_VERIFICATION')) return null;
  const isOnRoute = status.id === route.toStatusId || route.fromStatusIds.includes(status.id);
  return isOnRoute || status.doneSince <= offer.at ? null : addMs(status.doneSince, RESOLVED_GRACE_MS);
}
