import fc from 'fast-check';
import type { HandoffRow, RowFacts } from '../../../src/domain/handoff/handoff-row';
import { toHandoffRow } from '../../../src/domain/handoff/to-handoff-row';
import { digestMonth, type MonthDigest } from '../../../src/domain/metrics/month-digest';
import { toMeasured } from '../../../src/domain/metrics/to-measured';
import { play, step } from '../../support/handoff-steps';
import { HandoffWorld } from '../../support/handoff-world';
import { rowsOfLog } from '../../support/rows-of-log';

const windows = { reworkWindowDays: 30, ratingWindowDays: 7 };
const rowOf = (world: HandoffWorld): HandoffRow => toHandoffRow(world.record, '10001-dev-qa-1', null);

/** Every month's digest of every type, by its name. */
function digestsOf(rows: readonly HandoffRow[], asOf: string): Readonly<Record<string, MonthDigest>> {
  const names = [...new Set(rows.map(({ typeId, cohortMonth }) => `${typeId} ${cohortMonth}`))].sort();
  return Object.fromEntries(
    names.map((name) => {
      const own = rows.filter(({ typeId, cohortMonth }) => `${typeId} ${cohortMonth}` === name).flatMap((row) => toMeasured(row) ?? []);
      return [name, digestMonth(own, name.slice(name.lastIndexOf(' ') + 1), asOf, windows)];
    }),
  );
}

/** The row as it was stored before offers were kept one by one. */
function older({ facts, ...row }: HandoffRow): HandoffRow {
  const {
    offers: _offers,
    draftedAt: _draftedAt,
    calendar: _calendar,
    questionsAfter: _after,
    firstWorkAt: _work,
    chainPosition: _position,
    reversals: _reversals,
    ...kept
  }: RowFacts = facts;
  return { ...row, facts: kept };
}

describe('a row as the metrics need it', () => {
  it('says each offer with what became of it, and when it was begun and ended', () => {
    const world = new HandoffWorld().returned();
    const [offer] = rowOf(world).facts.offers ?? [];
    expect(toMeasured(rowOf(world))).toMatchObject({
      month: '2026-03',
      draftedAt: '2026-03-02T09:00:00.000Z',
      offers: [{ at: offer?.at, outcome: 'returned', decidedAt: offer?.returnedAt, acknowledgedAt: offer?.returnedAt, dueAt: null }],
      ended: null,
      calendar: { zone: 'UTC' },
      returnedFor: [['where']],
      missedIds: ['where'],
    });
    const before = rowOf(world);
    world.does({ type: 'withdraw', handoffId: before.handoffId, reason: 'Wrong branch' });
    const row = toHandoffRow(world.record, before.handoffId, before);
    expect(toMeasured(row)).toMatchObject({ ended: { at: world.now, kind: 'cancelled' }, offers: [{ outcome: 'returned' }] });
  });

  it('is null for a handoff to oneself (E2) and for one that was never handed off', () => {
    expect(toMeasured(rowOf(new HandoffWorld().prepared()))).toBeNull();
    const row = rowOf(new HandoffWorld().accepted());
    expect(toMeasured(row)).not.toBeNull();
    expect(toMeasured({ ...row, facts: { ...row.facts, self: true } })).toBeNull();
    expect(toMeasured({ ...row, facts: { ...row.facts, receiverId: row.senderId } })).toBeNull();
  });

  it('M06: accepted by whom it was passed on to is accepted at first, although the first who was asked decided nothing', () => {
    const world = new HandoffWorld().offered();
    const { handoffId } = world.handoff;
    world.does({ type: 'changeReceiver', handoffId, receiver: { kind: 'person', accountId: 'ben' } });
    world.does(world.accept(), { by: 'ben' });
    expect(toMeasured(rowOf(world))?.offers.map(({ outcome }) => outcome)).toEqual(['undecided', 'accepted']);
    expect(Object.values(digestsOf([rowOf(world)], world.now))[0]).toMatchObject({ decided: 1, firstPass: { k: 1, n: 1 } });
  });

  it('of a row stored before offers were kept: the same counts, and no time that nobody knows', () => {
    for (const world of [new HandoffWorld().accepted(), new HandoffWorld().returned(), new HandoffWorld().offered()]) {
      const [now, then] = [rowOf(world), older(rowOf(world))].map((row) => Object.values(digestsOf([row], world.now))[0]);
      expect({ ...then, acknowledge: now?.acknowledge, checking: now?.checking, preparation: now?.preparation }).toEqual(now);
      expect(then).toMatchObject({ acknowledge: { n: 0 }, checking: { n: 0 }, preparation: { n: 0 } });
    }
  });

  it('I4: what the log alone comes to, in any order, is what was written handoff by handoff, after any sequence of commands by anyone', () => {
    let counted = 0;
    fc.assert(
      fc.property(fc.array(step, { maxLength: 40, size: 'max' }), fc.infiniteStream(fc.nat()), (steps, lots) => {
        const written = new Map<string, HandoffRow>();
        const world = play(steps, ({ record }) => {
          for (const { handoffId } of [...record.handoffs, ...record.ended])
            written.set(handoffId, toHandoffRow(record, handoffId, written.get(handoffId) ?? null));
        });
        const shuffled = [...rowsOfLog(world.log).values()]
          .map((row) => ({ row, lot: Number(lots.next().value) }))
          .sort((one, other) => one.lot - other.lot);
        const digests = digestsOf([...written.values()], world.now);
        expect(
          digestsOf(
            shuffled.map(({ row }) => row),
            world.now,
          ),
        ).toEqual(digests);
        counted += Object.values(digests).reduce((sum, { accepted }) => sum + accepted, 0);
      }),
      { numRuns: 100 },
    );
    expect(counted).toBeGreaterThan(0);
  });
});
