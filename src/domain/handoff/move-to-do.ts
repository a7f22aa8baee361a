import type { HandoffType } from '../type/handoff-type';
import type { Handoff, Instant } from './handoff';

/** A move that belongs to a decision and has not happened: where to, in the order to try; and who decided. */
export interface MoveToDo {
  readonly toStatusIds: readonly string[];
  readonly by: string;
}

/**
 * The move a decision still owes: on, after an acceptance that opens the route; back, after a return. It is worked out from where the
 * work item stands, so it is there after every failure and gone once anybody moved it.
 *
 * @param statusId Where the work item stands now.
 * @param status Where it was last seen and since when; null when it was never seen. Somewhere else, or there only since after the
 *   decision, it was moved meanwhile and owes nothing.
 * @returns Null when nothing is owed.
 */
export function findMoveToDo(
  handoff: Handoff,
  { opensAt, route }: Pick<HandoffType, 'opensAt' | 'route'>,
  statusId: string,
  status: { readonly id: string; readonly enteredAt: Instant } | null,
): MoveToDo | null {
  const stoodThereAt = (decidedAt: Instant): boolean => status !== null && status.id === statusId && status.enteredAt <= decidedAt;
  const { acceptance, state, returns } = handoff;
  if (state === 'ACCEPTED' && acceptance !== null && opensAt === 'acceptance') {
    const isOwed = route.fromStatusIds.includes(statusId) && stoodThereAt(acceptance.at);
    return isOwed ? { toStatusIds: [route.toStatusId], by: acceptance.by } : null;
  }
  const returned = returns.at(-1);
  if (state === 'RETURNED' && returned !== undefined && opensAt === 'offer') {
    const isOwed = statusId === route.toStatusId && stoodThereAt(returned.at);
    return isOwed ? { toStatusIds: route.fromStatusIds, by: returned.by } : null;
  }
  return null;
}
