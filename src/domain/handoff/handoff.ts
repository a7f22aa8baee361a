import type { WorkingCalendar } from '../calendar/working-calendar';
import type { TalkAdvice } from './talk-advice';

/** A moment as ISO 8601 UTC text with milliseconds, for example `2026-03-02T09:15:00.000Z`. Sorts as text. */
export type Instant = string;

/** Atlassian account id. The only thing Baton stores about a person (platform.md 4.4). */
export type AccountId = string;

/**
 * Where a handoff stands (domain.md 4.2).
 *
 * "Ready" is missing on purpose: a draft that passes every guard *is* ready, so it is derived from what is left and
 * never stored. Active states are DRAFT, OFFERED, IN_VERIFICATION and RETURNED; the last four are terminal.
 */
export type HandoffState =
  'DRAFT' | 'OFFERED' | 'IN_VERIFICATION' | 'RETURNED' | 'ACCEPTED' | 'CLOSED' | 'CANCELLED' | 'SUPERSEDED' | 'VOIDED';

/** Who is asked to take the work on. A group or a role is a pool: one of its members takes it before accepting. */
export type Receiver =
  | { readonly kind: 'person'; readonly accountId: AccountId }
  | { readonly kind: 'group'; readonly groupId: string }
  | { readonly kind: 'role'; readonly roleId: string };

/** One file of the work item as it was when somebody looked; a replaced file has another id or size (E35). */
export interface AttachmentMark {
  readonly id: string;
  readonly sizeBytes: number;
}

/**
 * "I don't know yet" (S-039): who finds out, and until which day (`YYYY-MM-DD`). It answers nothing: what it stands for stays left, and
 * the receiver sees it if the move is let through all the same.
 */
export interface Unknown {
  readonly kind: 'unknown';
  readonly ownerId: AccountId;
  readonly until: string;
  /** What is known so far; may be empty. */
  readonly note: string;
}

/** One chosen option. */
export interface Chosen {
  readonly id: string;
  /** As the item called it when it was chosen. */
  readonly name: string;
}

/**
 * What somebody entered for a checklist item.
 *
 * `noneKnown` and `inDescription` are explicit choices that an item may offer instead of a blank (S-121);
 * `notApplicable` needs a reason and counts as answered. Items of kind `field` and `attachment` are read from the work
 * item and hold no answer, unless somebody marks them not applicable. `approval` is given by its entry's `by` at its `at`.
 * `attached` says that everything is there and holds what was there then; `noneNeeded` that nothing has to be.
 * `when` is a moment, with `endsAt` a window of time; `choice` holds the chosen options by the names they had, so that it can be read
 * without its type.
 */
export type ItemAnswer =
  | { readonly kind: 'tick' }
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'link'; readonly url: string }
  | { readonly kind: 'noneKnown' }
  | { readonly kind: 'inDescription' }
  | { readonly kind: 'notApplicable'; readonly reason: string }
  | { readonly kind: 'approval' }
  | { readonly kind: 'attached'; readonly attachments: readonly AttachmentMark[] }
  | { readonly kind: 'noneNeeded' }
  | { readonly kind: 'when'; readonly at: Instant; readonly endsAt?: Instant }
  | { readonly kind: 'choice'; readonly chosen: readonly Chosen[] }
  | Unknown;

/**
 * One value of the draft with who set it last and when.
 *
 * `value` is null after it was cleared: the entry stays so that `version` keeps growing. `version` starts at 1 and grows by
 * one with every change; a writer names the version it saw, 0 for a field nobody has touched (domain.md 4.7).
 */
export interface Entry<T> {
  readonly value: T | null;
  readonly by: AccountId;
  readonly at: Instant;
  readonly version: number;
  /**
   * True when the text repeated the work item's title as it read at the moment of saving: then it is no answer. Kept here
   * because the gate does not ask Jira for the title, and every surface must count the same (experience.md 4).
   */
  readonly repeatsTitle?: true;
  /** Only for sections: what stands there instead of text; `value` is null then. */
  readonly unknown?: Unknown;
}

/** A question of the receiving side: open until it is answered or its asker withdraws it (S-086). */
export interface Question {
  readonly questionId: string;
  readonly text: string;
  readonly askedBy: AccountId;
  readonly askedAt: Instant;
  readonly answer: { readonly text: string; readonly by: AccountId; readonly at: Instant } | null;
  /** Asked while the two were talking (S-055). */
  readonly duringTalk?: true;
  /** When its asker took it back; absent otherwise. It counts no more then (S-020). */
  readonly withdrawnAt?: Instant;
}

