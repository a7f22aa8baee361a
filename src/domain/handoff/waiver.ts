import type { EventHeader, LoggedEvent } from './event';
import type { Handoff, Instant, Waiver, WaiverKind } from './handoff';

/**
 * The waiver that still counts for something: granted, not used and not run out (T24).
 *
 * @returns Null when there is none.
 */
export function findWaiver({ waivers }: Pick<Handoff, 'waivers'>, kind: WaiverKind, now: Instant): Waiver | null {
  const waiver = waivers?.at(-1);
  return waiver !== undefined && waiver.usedAt === null && now < waiver.expiresAt && waiver.kinds.includes(kind) ? waiver : null;
}

/** What a handoff's log says once its newest waiver ran out unused and the log does not say so yet. */
export function expireWaiver({ waivers }: Pick<Handoff, 'waivers'>, header: EventHeader): LoggedEvent[] {
  const waiver = waivers?.at(-1);
  const isOver = waiver !== undefined && waiver.usedAt === null && waiver.expired !== true && header.at >= waiver.expiresAt;
  return isOver ? [{ ...header, type: 'waiver.expired' }] : [];
}
