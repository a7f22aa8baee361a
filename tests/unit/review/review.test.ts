import type { HandoffRow } from '../../../src/domain/handoff/handoff-row';
import { digestMonth, type MonthDigest } from '../../../src/domain/metrics/month-digest';
import { agreedIn, doneInTime, isPastDue, markAgreed } from '../../../src/domain/review/agreed';
import { changeChecklist, ledToChange } from '../../../src/domain/review/change-checklist';
import { addSignal, findUnfinished, finishReview, mayCosign, sayWords } from '../../../src/domain/review/change-review';
import { fillLists } from '../../../src/domain/review/fill-lists';
import { itemsToRetire } from '../../../src/domain/review/items-to-retire';
import { NO_WORDS, type Decision, type Review, type ReviewSignal } from '../../../src/domain/review/review';
import { reviewDueOn, reviewStanding, type ReviewFacts } from '../../../src/domain/review/review-due';
import { reviewedNumbers } from '../../../src/domain/review/reviewed-numbers';
import { aHandoffType, anItem } from '../../support/handoff-world';
import { sampleMonth } from '../../support/health-samples';
import { asOf, f1, windows } from '../metrics/measured-samples';

const AT = '2026-06-05T09:00:00.000Z';
const OFFERED = '2026-05-04T09:00:00.000Z';
const digest = digestMonth(f1, '2026-05', asOf, windows);
const type = aHandoffType({ items: [anItem('login'), anItem('data'), anItem('notes')] });
const now = { guideVersion: 1, typeVersion: 1 };

const aReview = (over: Partial<Review> = {}): Review => ({
  month: '2026-05',
  opened: { by: 'ana', at: AT },
  signals: [],
  numbers: null,
  lists: { slow: [], redone: [], missing: [] },
  idleItems: [],
  invited: [],
  began: now,
  words: NO_WORDS,
  finished: null,
  cosigned: null,
  drafted: [],
  ...over,
});
const words = (over: Partial<Review['words']>): Review =>
  aReview({ words: { ...NO_WORDS, playbook: { kind: 'noChange', why: 'Fits' }, ...over } });
const signal = (over: Partial<ReviewSignal> = {}): ReviewSignal => ({ key: 'health.flag.low3', at: AT, ...over });

const row = (handoffId: string, facts: Partial<HandoffRow['facts']>, over: Partial<HandoffRow> = {}): HandoffRow => ({
  handoffId,
  issueId: handoffId.split('-')[0] ?? '',
  projectId: '1',
  typeId: type.typeId,
  state: 'ACCEPTED',
  openIn: 'none',
  waitsFor: 'none',
  dueAt: '9999',
  senderId: 'maya',
  changedAt: AT,
  cohortMonth: '2026-05',
  timerOn: 'none',
  timerAt: '9999',
  ...over,
  facts: {
    ...{ schema: 1, typeVersion: 1, attempt: 1, receiverId: 'ana', firstOfferedAt: OFFERED, lastOfferedAt: OFFERED, returns: [] },
    ...{ acceptedAt: null, questionsAsked: 0, openQuestions: 0, missedIds: [], rating: null, recommendation: '' },
    ...facts,
  },
});