/** How a move or an offer reached Baton, as far as it is known (design decision 6). */
export type Path = 'panel' | 'move' | 'other';

/** What a waiver lets pass: things left at a move, a conversation, the receiver's readiness, the readback. */
export type WaiverKind = 'left' | 'talk' | 'readiness' | 'readback';

/** The accountable person let it pass once, with a reason (T24). Counts for 24 hours or one use, whichever is first. */
export interface Waiver {
  readonly by: AccountId;
  readonly at: Instant;
  readonly reason: string;
  readonly kinds: readonly WaiverKind[];
  readonly expiresAt: Instant;
  /** Null while nothing relied on it. */
  readonly usedAt: Instant | null;
  /** Its running out stands in the log. */
  readonly expired?: true;
}

/** A move along a route that no handoff stood behind; nobody moves it back (domain.md 4.8). */
export interface Bypass {
  readonly typeId: string;
  readonly at: Instant;
  /** Who moved it, where Jira named somebody. */
  readonly by: AccountId | null;
  readonly path: Path;
}

/** The current attempt's offer: the package digest the receiver is asked to accept. */
export interface Offer {
  readonly at: Instant;
  readonly by: AccountId | null;
  readonly path: Path;
  /** SHA-256, lower-case hex, over the canonical package of this attempt. */
  readonly digest: string;
  /** Who is asked, frozen: a user field or a type's rule may say something else later. */
  readonly receiver: Receiver;
  /** First action of the receiving side on this offer; null while nobody has reacted. */
  readonly acknowledgedAt: Instant | null;
  /** Who took it; null while it waits for a pool or an untouched named receiver. */
  readonly takenBy: AccountId | null;
  /** A reminder goes out at most once per offer; null while none did. */
  readonly remindedAt: Instant | null;
  /** When a first reaction is due, worked out once, at the offer (E27); absent where nothing is due. */
  readonly dueAt?: Instant;
  /** The calendar it was worked out in, frozen: a later change of it alters nothing (E27). */
  readonly calendar?: WorkingCalendar;
  /** When it was seen that nobody reacted in time and those who are told of it were named; absent before. */
  readonly overdueAt?: Instant;
  /** How much was handed over and whether talking was advised, frozen (S-138); absent where the type gives no such advice. */
  readonly talk?: TalkAdvice;
  /** Why it was handed off although the receiver was away (S-050); absent where nobody had to say. */
  readonly readinessOverride?: string;
  /** Sender and receiver are one person, to try it alone: no rating, in no number (E2). */
  readonly self?: true;
  /** What the receiving side read back of this offer, oldest first; absent while nobody did. */
  readonly readbacks?: readonly Readback[];
  /** Who signed off besides whoever accepts (level 3); absent while nobody did. */
  readonly secondSignature?: { readonly by: AccountId; readonly at: Instant };
  /** Ids that were left when it was let pass under a waiver (T24); absent: nothing was. */
  readonly waived?: readonly string[];
  /** Who was asked first and passed it on (E25); absent: nobody did. */
  readonly delegatedFrom?: AccountId;
}

/** An offer that is over without an acceptance, as far as numbers need it. */
export interface PastOffer extends Pick<Offer, 'at' | 'acknowledgedAt' | 'dueAt' | 'calendar'> {
  /** When the receiving side gave it back; null for one that another took the place of. */
  readonly returnedAt: Instant | null;
  /** It went out although the receiver was away, for a reason (M14); absent otherwise. */
  readonly readinessOverridden?: true;
}

/** A talk of the two sides: logged by one, confirmed by the other (T9). */
export interface Talk {
  readonly loggedBy: AccountId;
  readonly loggedAt: Instant;
  readonly confirmedBy?: AccountId;
  readonly confirmedAt?: Instant;
}

/** What stands for a talk that did not happen (S-120): the link of a video, a note, or a reason. */
export interface TalkWaiver {
  readonly by: AccountId;
  readonly at: Instant;
  readonly instead: 'video' | 'note' | 'accountable';
  readonly text: string;
}

/** One readback of an offer: what one person answered to the questions drawn from its package (T10). */
export interface Readback {
  readonly at: Instant;
  readonly by: AccountId;
  readonly answers: readonly {
    /** Id of the item or section the question was about. */
    readonly questionId: string;
    readonly text: string;
    /** Whether the answer could stand by itself: it said something and was no copy. */
    readonly passed: boolean;
    /** What the sender says it should be instead; absent where they did not correct it. */
    readonly correction?: string;
  }[];
  /** When the sender heard it back, confirming or correcting; absent while they did not. */
  readonly heard?: { readonly by: AccountId; readonly at: Instant };
}

