import { shareInTime } from '../metrics/share-in-time';
import type { Share } from '../metrics/digest-counts';
import type { Instant } from '../handoff/handoff';
import type { Decision, Review, Signed } from './review';

/** Where a decision of a finished review stands: a month may be reviewed twice, but no two reviews were finished at one moment. */
export interface DecisionPlace {
  readonly finishedAt: Instant;
  /** Counted from 0. */
  readonly place: number;
}

/** A decision of a finished review. */
export interface AgreedDecision extends DecisionPlace {
  /** `yyyy-mm` the review was of. */
  readonly month: string;
  readonly decision: Decision;
}

/** Decisions of finished reviews, the one due first at the top. */
export function agreedIn(past: readonly Review[]): readonly AgreedDecision[] {
  return past
    .flatMap(({ month, finished, words }) =>
      words.decisions.map((decision, place) => ({ finishedAt: finished?.at ?? '', place, month, decision })),
    )
    .sort((one, other) => (one.decision.dueOn < other.decision.dueOn ? -1 : one.decision.dueOn > other.decision.dueOn ? 1 : 0));
}

/** Whether an open decision's day has passed. On the day itself there is still time. */
export function isPastDue({ dueOn, done }: Decision, today: string): boolean {
  return done === undefined && dueOn < today;
}

/**
 * M20: of the decisions whose day has passed, those that were done by then. Of nobody in particular (S-131).
 *
 * @param today The server's day, `yyyy-mm-dd`.
 */
export function doneInTime(past: readonly Review[], today: string): Share {
  return shareInTime(decisionsOf(past), today);
}

/** How many decisions nobody has done yet. */
export function countOpen(past: readonly Review[]): number {
  return decisionsOf(past).filter(({ done }) => done === undefined).length;
}

function decisionsOf(past: readonly Review[]): readonly Decision[] {
  return past.flatMap(({ words }) => words.decisions);
}

/** The decision at a place; undefined where there is none. */
export function findAgreed(past: readonly Review[], { finishedAt, place }: DecisionPlace): Decision | undefined {
  return past.find(({ finished }) => finished?.at === finishedAt)?.words.decisions[place];
}

/** Says of one decision that it is done, or with null that it is open again; nothing else of the review changes. */
export function markAgreed(past: readonly Review[], at: DecisionPlace, done: Signed | null): readonly Review[] {
  return past.map((review) => {
    if (review.finished?.at !== at.finishedAt) return review;
    const decisions = review.words.decisions.map((decision, place) => (place === at.place ? withDone(decision, done) : decision));
    return { ...review, words: { ...review.words, decisions } };
  });
}

function withDone({ done: _done, ...decision }: Decision, done: Signed | null): Decision {
  return done === null ? decision : { ...decision, done };
}
