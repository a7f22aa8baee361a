import { utf8Bytes } from '../audit/canonical-json';
import type { DraftedChange, PlaybookAnswer, Review, ReviewContent, ReviewSignal, ReviewWords, Signed } from './review';

/** Finished reviews kept beside the type; the document's log holds every one there ever was. */
const MOST_PAST = 12;

/** And so many bytes of them at most: with the open one they stay below what a document may hold. */
const MOST_PAST_BYTES = 44 * 1024;

/** What a decision takes up more once it is marked done, at most. */
const DONE_BYTES = 200;

/** Signals kept of one review; what comes after is the same story. */
const MOST_SIGNALS = 10;

/** What a review cannot be finished without, in the order the page asks for it. */
export type Unfinished = 'finding' | 'failed' | 'playbook';

/** Versions that say whether the playbook changed. */
export type PlaybookVersions = Review['began'];

/** Brings a signal to the open review instead of opening another (S-110); one that is there already is not there twice. */
export function addSignal(review: Review, signal: ReviewSignal): Review {
  const same = ({ key, count, name }: ReviewSignal): boolean => key === signal.key && count === signal.count && name === signal.name;
  if (review.signals.some(same) || review.signals.length >= MOST_SIGNALS) return review;
  return { ...review, signals: [...review.signals, signal] };
}

/** Whether playbook page or checklist changed since the review was opened (S-102). */
export function isPlaybookUpdated({ began }: Pick<Review, 'began'>, now: PlaybookVersions): boolean {
  return now.guideVersion > began.guideVersion || now.typeVersion > began.typeVersion;
}

/**
 * What is left to say before *Done*: a finding where a signal opened it (S-117), both questions about a handoff that failed all the same
 * once anything of it is said (S-144), and what became of the playbook (S-102).
 */
export function findUnfinished(review: Review, now: PlaybookVersions): readonly Unfinished[] {
  const { finding, failed, playbook } = review.words;
  return [
    ...(review.signals.length > 0 && finding === '' ? (['finding'] as const) : []),
    ...(failed !== null && (failed.checklistGap === null || failed.trainingGap === null || failed.cause === '')
      ? (['failed'] as const)
      : []),
    ...(isAnswered(playbook, isPlaybookUpdated(review, now)) ? [] : (['playbook'] as const)),
  ];
}

function isAnswered(playbook: PlaybookAnswer | null, isUpdated: boolean): boolean {
  return playbook !== null && (playbook.kind === 'noChange' ? playbook.why !== '' : isUpdated);
}

/** The words of the open review as they are to stand. One without anything said about a failed handoff has looked at none. */
export function sayWords(review: Review, words: ReviewWords): Review {
  const { failed } = words;
  const isEmpty = failed !== null && failed.cause === '' && failed.checklistGap === null && failed.trainingGap === null;
  return { ...review, words: isEmpty ? { ...words, failed: null } : words };
}

/** Finishes the open review; the oldest ones go where they would not fit beside it. */
export function finishReview(review: Review, past: readonly Review[], finished: Signed, drafted: readonly DraftedChange[]): ReviewContent {
  return { schema: 1, open: null, past: keepNewest([{ ...review, finished, drafted }, ...past]) };
}

function keepNewest(reviews: readonly Review[]): readonly Review[] {
  let bytes = 0;
  return reviews.slice(0, MOST_PAST).filter((review, index) => {
    const open = review.words.decisions.filter(({ done }) => done === undefined).length;
    bytes += utf8Bytes(JSON.stringify(review)) + open * DONE_BYTES;
    return index === 0 || bytes <= MOST_PAST_BYTES;
  });
}

/** Who may sign a finished review afterwards: champion and accountable person, where both are there, are two, and one has not finished it. */
export function mayCosign(review: Review | undefined, accountId: string, pair: readonly (string | null)[]): boolean {
  const [champion = null, accountable = null] = pair;
  if (review === undefined || review.finished === null || review.cosigned !== null) return false;
  if (champion === null || accountable === null || champion === accountable) return false;
  return review.finished.by !== accountId && (accountId === champion || accountId === accountable);
}