/** A fact on the work item that an acceptance relies on, as it then stood. */
export interface ReliedFact {
  readonly itemId: string;
  /** For people, at most 200 characters: the field's text, or how many files; empty where it cannot be shown. */
  readonly shown: string;
  /** SHA-256, lower-case hex, over the whole value; empty when there is none any more. */
  readonly valueHash: string;
}

/** Why the receiving side gave it back. `itemIds` and `sectionIds` are what the sender must fill anew. */
export interface Return {
  readonly attempt: number;
  readonly at: Instant;
  readonly by: AccountId;
  readonly reason: string;
  readonly itemIds: readonly string[];
  readonly sectionIds: readonly string[];
}

/** The receiver's sign-off: responsibility moved at `at`. `nextStep` is null when none was written. */
export interface Acceptance {
  readonly at: Instant;
  readonly by: AccountId;
  readonly nextStep: string | null;
  readonly digest: string;
  /** Accepted although readback or second sign-off was missing, since the accountable person waived it (S-058). */
  readonly waived?: true;
  /** Fields and attachments it relies on; absent where the type asks for none that was filled. */
  readonly facts?: readonly ReliedFact[];
}

/** The receiver's rating, a whole number 1 (terrible) to 5 (seamless); `changedAt` is null until it is edited (S-125). */
export interface Rating {
  readonly value: 1 | 2 | 3 | 4 | 5;
  readonly comment: string | null;
  readonly at: Instant;
  readonly changedAt: Instant | null;
}

/** An optional note for the team by one side after acceptance (the lesson of S-064). */
export interface TeamNote {
  readonly by: AccountId;
  readonly at: Instant;
  readonly text: string;
}

/**
 * Something that had to be done again after acceptance (T22): the receiver found something missing, or the work item moved back to a
 * status of the sending side.
 */
export interface Rework {
  readonly kind: 'receiver' | 'status';
  readonly at: Instant;
  /** The receiver who found it; null for a move back, of which nobody is scored. */
  readonly by: AccountId | null;
  /** What was missing, in the receiver's words; null when they wrote nothing. */
  readonly text: string | null;
  readonly itemIds: readonly string[];
  readonly sectionIds: readonly string[];
  /** When the work item moved back, as Jira's change says; null for one the receiver recorded. */
  readonly movedAt: Instant | null;
}

/** The work item entered a status in which the receiving side works (M04). */
export interface WorkStart {
  /** When that was recorded. */
  readonly at: Instant;
  /** When the work item moved, as Jira's change says; before the acceptance where somebody started early. */
  readonly movedAt: Instant;
}

/**
 * One handoff of one work item along one route, from first edit to its end.
 *
 * Invariants I1–I10 of domain.md 4.4 hold over every sequence of commands.
 */
