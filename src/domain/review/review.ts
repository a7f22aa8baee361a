import type { AccountId, Instant } from '../handoff/handoff';
import type { ReviewedNumbers } from './reviewed-numbers';

/** Who did something, and when. */
export interface Signed {
  readonly by: AccountId;
  readonly at: Instant;
}

/** What made somebody look at a handoff type (domain.md 3.4, 3.5): the sentence shown with it, and what that sentence needs. */
export interface ReviewSignal {
  readonly key: SignalKey;
  readonly count?: string;
  readonly name?: string;
  /** When it was brought in. */
  readonly at: Instant;
}

/** Sentences a signal may have. */
export type SignalKey =
  | 'health.flag.low1'
  | 'health.flag.low2'
  | 'health.flag.low3'
  | 'health.flag.drop'
  | 'review.signal.chart'
  /** It catches nothing any more (S-129). */
  | 'review.signal.couldGo';

/** A handoff that took long. `before`: an earlier review listed it already (S-067). */
export interface SlowHandoff {
  readonly handoffId: string;
  /** Calendar hours from handing off to accepting, or until now while it waits; one decimal. */
  readonly hours: number;
  readonly waits?: true;
  readonly before?: true;
}

/** A handoff something had to be done again for. */
export interface RedoneHandoff {
  readonly handoffId: string;
  readonly returns: number;
  readonly reworks: number;
  readonly before?: true;
}

/** Something that was missing, by the name it had then. */
export interface MissingItem {
  readonly itemId: string;
  readonly title: string;
  /** Handoffs it was missing in. */
  readonly handoffs: number;
  /** Returns that named it. */
  readonly returns: number;
}

/** The three prompts as they were filled when the review was opened (S-114), at most five lines each; no person stands in them. */
export interface ReviewLists {
  readonly slow: readonly SlowHandoff[];
  readonly redone: readonly RedoneHandoff[];
  readonly missing: readonly MissingItem[];
}

/** An item that caught nothing in the month and the two before it, and in how many accepted handoffs (domain.md 2.5). */
export interface IdleItem {
  readonly itemId: string;
  readonly title: string;
  readonly accepted: number;
}

/** What a decision does to the checklist; it becomes a draft, which a project admin publishes or discards. */
export type ChecklistChange =
  /** An approval by somebody other than the sender (S-127). */
  | { readonly kind: 'peerReview'; readonly title: string }
  | { readonly kind: 'addItem'; readonly title: string }
  /** One that caught nothing (domain.md 2.5). */
  | { readonly kind: 'retireItem'; readonly itemId: string };

/** Something that was decided: what, by whom, until when. */
export interface Decision {
  /** 1 to 200 characters. */
  readonly text: string;
  readonly ownerId: AccountId;
  /** `yyyy-mm-dd`. */
  readonly dueOn: string;
  readonly change: ChecklistChange | null;
  /** Who said that it is done, and when; absent while it is open, and until the review is finished. */
  readonly done?: Signed;
}

/** A decision whose change went into a draft: which item it is about, and the version of the type the draft was made over. */
export interface DraftedChange {
  readonly itemId: string;
  readonly kind: ChecklistChange['kind'];
  readonly basedOn: number;
}

/** A handoff that failed although the process was followed (S-144). It has no field for a person (S-131, S-146). */
export interface FailedAllTheSame {
  /** What in the process allowed this; at most 500 characters. */
  readonly cause: string;
  /** Was something missing from the checklist? Null: not answered. */
  readonly checklistGap: 'yes' | 'no' | null;
  /** Was somebody not prepared for it? */
  readonly trainingGap: 'yes' | 'no' | null;
}

/** What became of the playbook page (S-102). */
export type PlaybookAnswer =
  | { readonly kind: 'updated' }
  /** Why nothing had to change: 1 to 300 characters. */
  | { readonly kind: 'noChange'; readonly why: string };

/** What people write into a review. */
export interface ReviewWords {
  /** One line of text under each prompt, at most 500 characters; empty: nothing was said. */
  readonly slow: string;
  readonly redone: string;
  readonly missing: string;
  /** What was found (S-117), at most 500 characters. */
  readonly finding: string;
  /** At most ten. */
  readonly decisions: readonly Decision[];
  /** Null: none was looked at. */
  readonly failed: FailedAllTheSame | null;
  /** Null: not answered yet. */
  readonly playbook: PlaybookAnswer | null;
}

/** One review of a handoff type over one month. */
export interface Review {
  /** `yyyy-mm`. */
  readonly month: string;
  readonly opened: Signed;
  /** Oldest first; empty where it was opened by hand. */
  readonly signals: readonly ReviewSignal[];
  /** The month as it stood when the review was opened; null where nothing was counted by then. */
  readonly numbers: ReviewedNumbers | null;
  readonly lists: ReviewLists;
  /** Proposals of items to retire, at most five. */
  readonly idleItems: readonly IdleItem[];
  /** Whom to ask, and who may own a decision: champion, accountable person, and who had a part in the month's handoffs (S-110). */
  readonly invited: readonly { readonly accountId: AccountId }[];
  /** Versions of playbook page and type when it was opened, to see whether they changed since. */
  readonly began: { readonly guideVersion: number; readonly typeVersion: number };
  readonly words: ReviewWords;
  readonly finished: Signed | null;
  /** The other of champion and accountable person, afterwards (S-126). */
  readonly cosigned: Signed | null;
  /** What went into drafts when it was finished. */
  readonly drafted: readonly DraftedChange[];
}

/** Everything kept of a type's reviews: one document. */
export interface ReviewContent {
  readonly schema: 1;
  /** At most one at a time (S-110). */
  readonly open: Review | null;
  /** Finished ones, newest first. */
  readonly past: readonly Review[];
}

/** No review was ever opened. */
export const NO_REVIEWS: ReviewContent = { schema: 1, open: null, past: [] };

/** Nothing written yet. */
export const NO_WORDS: ReviewWords = { slow: '', redone: '', missing: '', finding: '', decisions: [], failed: null, playbook: null };
