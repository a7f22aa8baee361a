import fc from 'fast-check';
import type { HandoffRow } from '../../../src/domain/handoff/handoff-row';
import { addMs } from '../../../src/domain/handoff/instant';
import { briefOfDigests, type TypeDigest } from '../../../src/domain/metrics/brief-of-digests';
import type { MeasuredHandoff, MeasuredOffer } from '../../../src/domain/metrics/measured-handoff';
import { digestMonth, type MonthDigest } from '../../../src/domain/metrics/month-digest';
import { ratingDisclosure } from '../../../src/domain/metrics/rating-disclosure';
import type { HandoffType } from '../../../src/domain/type/handoff-type';
import { devToQa } from '../../../src/domain/type/starters/dev-to-qa';
import { toDraft } from '../../../src/domain/type/starters/starter';
import { monthOfRows } from '../../support/month-of-rows';
import { accepted, asOf, windows } from './measured-samples';

const MONTH = '2026-05';
const counters = { passedWhilePaused: 2, wouldHaveBeenStopped: 1 };
const START = '2026-05-04T10:00:00.000Z';
/** A hundredth of an hour, so that rounding to four places changes no wait. */
const TICK_MS = 36_000;

const typeOf = (typeId: string): HandoffType => ({ ...toDraft(devToQa, { fromStatusIds: ['dev'], toStatusId: 'qa' }), typeId, version: 1 });
const types = [typeOf('dev-qa'), typeOf('qa-ops')];
const itemIds = fc.array(fc.constantFrom('known_issues', 'pull_request', 'where_to_test', 'situation', 'unheard_of'), { maxLength: 4 });

const anyRow: fc.Arbitrary<HandoffRow> = fc
  .record({
    typeId: fc.constantFrom(...types.map((type) => type.typeId)),
    cohortMonth: fc.constantFrom(MONTH, MONTH, MONTH, '2026-04'),
    senderId: fc.constantFrom('a', 'b', 'c', 'd'),
    receiverId: fc.constantFrom('a', 'q', 'r', 's'),
    wait: fc.option(fc.integer({ min: 0, max: 9_000 }), { nil: null }),
    returns: fc.array(itemIds, { maxLength: 3 }),
    missedIds: itemIds,
    rating: fc.constantFrom(null, 1, 2, 3, 4, 5),
    waived: fc.boolean(),
    waivers: fc.integer({ min: 0, max: 2 }),
  })
  .map(({ typeId, cohortMonth, senderId, receiverId, wait, returns, missedIds, rating, waived, waivers }) => ({
    handoffId: 'h',
    issueId: '1',
    projectId: '1',
    typeId,
    state: 'OFFERED',
    openIn: '1',
    waitsFor: 'none',
    dueAt: '9999',
    senderId,
    changedAt: START,
    cohortMonth,
    timerOn: 'none',
    timerAt: '9999',
    facts: {
      schema: 1,
      typeVersion: 1,
      attempt: 1,
      receiverId,
      firstOfferedAt: START,
      lastOfferedAt: START,
      acceptedAt: wait === null ? null : addMs(START, wait * TICK_MS),
      returns: returns.map((ids) => ({ at: START, itemIds: ids })),
      questionsAsked: 0,
      openQuestions: 0,
      missedIds,
      rating: wait === null ? null : rating,
      recommendation: '',
      ...(waived ? { waived } : {}),
      ...(waivers === 0 ? {} : { waivers }),
    },
  }));

