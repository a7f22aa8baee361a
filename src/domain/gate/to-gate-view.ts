import { ACTIVE_STATES, type EndedHandoff, type Handoff, type HandoffRecord, type HandoffState } from '../handoff/handoff';
import { whatIsLeft } from '../handoff/what-is-left';
import type { HandoffType } from '../type/handoff-type';
import { cutText } from './cut-text';
import { MAX_QUOTED_TITLE_LENGTH } from './gate-message';
import type { GateView, GateViewHandoff, SeenStatus } from './projection';
import { liveRequirementsOf, placeLeft } from './requirement';

/** Largest body of a `gate-view`, in bytes of UTF-8 JSON: the gate reads it on every move. */
export const MAX_GATE_VIEW_BYTES = 10 * 1024;

/** How many titles stay when a view is too large, tried in this order; the message names three at most. */
const LIST_LENGTHS = [30, 12, 3] as const;

/** What Jira said about the work item when it was last looked at. */
export interface SeenIssue {
  readonly projectId: string;
  /** Null when it was never looked up. */
  readonly issueTypeId: string | null;
  readonly status: SeenStatus | null;
}

/** Finds one published version of a type; null when it is not at hand. */
export type FindType = (typeId: string, version: number) => HandoffType | null;

/**
 * Body of `gate-view`: how the gate sees the newest handoff of each type of one work item.
 *
 * A view that would be too large loses title text first, then list entries (the counts stay right), then whole handoffs, oldest
 * ended first: then it says `partial`, and the gate looks those types up in the truth.
 *
 * @param findType Must know the pinned version of every live handoff; one it does not know is left out and makes the view partial.
 * @param maxBytes Infinity for a view that is decided on at once and not stored.
 */
export function toGateView(record: HandoffRecord, seen: SeenIssue, findType: FindType, maxBytes: number = MAX_GATE_VIEW_BYTES): GateView {
  const newest = newestPerType(record);
  const live = newest.live.flatMap((handoff) => {
    const type = findType(handoff.typeId, handoff.typeVersion);
    return type === null ? [] : [fromLive(handoff, type)];
  });
  const full: GateView = {
    schema: 1,
    issueId: record.issueId,
    projectId: seen.projectId,
    issueTypeId: seen.issueTypeId,
    status: seen.status,
    handoffs: [...live, ...newest.ended.map(fromEnded)],
    partial: live.length < newest.live.length,
  };
  return shrink(full, maxBytes);
}

function newestPerType(record: HandoffRecord): { readonly live: readonly Handoff[]; readonly ended: readonly EndedHandoff[] } {
  const newestN = new Map<string, number>();
  for (const { typeId, handoffId } of [...record.handoffs, ...record.ended]) {
    newestN.set(typeId, Math.max(newestN.get(typeId) ?? 0, numberOf(handoffId)));
  }
  const isNewest = (handoff: { readonly typeId: string; readonly handoffId: string }): boolean =>
    newestN.get(handoff.typeId) === numberOf(handoff.handoffId);
  return { live: record.handoffs.filter(isNewest), ended: record.ended.filter(isNewest) };
}

/** The n of `{issueId}-{typeId}-{n}`. */
function numberOf(handoffId: string): number {
  return Number(handoffId.slice(handoffId.lastIndexOf('-') + 1));
}

function fromLive(handoff: Handoff, type: HandoffType): GateViewHandoff {
  const toFill = handoff.state === 'DRAFT' || handoff.state === 'RETURNED';
  const left = toFill ? placeLeft(whatIsLeft(handoff, type, null), type) : [];
  return {
    handoffId: handoff.handoffId,
    typeId: handoff.typeId,
    typeVersion: handoff.typeVersion,
    n: numberOf(handoff.handoffId),
    state: handoff.state,
    left,
    leftCount: left.length,
    live: toFill ? liveRequirementsOf(type, handoff) : [],
    waitsFor: waitsFor(handoff.state),
    offeredAt: handoff.lastOfferedAt,
    acceptedAt: handoff.acceptance?.at ?? null,
    ...toWaivedUntil(handoff),
  };
}

/** Whether it has run out is for the gate to see: it knows the time, a stored view does not. */
function toWaivedUntil({ waivers, state }: Handoff): Pick<GateViewHandoff, 'waivedUntil'> {
  const waiver = waivers?.at(-1);
  const isOpen = waiver !== undefined && waiver.usedAt === null && waiver.kinds.includes('left') && ACTIVE_STATES.includes(state);
  return isOpen ? { waivedUntil: waiver.expiresAt } : {};
}

function fromEnded(ended: EndedHandoff): GateViewHandoff {
  return {
    handoffId: ended.handoffId,
    typeId: ended.typeId,
    typeVersion: ended.typeVersion,
    n: numberOf(ended.handoffId),
    state: ended.state,
    left: [],
    leftCount: 0,
    live: [],
    waitsFor: 'nobody',
    offeredAt: ended.lastOfferedAt,
    acceptedAt: ended.acceptedAt,
  };
}

function waitsFor(state: HandoffState): GateViewHandoff['waitsFor'] {
  if (state === 'DRAFT' || state === 'RETURNED') return 'sender';
  if (state === 'OFFERED' || state === 'IN_VERIFICATION') return 'receiver';
  return 'nobody';
}

function shrink(full: GateView, maxBytes: number): GateView {
  if (sizeBytes(full) <= maxBytes) return full;
  let view = full;
  for (const length of LIST_LENGTHS) {
    view = { ...full, handoffs: full.handoffs.map((handoff) => shorten(handoff, length)) };
    if (sizeBytes(view) <= maxBytes) return view;
  }
  while (view.handoffs.length > 0 && sizeBytes(view) > maxBytes) {
    view = { ...view, handoffs: view.handoffs.slice(0, -1), partial: true };
  }
  return view;
}

function shorten(handoff: GateViewHandoff, length: number): GateViewHandoff {
  return {
    ...handoff,
    left: handoff.left.slice(0, length).map((one) => ({ ...one, title: cutText(one.title, MAX_QUOTED_TITLE_LENGTH) })),
    live: handoff.live.map((one) => ({ ...one, title: cutText(one.title, MAX_QUOTED_TITLE_LENGTH) })),
  };
}

function sizeBytes(view: GateView): number {
  return new TextEncoder().encode(JSON.stringify(view)).length;
}
