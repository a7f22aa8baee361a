import type { AccountId, Instant } from '../handoff/handoff';
import type { GateCode, GateRoutes, GateView, Left, RuleConfiguration } from './projection';

/** Which further knowledge a decision can ask for: facts of the work item alone, or those and the truth behind the projections. */
export type GateLookup = 'issue' | 'truth';

/** What Jira says about the work item, already overlaid with the values of the transition screen. */
export interface GateIssue {
  readonly issueTypeId: string | null;
  /** Fields that were asked for; a field not in here is unknown, not empty. */
  readonly askedFieldIds: readonly string[];
  /** Those of them that hold a value. */
  readonly filledFieldIds: readonly string[];
  /** Who stands in those of them that are user fields and filled, by field id. */
  readonly accountIds: Readonly<Record<string, AccountId>>;
  /** Null when it was not asked for. */
  readonly attachmentCount: number | null;
  /** Values of the fields that were asked for, as Jira shows them; a field not in here is unknown where a condition names it. */
  readonly fieldValues?: Readonly<Record<string, readonly string[]>>;
  /** The files there are (`toMark`); absent when they were not asked for. */
  readonly attachmentMarks?: readonly string[];
}

/** Everything a gate decision looks at. */
export interface GateInput {
  /** When the move is judged: a waiver runs out, a time passes. */
  readonly now: Instant;
  readonly transition: { readonly fromStatusId: string; readonly toStatusId: string };
  /** `malformed`: the rule's stored configuration could not be parsed. */
  readonly rule: RuleConfiguration | 'malformed';
  /** Undefined means licensed (design decision 2). */
  readonly licenceActive: boolean | undefined;
  /** Null when the project has no stored routes; `{none: true}` is known to be empty. */
  readonly routes: GateRoutes | null;
  /** Null when the work item has no stored view; after a look at the truth: when it has no record. */
  readonly view: GateView | null;
  /** Null when Jira was not asked. */
  readonly issue: GateIssue | null;
  /** Lookups already made for this decision: none is asked for twice. */
  readonly lookedUp: readonly GateLookup[];
}

/** What of it says whether a handoff lets a move pass. */
export type JudgedMove = Pick<GateInput, 'now' | 'transition' | 'view' | 'issue'>;

/** Why a move is stopped, or would be. */
export interface GateDenial {
  readonly code: GateCode;
  /** Label of the receiving side; null where no type is concerned. */
  readonly team: string | null;
  readonly typeId: string | null;
  /** Null when there is no handoff to speak of. */
  readonly handoffId: string | null;
  /** What is left, in template order; may list fewer than `leftCount` for very large types, never fewer than three. */
  readonly left: readonly Left[];
  readonly leftCount: number;
}

/**
 * Why a move passes. `noRoute`: no active type is concerned; `paused`: an admin paused the gate of a type concerned, to be counted;
 * `waived`: the accountable person let this one move pass (T24);
 * `unlicensed`: the site's licence lapsed.
 */
export type AllowReason = 'unlicensed' | 'noRoute' | 'paused' | 'prepared' | 'accepted' | 'waived';

/** A gate decision that stands. */
export type GateRuling =
  | { readonly kind: 'allow'; readonly reason: AllowReason; readonly typeId: string | null; readonly handoffId: string | null }
  /** Stopped by the rules, but passed: observe mode (`wouldBlock`) or `onFault: allow` (`fault`). */
  | { readonly kind: 'allow'; readonly reason: 'wouldBlock' | 'fault'; readonly denial: GateDenial }
  | { readonly kind: 'deny'; readonly denial: GateDenial };

/** Outcome of a gate decision: it stands, or something must be looked up first. */
export type GateVerdict =
  | GateRuling
  /**
   * Look this up, then decide again with the same input, the lookup named in `lookedUp`. `issue`: project, status, work item type,
   * `fieldIds` and, if `attachments`, how many there are. `truth`: the same, and routes and view built from configuration and record by id.
   */
  | { readonly kind: 'needs'; readonly what: GateLookup; readonly fieldIds: readonly string[]; readonly attachments: boolean };