describe('what a review begins with', () => {
  const numbers = { ...reviewedNumbers(digest), missed: [{ id: 'data', handoffs: 4 }], returnedFor: [{ id: 'data', times: 2 }] };
  const rows = [
    row('1-t1-1', { acceptedAt: '2026-05-04T12:00:00.000Z' }),
    row('2-t1-1', { acceptedAt: '2026-05-06T09:00:00.000Z', reworks: [{ kind: 'receiver', at: AT }] }),
    row('3-t1-1', { returns: [{ at: AT, itemIds: [] }] }, { state: 'RETURNED' }),
    row('4-t1-1', { acceptedAt: AT, self: true }),
    row('5-t1-1', { returns: [{ at: AT, itemIds: [] }] }, { state: 'CANCELLED' }),
  ];

  it('S-114: what was slow, what was redone and what was missing, from data; nothing to oneself and nothing withdrawn', () => {
    expect(fillLists({ rows, numbers, type, past: [], now: '2026-05-08T09:00:00.000Z' })).toEqual({
      slow: [
        { handoffId: '3-t1-1', hours: 96, waits: true },
        { handoffId: '2-t1-1', hours: 48 },
        { handoffId: '1-t1-1', hours: 3 },
      ],
      redone: [
        { handoffId: '2-t1-1', returns: 0, reworks: 1 },
        { handoffId: '3-t1-1', returns: 1, reworks: 0 },
      ],
      missing: [{ itemId: 'data', title: expect.any(String) as string, handoffs: 4, returns: 2 }],
    });
  });

  it('S-067: what an earlier review listed comes last, and marked', () => {
    const past = [aReview({ lists: { slow: [{ handoffId: '3-t1-1', hours: 9 }], redone: [], missing: [] } })];
    const { slow, redone } = fillLists({ rows, numbers, type, past, now: AT });
    expect(slow.map(({ handoffId, before }) => [handoffId, before])).toEqual([
      ['2-t1-1', undefined],
      ['1-t1-1', undefined],
      ['3-t1-1', true],
    ]);
    expect(redone.at(-1)).toMatchObject({ handoffId: '3-t1-1', before: true });
  });

  it('S-131: the numbers hold no ratings that may not be shown, and never who gave them', () => {
    const few: MonthDigest = { ...digest, ratings: { ...digest.ratings, counts: [0, 0, 0, 0, 4] } };
    const enough: MonthDigest = { ...digest, ratings: { ...digest.ratings, counts: [0, 0, 0, 1, 4], receivers: 3, senders: 3 } };
    expect(reviewedNumbers(few)).not.toHaveProperty('ratings');
    expect(reviewedNumbers(enough).ratings).toEqual([0, 0, 0, 1, 4]);
    expect(JSON.stringify(reviewedNumbers(enough)).length).toBeLessThan(2_600);
  });

  it('S-126: the numbers hold no times of single handoffs, so that those of a busy month leave room for a year of reviews', () => {
    const busy = sampleMonth(
      't1',
      '2026-05',
      Array.from({ length: 300 }, (_each, index) => ({ hours: 1 + (index % 7), workAfter: 1 + (index % 5) })),
    );
    expect(busy.works?.recent).toHaveLength(100);
    expect(JSON.stringify(reviewedNumbers(busy)).length).toBeLessThan(2_600);
  });

  it('proposes to retire what caught nothing in 30 accepted handoffs, and nothing on fewer or where the count is cut', () => {
    const idle: MonthDigest = { ...digest, accepted: 30, missed: [{ id: 'data', handoffs: 1 }], returnedFor: [{ id: 'notes', times: 1 }] };
    expect(itemsToRetire([idle], type).map(({ itemId, accepted }) => [itemId, accepted])).toEqual([['login', 30]]);
    expect(itemsToRetire([{ ...idle, accepted: 29 }], type)).toEqual([]);
    const full = Array.from({ length: 40 }, (_, index) => ({ id: `gone-${String(index)}`, handoffs: 1 }));
    expect(itemsToRetire([idle, { ...idle, accepted: 0, missed: full }], type)).toEqual([]);
  });

  it('S-110: a further signal joins the open one, the same one only once', () => {
    const once = addSignal(aReview(), signal());
    expect(addSignal(once, signal({ at: OFFERED }))).toBe(once);
    expect(addSignal(once, signal({ key: 'health.flag.drop' })).signals.map(({ key }) => key)).toEqual([
      'health.flag.low3',
      'health.flag.drop',
    ]);
  });
});

