import type { HandoffType } from '../type/handoff-type';
import type { Bypass, HandoffRecord } from './handoff';

/**
 * The move along this type's route that nothing was handed over for yet: the newest one, while the work item still stands where it led.
 * Both sides are asked to make up for it; nobody moves it back (domain.md 4.8).
 *
 * @param record Null where nothing is stored.
 * @param statusId Where the work item stands now.
 * @returns Null when there is nothing to make up for.
 */
export function findBypass(record: HandoffRecord | null, type: HandoffType, statusId: string): Bypass | null {
  const bypass = record?.bypasses?.find(({ typeId }) => typeId === type.typeId);
  if (record === null || bypass === undefined || statusId !== type.route.toStatusId) return null;
  const wasHandedOver = [...record.handoffs, ...record.ended].some(
    ({ typeId, lastOfferedAt }) => typeId === type.typeId && lastOfferedAt !== null && lastOfferedAt >= bypass.at,
  );
  return wasHandedOver ? null : bypass;
}
