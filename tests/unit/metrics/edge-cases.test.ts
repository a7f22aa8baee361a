import { digestMonth, type MonthDigest } from '../../../src/domain/metrics/month-digest';
import type { MeasuredHandoff } from '../../../src/domain/metrics/measured-handoff';
import { accepted, asOf, at, measured, offer, windows } from './measured-samples';

const digest = (...handoffs: readonly MeasuredHandoff[]): MonthDigest => digestMonth(handoffs, '2026-05', asOf, windows);
const none = { k: 0, n: 0 };
const noTime = { n: 0, p50: null, p85: null, p95: null, max: null, mean: null };

describe('edge cases of the metrics (domain.md 3.2)', () => {
  it('No data: nothing is 0 of something, and no time is 0', () => {
    const empty = digest();
    expect(empty).toMatchObject({ offered: 0, decided: 0, accepted: 0, cycleWorking: noTime, cycleCensoredMedian: null });
    for (const share of ['firstPass', 'dropped', 'rework', 'error', 'overdue', 'bypass', 'readiness', 'readback', 'response'] as const)
      expect(empty[share]).toEqual(none);
    expect(empty.talk).toEqual({ k: 0, n: 0, waived: 0 });
    expect(empty.handoffsPerTicket).toEqual({ tickets: 0, mean: null, p85: null, max: null, fatigued: 0 });
    expect(empty.ratings).toEqual({ counts: [0, 0, 0, 0, 0], flagCounts: [0, 0, 0, 0, 0], latest: [], receivers: 0, senders: 0 });
    expect(empty).not.toHaveProperty('firstWork');
    expect(JSON.stringify(empty)).not.toMatch(/NaN|Infinity/u);
  });

  const cancelled = (when: string): MeasuredHandoff =>
    measured([['05-04 10:00']], { ended: { at: at(when), kind: 'cancelled' }, questions: { before: 2, after: 0 } });
  const outOfTheRest = { questions: { before: 0, after: 0, handoffs: 0 }, firstPass: none, rework: none, response: none };

  it('Cancelled before due, without a reaction: out of all but the censored cycle', () => {
    expect(digest(cancelled('05-04 12:00'))).toMatchObject({
      offered: 1,
      withdrawn: 1,
      acknowledge: noTime,
      overdue: none,
      ...outOfTheRest,
    });
  });

  it('Cancelled after due, without a reaction: the offer was overdue', () => {
    expect(digest(cancelled('05-04 14:01'))).toMatchObject({ withdrawn: 1, overdue: { k: 1, n: 1 }, dropped: none, ...outOfTheRest });
    expect(digest(cancelled('05-04 14:00')).overdue).toEqual(none);
  });

  it('Cancelled: its wait counts as lasting at least so long', () => {
    const fast = accepted();
    const waited = [cancelled('05-04 12:00'), cancelled('05-04 12:00')];
    expect(digest(fast).cycleCensoredMedian).toBe(1);
    expect(digest(fast, ...waited)).toMatchObject({ cycleCensoredMedian: null, cycleWorking: { n: 1, max: 1 } });
  });

  it('Superseded: the old one is censored, the new one counts from its own first offer', () => {
    const old = measured([['05-04 10:00']], { ended: { at: at('05-04 11:00'), kind: 'superseded' } });
    const both = digest(old, measured([['05-04 11:00', '05-04 12:00', 'accepted', '05-04 13:00']]));
    expect(both).toMatchObject({
      offered: 2,
      withdrawn: 1,
      cycleWorking: { n: 1, max: 2 },
      acknowledge: { n: 1 },
      overdue: { k: 0, n: 1 },
      questions: { handoffs: 1 },
      firstPass: { k: 1, n: 1 },
      rework: { k: 0, n: 1 },
      response: { k: 0, n: 1 },
    });
  });

  it('Returned then accepted: one cycle from the first offer, a clock for each offer, all questions, and no first pass', () => {
    const twice = measured(
      [
        ['05-04 09:00', '05-04 09:30', 'returned', '05-04 10:00'],
        ['05-04 15:00', '05-05 12:01', 'accepted', '05-05 13:00'],
      ],
      { questions: { before: 3, after: 1 }, rating: 4 },
    );
    expect(digest(twice)).toMatchObject({
      cycleWorking: { n: 1, max: 12 },
      acknowledge: { n: 2, max: 5.0167 },
      checking: { n: 2, max: 0.9833 },
      overdue: { k: 1, n: 2 },
      questions: { before: 3, after: 1, handoffs: 1 },
      firstPass: { k: 0, n: 1 },
      response: { k: 1, n: 1 },
    });
  });

  it('Returned, never offered again: decided, without first pass, and open in the censored cycle', () => {
    const returned = measured([['05-04 09:00', '05-04 09:30', 'returned', '05-04 10:00']], { questions: { before: 2, after: 0 } });
    expect(digest(returned)).toMatchObject({
      decided: 1,
      withdrawn: 0,
      firstPass: { k: 0, n: 1 },
      overdue: { k: 0, n: 1 },
      questions: { before: 0, after: 0, handoffs: 0 },
      rework: none,
      response: none,
      cycleWorking: noTime,
      cycleCensoredMedian: null,
    });
    expect(digest({ ...returned, ended: { at: at('06-03 10:00'), kind: 'cancelled' } })).toMatchObject({ withdrawn: 0, decided: 1 });
  });

  it('Reopened after closing: rework within the window only, the rest unchanged', () => {
    const closed = accepted({ ended: { at: at('05-05 10:00'), kind: 'closed' }, rating: 4 });
    const reopened = { ...closed, reworkedAt: [at('05-18 11:00')] };
    expect(digest(reopened)).toEqual({ ...digest(closed), rework: { k: 1, n: 1 }, error: { k: 1, n: 1 }, dropped: { k: 1, n: 1 } });
    expect(digest({ ...closed, reworkedAt: [at('05-18 11:01')] })).toEqual(digest(closed));
  });

  it('Reopened after closing: its month stays provisional until the window is over', () => {
    const closed = measured([['05-29 10:00', null, 'accepted', '05-29 11:00']], { ended: { at: at('05-29 12:00'), kind: 'closed' } });
    const isProvisional = (now: string): boolean => digestMonth([closed], '2026-05', at(now), windows).isProvisional;
    expect([isProvisional('06-12 10:59'), isProvisional('06-12 11:00')]).toEqual([true, false]);
  });

  it('New handoff of the same work item in the same direction: each counts on its own, and is no ping-pong', () => {
    expect(digest(accepted({ handoffId: 'a' }), accepted({ handoffId: 'b' }))).toMatchObject({
      offered: 2,
      firstPass: { k: 2, n: 2 },
      cycleWorking: { n: 2 },
      pingPong: 0,
      handoffsPerTicket: { tickets: 1, mean: 2, max: 2, fatigued: 0 },
    });
    expect(digest(...[1, 2, 3, 4].map((each) => accepted({ handoffId: String(each) }))).handoffsPerTicket.fatigued).toBe(1);
  });

  it('Handed straight back: ping-pong (E23)', () => {
    expect(digest(accepted({ handsBack: true })).pingPong).toBe(1);
  });

  it('S-128: a fourth handoff of a work item counts whatever the types before it were, and each work item once', () => {
    const long = [4, 5].map((chainPosition) => accepted({ handoffId: `a${String(chainPosition)}`, chainPosition }));
    const open = measured([['05-04 10:00']], { issueId: '2', chainPosition: 4 });
    expect(digest(...long, open, accepted({ issueId: '3', chainPosition: 3 }))).toMatchObject({
      longChains: 1,
      handoffsPerTicket: { fatigued: 0 },
    });
  });

  it('M09: a work item that turned round twice counts once; one that did so once does not', () => {
    const twice = [2, 3].map((reversals) => accepted({ handoffId: `a${String(reversals)}`, reversals }));
    expect(digest(...twice, accepted({ issueId: '2', reversals: 1 }))).toMatchObject({ wentToAndFro: 1, pingPong: 0 });
  });

  it('Work item deleted within the window: out of the mature, kept in the rest', () => {
    const deleted = accepted({ ended: { at: at('05-10 10:00'), kind: 'voided' }, rating: 4 });
    expect(digest(deleted)).toMatchObject({ accepted: 1, mature: 0, rework: none, firstPass: { k: 1, n: 1 }, response: { k: 1, n: 1 } });
    expect(digest({ ...deleted, ended: { at: at('05-18 11:00'), kind: 'voided' } }).mature).toBe(1);
  });

  it('Work item moved to another project: only what says this month and type is counted here', () => {
    expect(digest(accepted(), accepted({ month: '2026-06' })).offered).toBe(1);
  });

  it('Automation-driven move past a handoff: a bypass and no handoff', () => {
    expect(digest(accepted({ bypasses: 2 }))).toMatchObject({ offered: 1, bypass: { k: 2, n: 3 } });
  });

  it('Sender = receiver: counts nowhere (E2)', () => {
    expect(digest(accepted({ receiverId: 'maya', rating: 1 }))).toEqual(digest());
  });

  it('Bulk offer of three work items: three handoffs, one rating', () => {
    const batch = ['1', '2', '3'].map((issueId) => accepted({ handoffId: issueId, issueId, batchId: 'b', rating: 2 }));
    const alone = accepted({ handoffId: '4', issueId: '4', rating: 5 });
    expect(digest(...batch, alone)).toMatchObject({
      offered: 4,
      rated: 4,
      ratings: { counts: [0, 1, 0, 0, 1], flagCounts: [0, 1, 0, 0, 1], latest: [2, 5], receivers: 1, senders: 1 },
    });
  });

  it('Immature: in all but rework, and in the response rate once rated', () => {
    const young = measured([['05-29 15:00', '06-01 09:00', 'accepted', '06-10 10:00']]);
    expect(digest(young)).toMatchObject({
      accepted: 1,
      mature: 0,
      rateable: 0,
      rework: none,
      dropped: none,
      firstPass: { k: 1, n: 1 },
      cycleWorking: { n: 1 },
      questions: { handoffs: 1 },
      response: none,
    });
    expect(digest({ ...young, rating: 4 }).response).toEqual({ k: 1, n: 1 });
  });
});