function toMeasured({ typeId, cohortMonth, senderId, facts }: HandoffRow): MeasuredHandoff {
  const { firstOfferedAt, acceptedAt, returns, receiverId, rating, missedIds, waived, waivers } = facts;
  const offered = { at: firstOfferedAt ?? START, acknowledgedAt: null, dueAt: null };
  const last: MeasuredOffer =
    acceptedAt === null
      ? { ...offered, decidedAt: null, outcome: 'undecided' }
      : { ...offered, decidedAt: acceptedAt, outcome: 'accepted' };
  return {
    ...accepted(),
    typeId,
    month: cohortMonth,
    senderId,
    receiverId,
    offers: [...returns.map(({ at }) => ({ ...offered, decidedAt: at, outcome: 'returned' as const })), last],
    acceptedAt,
    rating,
    missedIds,
    returnedFor: returns.map((returned) => returned.itemIds),
    ...(waived === undefined ? {} : { waived }),
    ...(waivers === undefined ? {} : { waivers }),
  };
}

const digestsOf = (rows: readonly HandoffRow[]): TypeDigest[] =>
  types.map(({ typeId }) => ({
    typeId,
    digest: digestMonth(rows.filter((row) => row.typeId === typeId).map(toMeasured), MONTH, asOf, windows),
  }));

describe('briefOfDigests', () => {
  it('tells what the rows of one type tell', () => {
    fc.assert(
      fc.property(fc.array(anyRow, { maxLength: 25 }), (all) => {
        const rows = all.map((row) => ({ ...row, typeId: 'dev-qa' }));
        expect(briefOfDigests(digestsOf(rows), types, MONTH, counters)).toEqual(monthOfRows(rows, types, MONTH, counters));
      }),
      { numRuns: 60 },
    );
  });

  it('tells the same over several types, and shows no rating that the rows hide', () => {
    fc.assert(
      fc.property(fc.array(anyRow, { maxLength: 40 }), (rows) => {
        const brief = briefOfDigests(digestsOf(rows), types, MONTH, counters);
        const exact = monthOfRows(rows, types, MONTH, counters);
        const ratings = brief.ratings.shown ? exact.ratings : { count: exact.ratings.count, shown: false, values: [] };
        expect(brief).toEqual({ ...exact, ratings });
      }),
      { numRuns: 60 },
    );
  });

  it('has no median where a type has more waits than its digest keeps', () => {
    const [first, second] = digestsOf([]);
    const large = { typeId: 'dev-qa', digest: { ...first!.digest, accepted: 1_001, waits: null } };
    expect(briefOfDigests([large, second!], types, MONTH, counters)).toMatchObject({ accepted: 1_001, medianWaitHours: null });
  });
});

type Ratings = MonthDigest['ratings'];
const rated = (counts: Ratings['counts'], receivers: number, senders: number): { ratings: Ratings } => ({
  ratings: { counts, flagCounts: counts, latest: [], receivers, senders },
});

describe('ratingDisclosure', () => {
  it('shows from 5 ratings by 3 receivers about 3 senders', () => {
    expect(ratingDisclosure([])).toEqual({ isShown: false, count: 0, hiddenFor: 'few-ratings' });
    expect(ratingDisclosure([rated([0, 1, 1, 1, 1], 3, 3)])).toEqual({ isShown: false, count: 4, hiddenFor: 'few-ratings' });
    expect(ratingDisclosure([rated([1, 1, 1, 1, 1], 2, 3)])).toEqual({ isShown: false, count: 5, hiddenFor: 'few-people' });
    expect(ratingDisclosure([rated([1, 1, 1, 1, 1], 3, 2)])).toEqual({ isShown: false, count: 5, hiddenFor: 'few-people' });
    expect(ratingDisclosure([rated([1, 1, 1, 1, 1], 3, 3)])).toEqual({ isShown: true, count: 5, hiddenFor: null });
  });

  it('never adds up the people of several months, who may be the same', () => {
    const two = rated([0, 0, 0, 0, 4], 2, 2);
    expect(ratingDisclosure([two, two, two])).toEqual({ isShown: false, count: 12, hiddenFor: 'few-people' });
    expect(ratingDisclosure([two, rated([0, 0, 1, 0, 2], 3, 3)])).toEqual({ isShown: true, count: 7, hiddenFor: null });
  });
});
