import type { Left } from '../domain/gate/projection';
import type { AttachmentMark, Bypass, EndedHandoff, Handoff, Instant, Receiver, Return } from '../domain/handoff/handoff';
import type { HandoffPackage } from '../domain/handoff/handoff-package';
import type { ChangeAfterSignOff } from '../domain/handoff/relied-facts';
import type { HandoffType } from '../domain/type/handoff-type';

/** A person's name as Jira shows it to the viewer, fetched when shown, never stored. */
export interface Person {
  readonly accountId: string;
  readonly displayName: string;
  readonly avatarUrl: string | null;
  readonly active: boolean;
}

/** An earlier attempt or an ended handoff that can be read again. */
export interface EarlierRound {
  readonly handoffId: string;
  readonly attempt: number;
  readonly offeredAt: Instant;
  readonly outcome: 'returned' | 'accepted' | 'withdrawn' | 'open';
  readonly outcomeAt: Instant | null;
}

/** Everything about one route of one work item that the Handoff screen shows. */
export interface HandoffCard {
  readonly handoffType: HandoffType;
  readonly fromStatusNames: readonly string[];
  readonly toStatusName: string;
  /** Null: nothing prepared yet, or the last one ended. */
  readonly handoff: Handoff | null;
  /** The newest ended handoff of this type, when none is live; else null. Its rating is null for everyone but the pair. */
  readonly ended: EndedHandoff | null;
  /** What is left before it can be handed off; the same count as the gate's. Empty when complete or offered. */
  readonly left: readonly Left[];
  /** Who it goes to if nobody chooses: the type's rule, or the viewer's last choice. */
  readonly defaultReceiver: Receiver | null;
  /** Whether the viewer is the named receiver, or belongs to the receiving pool. */
  readonly viewerIsCandidate: boolean;
  /** A work item of this type stands in one of the from-statuses, so a handoff can be prepared now. */
  readonly startsHere: boolean;
  /** For an offer: whether its one notification went out. `none` when there is nobody to tell (a pool). */
  readonly notification: 'none' | 'pending' | 'sent' | 'notSent';
  /** Moved, but the offer is still to come (repairs itself); since when. Else null. */
  readonly movedNotOfferedSince: Instant | null;
  /** The viewer accepted or returned it, and the work item still stands where that should have moved it away from; it can be tried again. */
  readonly moveToDo: boolean;
  /** What changed on the work item after the sign-off, with the digest that confirming it names; absent when nothing did. */
  readonly changedAfterSignOff?: Pick<ChangeAfterSignOff, 'digest' | 'changes'>;
  readonly earlierRounds: readonly EarlierRound[];
  /** The viewer answers for the type or administers the project, so they may step in where the pair cannot go on; absent: not. */
  readonly viewerStandsIn?: true;
  /** The viewer may let a move pass once although something is left (T24); absent: not, or one still counts. */
  readonly viewerMayWaive?: true;
  /** The viewer just accepted it and can hand it back along a type that leads back (E23); absent: not. */
  readonly viewerMayHandBack?: true;
  /** Which of the two has left: their account is closed (E1, E3); absent: neither. */
  readonly gone?: { readonly sender: boolean; readonly receiver: boolean };
  /** The work item stands where a move without a handoff brought it, and none was handed over since (domain.md 4.8); absent: not so. */
  readonly bypass?: Bypass;
}

/** The Handoff screen of one work item. */
export interface HandoffScreen {
  /** Revision of the stored record; 0 when nothing is stored. Watching compares it. */
  readonly rev: number;
  readonly issue: {
    readonly id: string;
    readonly key: string;
    readonly summary: string;
    readonly statusId: string;
    readonly statusName: string;
    readonly hasDescription: boolean;
    readonly attachmentCount: number;
    readonly filledFieldIds: readonly string[];
    /** Values of the Jira fields that items ask for or depend on, as Jira shows them to the viewer; absent where no item does. */
    readonly fieldValues?: Readonly<Record<string, readonly string[]>>;
    /** The files there are; absent where no item asks to confirm them. */
    readonly attachments?: readonly AttachmentMark[];
  };
  readonly viewer: { readonly accountId: string; readonly canEdit: boolean };
  /** The site's licence lapsed: everything is read-only. */
  readonly readOnly: boolean;
  /** Accepted handoffs of the work item so far, of whatever type, from the fourth on (S-128); absent before. */
  readonly handedOver?: number;
  /** Empty when Baton is off here or no type fits: the surface then shows nothing but one quiet line. */
  readonly cards: readonly HandoffCard[];
  readonly people: Readonly<Record<string, Person>>;
  /** Names of receiving groups and roles by id. */
  readonly pools: Readonly<Record<string, string>>;
}

/**
 * What saving fields answers: only what a save can change, so that it costs one read and one write (design.md 5). The surface
 * lays it over the screen it has; `left` is worked out there from the same facts.
 */
export interface EditAnswer {
  readonly rev: number;
  readonly typeId: string;
  readonly handoff: Handoff;
}

/** An earlier round, read-only. */
export interface RoundView {
  readonly handoffId: string;
  readonly attempt: number;
  readonly package: HandoffPackage;
  readonly questions: Handoff['questions'];
  readonly returned: Return | null;
  readonly nextStep: string | null;
  readonly people: Readonly<Record<string, Person>>;
}

/** One line of a handoff's history. */
export interface TimelineEntry {
  readonly at: Instant;
  readonly event: string;
  readonly actorId: string | null;
  readonly actorKind: 'user' | 'automation' | 'system';
  readonly path: string;
  /** Item or section title, question, reason: already cut to 200 characters; null when the event has none. */
  readonly detail: string | null;
}
