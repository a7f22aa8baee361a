import type { HandoffState, Instant } from '../handoff/handoff';

/** What kind of thing is still to be done before a handoff is complete. */
export type LeftKind = 'item' | 'section' | 'receiver';

/** One thing left, in template order: items, then note sections, then the receiver. */
export interface Left {
  readonly kind: LeftKind;
  readonly id: string;
  readonly title: string;
}

/** How the gate sees one handoff. */
export interface GateViewHandoff {
  readonly handoffId: string;
  readonly typeId: string;
  readonly typeVersion: number;
  readonly n: number;
  readonly state: HandoffState;
  /** What is left as far as stored answers tell; `field` and `attachment` items and field receivers are not in it. */
  readonly left: readonly Left[];
  /** What only Jira can tell: looked up by the gate's one permitted GET. */
  readonly live: readonly LiveRequirement[];
  readonly waitsFor: 'sender' | 'receiver' | 'nobody';
  readonly offeredAt: Instant | null;
  readonly acceptedAt: Instant | null;
}

/** A requirement whose answer lives on the work item itself; `position` is its place among all requirements of the type. */
export type LiveRequirement =
  | { readonly kind: 'field'; readonly id: string; readonly title: string; readonly fieldId: string; readonly position: number }
  | { readonly kind: 'attachment'; readonly id: string; readonly title: string; readonly position: number }
  | { readonly kind: 'receiverField'; readonly fieldId: string; readonly position: number };

/** Body of `gate-view`: what the gate must know of one work item, keyed by issue key, written with the truth. */
export interface GateView {
  readonly schema: 1;
  readonly issueId: string;
  readonly projectId: string;
  /** Null when it was never looked up. */
  readonly issueTypeId: string | null;
  /** Status the work item was last seen in and since when; null when no move was ever seen. */
  readonly status: { readonly id: string; readonly enteredAt: Instant } | null;
  readonly handoffs: readonly GateViewHandoff[];
}

/** How the gate sees one active type of a project. */
export interface GateRoute {
  readonly typeId: string;
  readonly typeVersion: number;
  readonly team: string;
  readonly fromStatusIds: readonly string[];
  readonly toStatusId: string;
  readonly opensAt: 'offer' | 'acceptance';
  readonly workItemTypeIds: readonly string[];
  readonly paused: boolean;
  /** Titles of everything required, in template order, for NOT_PREPARED. */
  readonly required: readonly Left[];
  readonly live: readonly LiveRequirement[];
}

/** Body of `gate-routes`. `none` true: known to have no active type, so every move passes. */
export interface GateRoutes {
  readonly schema: 1;
  readonly none: boolean;
  readonly routes: readonly GateRoute[];
}

/** A workflow rule's own configuration; it arrives in the payload, so it works when storage does not (design decision 2). */
export interface RuleConfiguration {
  readonly schema: 1;
  readonly requires: 'prepared' | 'accepted';
  readonly mode: 'enforce' | 'observe';
  readonly onFault: 'block' | 'allow';
}

/** The gate's refusal codes, one message each (experience.md 5). */
export type GateCode = 'INCOMPLETE' | 'NOT_PREPARED' | 'NOT_ACCEPTED' | 'RETURNED' | 'RULE_BROKEN' | 'CANNOT_CHECK';