describe('what a review cannot be finished without', () => {
  it('S-102: the playbook updated, or why not; "updated" only where it was', () => {
    expect(findUnfinished(aReview(), now)).toEqual(['playbook']);
    expect(findUnfinished(words({ playbook: { kind: 'noChange', why: '' } }), now)).toEqual(['playbook']);
    expect(findUnfinished(words({}), now)).toEqual([]);
    const updated = words({ playbook: { kind: 'updated' } });
    expect(findUnfinished(updated, now)).toEqual(['playbook']);
    expect(findUnfinished(updated, { ...now, guideVersion: 2 })).toEqual([]);
    expect(findUnfinished(updated, { ...now, typeVersion: 2 })).toEqual([]);
  });

  it('S-117: a finding, where a signal opened it', () => {
    expect(findUnfinished({ ...words({}), signals: [signal()] }, now)).toEqual(['finding']);
    expect(findUnfinished({ ...words({ finding: 'New label rules' }), signals: [signal()] }, now)).toEqual([]);
  });

  it('S-144 S-146: both questions once one is answered, and what in the process allowed it; nothing said is nothing looked at', () => {
    const failed = { cause: 'No test account', checklistGap: 'yes', trainingGap: null } as const;
    expect(findUnfinished(words({ failed }), now)).toEqual(['failed']);
    expect(findUnfinished(words({ failed: { ...failed, trainingGap: 'no', cause: '' } }), now)).toEqual(['failed']);
    expect(findUnfinished(words({ failed: { ...failed, trainingGap: 'no' } }), now)).toEqual([]);
    expect(sayWords(aReview(), { ...NO_WORDS, failed: { cause: '', checklistGap: null, trainingGap: null } }).words.failed).toBeNull();
  });

  it('keeps twelve finished ones, and fewer where they are long', () => {
    const past = Array.from({ length: 12 }, () => aReview());
    expect(finishReview(aReview(), past, { by: 'ana', at: AT }, []).past).toHaveLength(12);
    const long = past.map(() => words({ slow: 'x'.repeat(20_000) }));
    expect(finishReview(aReview(), long, { by: 'ana', at: AT }, []).past).toHaveLength(3);
  });

  it('S-126: the other of champion and accountable person signs afterwards, only where there are two', () => {
    const done = aReview({ finished: { by: 'cleo', at: AT } });
    expect(mayCosign(done, 'abe', ['cleo', 'abe'])).toBe(true);
    expect(mayCosign(done, 'cleo', ['cleo', 'abe'])).toBe(false);
    expect(mayCosign(done, 'priya', ['cleo', 'abe'])).toBe(false);
    expect(mayCosign(done, 'abe', ['abe', 'abe'])).toBe(false);
    expect(mayCosign(done, 'abe', [null, 'abe'])).toBe(false);
    expect(mayCosign({ ...done, cosigned: { by: 'abe', at: AT } }, 'abe', ['cleo', 'abe'])).toBe(false);
  });
});

describe('what a review does to the checklist', () => {
  const decided = (change: Review['words']['decisions'][number]['change']) => ({ text: 'x', ownerId: 'ana', dueOn: '2026-06-30', change });
  const peer = decided({ kind: 'peerReview', title: 'Peer review' });

  it('S-127: a peer review is an approval by anybody but the sender; taking it in again changes nothing', () => {
    const { items, drafted } = changeChecklist(type.items, [peer, decided(null)], () => 'peer');
    expect(items.at(-1)).toMatchObject({ itemId: 'peer', title: 'Peer review', kind: 'approval', required: true, approverId: null });
    expect(drafted).toEqual([{ kind: 'peerReview', itemId: 'peer' }]);
    expect(changeChecklist(items, [peer], () => 'other')).toEqual({ items, drafted });
  });

  it('takes a retired item out, but never the last one', () => {
    const retire = type.items.map(({ itemId }) => decided({ kind: 'retireItem', itemId }));
    const { items, drafted } = changeChecklist(type.items, retire, () => '');
    expect(items.map(({ itemId }) => itemId)).toEqual(['notes']);
    expect(drafted).toHaveLength(2);
  });

  it('S-132: it led to a change once a later version holds what was decided', () => {
    const review = { drafted: [{ kind: 'peerReview', itemId: 'peer', basedOn: 3 } as const] };
    const items = [...type.items, anItem('peer')];
    expect(ledToChange(review, { version: 3, items })).toBe(false);
    expect(ledToChange(review, { version: 4, items: type.items })).toBe(false);
    expect(ledToChange(review, { version: 4, items })).toBe(true);
    expect(ledToChange({ drafted: [{ kind: 'retireItem', itemId: 'peer', basedOn: 3 }] }, { version: 4, items: type.items })).toBe(true);
  });
});