export interface Handoff {
  /** `{issueId}-{typeId}-{n}`, n counted per type within the issue record. */
  readonly handoffId: string;
  readonly typeId: string;
  /** Pinned when the draft begins; publishing a newer version never alters it (E15). */
  readonly typeVersion: number;
  readonly state: HandoffState;
  /** 1 + number of revisions (I8). */
  readonly attempt: number;
  readonly createdAt: Instant;
  readonly createdBy: AccountId;
  readonly sender: Entry<AccountId>;
  /** Null when nobody chose one: then the type's own receiver rule decides, if it has one. */
  readonly receiver: Entry<Receiver> | null;
  /** The sender's mark for high risk (S-012); absent while nobody touched it. */
  readonly risk?: Entry<'high'>;
  readonly items: Readonly<Record<string, Entry<ItemAnswer>>>;
  readonly note: Readonly<Record<string, Entry<string>>>;
  /**
   * Text saved but not yet in the event log, by field (`item:{id}` or `section:{id}`): one person's saves within ten minutes are
   * logged as one event, at the next other command at the latest (data-model.md).
   */
  readonly unlogged: Readonly<Record<string, { readonly by: AccountId; readonly since: Instant }>>;
  /** Null before the first offer and again from a return until the next offer. */
  readonly offer: Offer | null;
  /** Offers before `offer`, oldest first, at most 20: the first and the newest. Only the newest keeps its calendar. Absent: none. */
  readonly pastOffers?: readonly PastOffer[];
  readonly firstOfferedAt: Instant | null;
  readonly lastOfferedAt: Instant | null;
  /** Questions of the current attempt. */
  readonly questions: readonly Question[];
  /** Questions asked over all attempts (M05). */
  readonly questionsAsked: number;
  /** Items and sections that were missing at a refused move or named in a return, each once (the catch log of domain.md 2.5). */
  readonly missedIds: readonly string[];
  /** Every return, oldest first; at most one per attempt. */
  readonly returns: readonly Return[];
  readonly acceptance: Acceptance | null;
  /** What the receiver last confirmed of later changes on the work item; absent while nothing was. */
  readonly confirmedChange?: { readonly at: Instant; readonly facts: readonly ReliedFact[] };
  readonly rating: Rating | null;
  readonly teamNotes: readonly TeamNote[];
  /** When the first handoff of this chain was handed off, where this one replaces another (T17); absent for one of its own. */
  readonly chainStart?: Instant;
  /** The accepted handoff this one hands back to its sender (E23); absent for every other. */
  readonly handsBack?: string;
  /** Oldest first, at most 10 and the receiver's own; absent while there is none. */
  readonly reworks?: readonly Rework[];
  /** Absent until it is seen, and where its type names no such status. */
  readonly workStarted?: WorkStart;
  /** Waits, complete, until a time (S-123), set by whom; `stuck` once that came and it could not go out. Absent: not held. */
  readonly hold?: { readonly until: Instant; readonly by: AccountId; readonly stuck?: 'left' | 'away' | 'move' };
  /** When the work item moved although something was left, so nothing was offered (design decision 6); else null. */
  readonly movedIncompleteAt: Instant | null;
  /** When the gate last logged a refusal here; it logs at most one a minute (domain.md 4.6). Null when it never did. */
  readonly lastRefusalAt: Instant | null;
  /** The talk about the current offer; absent while nobody said that they talked. */
  readonly talk?: Talk;
  /** What stands for the talk about the current offer; absent while nothing does. */
  readonly talkWaiver?: TalkWaiver;
  /** Offers on which the first reaction came after it was due (M10); absent while there is none. */
  readonly lateReactions?: number;
  /** Every waiver, oldest first, at most 20; absent: none. Only the newest can still count. */
  readonly waivers?: readonly Waiver[];
  /** How often the work item moved past this handoff while it did not let it; absent: never. */
  readonly bypasses?: number;
  /** When anything about this handoff last changed. */
  readonly changedAt: Instant;
}

/** The one line that stays of a handoff in a terminal state. */
export interface EndedHandoff {
  readonly handoffId: string;
  readonly typeId: string;
  readonly typeVersion: number;
  readonly state: 'CLOSED' | 'CANCELLED' | 'SUPERSEDED' | 'VOIDED';
  readonly attempts: number;
  readonly senderId: AccountId;
  /** Who accepted; null when nobody did. */
  readonly receiverId: AccountId | null;
  readonly firstOfferedAt: Instant | null;
  readonly lastOfferedAt: Instant | null;
  readonly acceptedAt: Instant | null;
  readonly endedAt: Instant;
  readonly endedBy: AccountId | null;
  /** Reason of a withdrawal, `ticketClosed` of one that nobody made, `complete` or `timeout` of a close. */
  readonly reason: string;
  readonly rating: Rating | null;
  /** Which handoff replaced it (T17); absent for every other end. */
  readonly successorId?: string;
  /** Reworks without their words, which stand in the history; absent while there is none (T22). */
  readonly reworks?: readonly Pick<Rework, 'kind' | 'at' | 'itemIds' | 'sectionIds' | 'movedAt'>[];
  /** As it was when it ended, or seen after; absent as in a live one. */
  readonly workStarted?: WorkStart;
}

/** Everything decided about one work item: the aggregate the decider works on (design decision 4). */
export interface HandoffRecord {
  readonly issueId: string;
  readonly projectId: string;
  /** Live handoffs: active ones and accepted ones still open for rating; oldest first. */
  readonly handoffs: readonly Handoff[];
  /** Newest first, at most 100. */
  readonly ended: readonly EndedHandoff[];
  /** How many handoffs of each type this issue has had; numbers the next `handoffId`. */
  readonly counts: Readonly<Record<string, number>>;
  /** Moves along a route of which nothing was prepared, newest first, at most 20; absent: none. */
  readonly bypasses?: readonly Bypass[];
}

/** States in which a handoff is somebody's to move on (T1, I1). */
export const ACTIVE_STATES: readonly HandoffState[] = ['DRAFT', 'OFFERED', 'IN_VERIFICATION', 'RETURNED'];
