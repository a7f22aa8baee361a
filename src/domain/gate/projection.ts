import type { AccountId, HandoffState, Instant } from '../handoff/handoff';
import type { Condition } from '../type/handoff-type';

/** What kind of thing is still to be done before a handoff is complete. */
type LeftKind = 'item' | 'section' | 'receiver';

/** One thing left, in template order: items, then note sections, then the receiver. */
export interface Left {
  readonly kind: LeftKind;
  readonly id: string;
  readonly title: string;
}

/**
 * One thing left with its place in the template, so that answers from storage and answers from Jira can be put in one order.
 * Places count all items of the type from 0, then all note sections, then the receiver.
 */
export interface PlacedLeft extends Left {
  readonly position: number;
}

/** How the gate sees one handoff: the newest of its type, live or ended. */
export interface GateViewHandoff {
  readonly handoffId: string;
  readonly typeId: string;
  readonly typeVersion: number;
  readonly n: number;
  readonly state: HandoffState;
  /** What is left as far as stored answers tell; `field` and `attachment` items and field receivers are not in it. */
  readonly left: readonly PlacedLeft[];
  /** How many are left as far as stored answers tell; more than `left` lists when the list was cut to keep the view small. */
  readonly leftCount: number;
  /** What only Jira can tell, looked up by the gate's one permitted GET, and what only the time of the move can. */
  readonly live: readonly LiveRequirement[];
  readonly waitsFor: 'sender' | 'receiver' | 'nobody';
  /** The newest offer, also while a returned one is revised. Null when it was never offered. */
  readonly offeredAt: Instant | null;
  readonly acceptedAt: Instant | null;
  /** Until when a waiver lets one move of the route pass (T24); absent: none does. */
  readonly waivedUntil?: Instant;
}

/** A requirement whose answer lives on the work item itself or depends on the time of the move; `position` as in `PlacedLeft`. */
export type LiveRequirement =
  | {
      readonly kind: 'field';
      readonly id: string;
      readonly title: string;
      readonly fieldId: string;
      readonly position: number;
      /** Absent: it is required whatever the work item holds; so below. */
      readonly appliesIf?: Condition;
    }
  | {
      readonly kind: 'attachment';
      readonly id: string;
      readonly title: string;
      readonly position: number;
      readonly appliesIf?: Condition;
      /** Files that were there when somebody confirmed them (`toMark`); absent: any file will do. */
      readonly confirmed?: readonly string[];
    }
  | {
      /** Not answered, and required only where the condition holds. */
      readonly kind: 'condition';
      readonly id: string;
      readonly title: string;
      readonly position: number;
      readonly appliesIf: Condition;
    }
  | {
      /** Answered with a time, and left from that moment on (S-052): only the time of the move can tell. */
      readonly kind: 'ahead';
      readonly id: string;
      readonly title: string;
      readonly position: number;
      readonly leftFrom: Instant;
      readonly appliesIf?: Condition;
    }
  | {
      /** The receiver stands in a user field; whoever is the sender does not count (I6). `senderId` null: nothing is prepared. */
      readonly kind: 'receiverField';
      readonly title: string;
      readonly fieldId: string;
      readonly senderId: AccountId | null;
      readonly position: number;
    };

/** A status and since when, as ISO UTC text. */
export interface SeenStatus {
  readonly id: string;
  readonly enteredAt: Instant;
  /** Since when the work item counts as resolved, over every such status it passed; absent while it does not. */
  readonly doneSince?: Instant;
}

/** Body of `gate-view`: what the gate must know of one work item, keyed by issue key, written with the truth. */
export interface GateView {
  readonly schema: 1;
  readonly issueId: string;
  readonly projectId: string;
  /** Null when it was never looked up. */
  readonly issueTypeId: string | null;
  /** Status the work item was last seen in, and when it entered it or else was first seen there; null when no status was ever seen. */
  readonly status: SeenStatus | null;
  /** The newest handoff of each type, ended ones included: an ended one decides too (E29). */
  readonly handoffs: readonly GateViewHandoff[];
  /** True when handoffs had to be left out to keep the view small: a type missing here must then be looked up in the truth. */
  readonly partial: boolean;
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
  /** The first of what is required and Baton itself stores, in template order: as many as NOT_PREPARED can name. */
  readonly required: readonly PlacedLeft[];
  /** How many those are in all; absent: `required` lists every one. */
  readonly requiredCount?: number;
  /** Required, but answered on the work item itself; not in `required`. */
  readonly live: readonly LiveRequirement[];
}

/** Body of `gate-routes`. `none` true: known to have no active type, so every move passes. */
export interface GateRoutes {
  readonly schema: 1;
  /** Whose routes these are: a key can pass from one project to another. */
  readonly projectId: string;
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