describe('when a review is due', () => {
  it.each([
    ['2026-05', '2026-06-05'],
    ['2026-10', '2026-11-06'],
    ['2026-12', '2027-01-07'],
  ])('S-126: that of %s on %s, the fifth working day', (month, day) => {
    expect(reviewDueOn(month)).toBe(day);
  });

  it('S-126: nothing is overdue unless monthly, nothing is asked where nothing was handed off, and an open one comes first', () => {
    const facts: ReviewFacts = {
      option: 'monthly',
      openMonth: null,
      lastMonth: '2026-10',
      hadHandoffs: true,
      reviewed: null,
      today: '2026-11-09',
    };
    expect(reviewStanding(facts)).toEqual({ month: '2026-10', state: 'notYet', due: { dueOn: '2026-11-06', isOverdue: true } });
    expect(reviewStanding({ ...facts, today: '2026-11-06' }).due).toEqual({ dueOn: '2026-11-06', isOverdue: false });
    expect(reviewStanding({ ...facts, option: 'on' })).toEqual({ month: '2026-10', state: 'notYet', due: null });
    expect(reviewStanding({ ...facts, hadHandoffs: false })).toEqual({ month: '2026-11', state: 'notYet', due: null });
    expect(reviewStanding({ ...facts, reviewed: { by: 'ana', at: AT } })).toMatchObject({ month: '2026-10', state: 'reviewed', due: null });
    expect(reviewStanding({ ...facts, openMonth: '2026-11' })).toEqual({ month: '2026-11', state: 'open', due: null });
  });
});

describe('what was agreed', () => {
  const owned = (dueOn: string, doneOn?: string): Decision => ({
    ...{ text: dueOn, ownerId: 'ana', dueOn, change: null },
    ...(doneOn === undefined ? {} : { done: { by: 'ana', at: `${doneOn}T21:00:00.000Z` } }),
  });
  const finished = (at: string, decisions: readonly Decision[]): Review => ({ ...words({ decisions }), finished: { by: 'ana', at } });
  const past = [
    finished('2026-06-05T09:00:00.000Z', [owned('2026-06-20', '2026-06-20'), owned('2026-06-30')]),
    finished('2026-05-05T09:00:00.000Z', [owned('2026-05-19', '2026-05-20'), owned('2026-05-20')]),
  ];

  it('M20: of those whose day has passed, done by their day; on the day itself there is still time', () => {
    expect(doneInTime(past, '2026-06-20')).toEqual({ k: 0, n: 2 });
    expect(doneInTime(past, '2026-06-21')).toEqual({ k: 1, n: 3 });
    expect(doneInTime([], '2026-06-21')).toEqual({ k: 0, n: 0 });
    expect(['2026-05-20', '2026-05-21'].map((today) => isPastDue(owned('2026-05-20'), today))).toEqual([false, true]);
    expect(isPastDue(owned('2026-05-20', '2026-05-30'), '2026-06-01')).toBe(false);
  });

  it('M20: stand with what is due first, and marking one leaves every other as it is', () => {
    expect(agreedIn(past).map(({ decision }) => decision.dueOn)).toEqual(['2026-05-19', '2026-05-20', '2026-06-20', '2026-06-30']);
    const at = { finishedAt: '2026-05-05T09:00:00.000Z', place: 1 };
    const marked = markAgreed(past, at, { by: 'maya', at: AT });
    expect(marked[1]?.words.decisions).toEqual([
      owned('2026-05-19', '2026-05-20'),
      { ...owned('2026-05-20'), done: { by: 'maya', at: AT } },
    ]);
    expect(marked[0]).toBe(past[0]);
    expect(markAgreed(marked, at, null)).toEqual(past);
  });
});
