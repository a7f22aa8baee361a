import * as v from 'valibot';
import type { SignalKey } from '../domain/review/review';
import { MAX_LINE_LENGTH, MAX_REVIEW_DECISIONS } from './limits';
import { accountId, date, id, instant, month, storable, version } from './payload-parts';

const text = (most: number) => v.pipe(v.string(), v.maxLength(most), storable, v.trim());
const words = (most: number) => v.pipe(text(most), v.minLength(1));
const line = text(MAX_LINE_LENGTH);
const title = words(60);

const KEYS = [
  'health.flag.low1',
  'health.flag.low2',
  'health.flag.low3',
  'health.flag.drop',
  'review.signal.chart',
  'review.signal.couldGo',
] as const satisfies readonly SignalKey[];

const signal = v.strictObject({ key: v.picklist(KEYS), count: v.exactOptional(text(12)), name: v.exactOptional(text(60)) });

const change = v.variant('kind', [
  v.strictObject({ kind: v.literal('peerReview'), title }),
  v.strictObject({ kind: v.literal('addItem'), title }),
  v.strictObject({ kind: v.literal('retireItem'), itemId: id }),
]);
const yesNo = v.nullable(v.picklist(['yes', 'no']));

/** What may be said; nobody can be named as the cause of anything (S-131, S-146). */
const reviewWords = v.strictObject({
  slow: line,
  redone: line,
  missing: line,
  finding: line,
  decisions: v.pipe(
    v.array(v.strictObject({ text: words(200), ownerId: accountId, dueOn: date, change: v.nullable(change) })),
    v.maxLength(MAX_REVIEW_DECISIONS),
  ),
  failed: v.nullable(v.strictObject({ cause: line, checklistGap: yesNo, trainingGap: yesNo })),
  playbook: v.nullable(
    v.variant('kind', [v.strictObject({ kind: v.literal('updated') }), v.strictObject({ kind: v.literal('noChange'), why: text(300) })]),
  ),
});

export const reviewTarget = v.strictObject({ typeId: id });
/** Without a signal by hand; with one where something was noticed. */
export const openReview = v.strictObject({ typeId: id, month, signal: v.nullable(signal) });
export const saveReview = v.strictObject({ typeId: id, version, words: reviewWords });
export const onReview = v.strictObject({ typeId: id, version });
/** A decision by the moment its review was finished, which names the review, and its place there. */
export const closeDecision = v.strictObject({
  typeId: id,
  finishedAt: instant,
  place: v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(MAX_REVIEW_DECISIONS - 1)),
  done: v.boolean(),
});