describe('times and shares that belong to no row of the matrix', () => {
  it('E40: a reaction at the very due time is in time, and an open offer is overdue only after it', () => {
    const reacted = (when: string): MeasuredHandoff => measured([['05-04 10:00', when]]);
    expect(digest(reacted('05-04 14:00')).overdue).toEqual({ k: 0, n: 1 });
    expect(digest(reacted('05-04 14:01'))).toMatchObject({ overdue: { k: 1, n: 1 }, dropped: { k: 1, n: 1 } });
    const open = measured([['05-04 10:00']]);
    const now = (when: string): MonthDigest['overdue'] => digestMonth([open], '2026-05', at(when), windows).overdue;
    expect([now('05-04 14:00'), now('05-04 14:01')]).toEqual([none, { k: 1, n: 1 }]);
  });

  it('an offer without a due time is never overdue', () => {
    expect(digest(measured([], { offers: [{ ...offer(['05-04 10:00', '05-28 10:00']), dueAt: null }] })).overdue).toEqual(none);
  });

  it("M01a: preparation is in the sender's working hours, and unknown without a first edit", () => {
    const nights = { ...accepted().calendar, week: [{ day: 1, from: 0, to: 24 * 60 }] };
    const drafted = { draftedAt: at('05-04 05:00') };
    expect(digest(accepted(), accepted(drafted)).preparation).toMatchObject({ n: 1, max: 1 });
    expect(digest(accepted({ ...drafted, senderCalendar: nights })).preparation).toMatchObject({ n: 1, max: 5 });
  });

  it('M14, M15, M17: overrides, talks with waived ones apart, and readbacks', () => {
    const some = digest(
      accepted({ talk: 'confirmed', readinessOverridden: true, readbackFirst: 'passed' }),
      accepted({ talk: 'waived', readbackFirst: 'failed' }),
      accepted({ talk: 'advised' }),
      measured([['05-04 10:00']], { talk: 'confirmed' }),
      accepted(),
    );
    expect(some).toMatchObject({ readiness: { k: 1, n: 5 }, talk: { k: 1, n: 3, waived: 1 }, readback: { k: 1, n: 2 } });
  });

  it('S-058, T24: accepted without its questions, and let pass', () => {
    expect(digest(accepted({ waived: true, waivers: 1 }), measured([['05-04 10:00']], { waivers: 2 }))).toMatchObject({
      acceptedUnchecked: 1,
      letPass: 3,
    });
  });

  it('S-020: counts the questions of all accepted handoffs, before and after acceptance', () => {
    const asked = (before: number, after: number): MeasuredHandoff => accepted({ questions: { before, after } });
    expect(digest(asked(2, 0), asked(1, 3), asked(0, 0)).questions).toEqual({ before: 3, after: 3, handoffs: 3 });
  });

  it('takes the latest three ratings between the same two people into the flags', () => {
    const rated = (rating: 1 | 2 | 3 | 4 | 5, day: number, receiverId = 'ana'): MeasuredHandoff =>
      measured([['05-04 10:00', null, 'accepted', `05-1${day} 10:00`]], { handoffId: `${receiverId}${day}`, rating, receiverId });
    const { ratings } = digest(rated(5, 4), rated(4, 3), rated(3, 2), rated(1, 1), rated(1, 5, 'ben'));
    expect(ratings).toEqual({ counts: [2, 0, 1, 1, 1], flagCounts: [1, 0, 1, 1, 1], latest: [1, 3, 4, 5, 1], receivers: 2, senders: 1 });
  });

  it('is not over while a zone west of UTC may still be in it', () => {
    const isProvisional = (now: string): boolean => digestMonth([], '2026-05', now, windows).isProvisional;
    expect([isProvisional('2026-06-01T23:59:59.000Z'), isProvisional('2026-06-02T00:00:00.000Z')]).toEqual([true, false]);
  });
});
