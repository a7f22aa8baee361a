import { dueAt, UNKNOWN_SIDE, worksAgainAt, type Sides } from '../../../src/domain/calendar/side-time';
import { defaultCalendar } from '../../../src/domain/calendar/working-calendar';
import { toNotices } from '../../../src/app/record/notices';
import { isOverdue } from '../../../src/domain/handoff/overdue';
import { toHandoffRow } from '../../../src/domain/handoff/to-handoff-row';
import type { TypeOptions } from '../../../src/domain/type/type-options';
import { HandoffWorld, SYSTEM, aHandoffType } from '../../support/handoff-world';
import { replay } from '../../../src/domain/handoff/evolve';

const HOURS = { due: { kind: 'workingHours', hours: 4 } } as const;
const london = { calendar: { ...defaultCalendar('Europe/London'), version: 3 }, awayUntil: null };
const sides: Sides = { sender: UNKNOWN_SIDE, receiver: london };
const TOLD: Partial<TypeOptions> = { ...HOURS, overdueReminds: true, overdueEscalates: true, accountableId: 'lena' };

/** Offered on Friday 27 March 2026 at 16:00 in London, an hour before the receiver's weekend. */
function offered(options: Partial<TypeOptions>, over: Partial<Sides> = {}, receiver?: 'group'): HandoffWorld {
  const rule = receiver === undefined ? {} : { receiver: { kind: 'group', groupId: 'qa', groupName: 'QA' } as const };
  const world = new HandoffWorld(aHandoffType({ options, ...rule }));
  world.prepared();
  world.now = '2026-03-27T16:00:00.000Z';
  world.does({ type: 'offer', handoffId: world.handoff.handoffId }, { sides: { ...sides, ...over } });
  return world;
}

const note = (world: HandoffWorld) => ({ type: 'noteOverdue', handoffId: world.handoff.handoffId }) as const;
const DUE = '2026-03-30T11:00:00.000Z';

describe('when an answer is due', () => {
  it('T5, S-141, E24, O-26: is reckoned in the receiver’s working time when it is handed off', () => {
    const world = offered(HOURS);
    expect(world.handoff.offer).toMatchObject({ dueAt: DUE, calendar: { zone: 'Europe/London', version: 3 } });
    expect(toHandoffRow(world.record, world.handoff.handoffId, null)).toMatchObject({ dueAt: DUE, timerOn: 'on' });
  });

  it('E27: stays as it was frozen when the calendar changes later', () => {
    const world = offered(HOURS);
    const changed = { calendar: { ...london.calendar, zone: 'Asia/Kolkata', version: 4 }, awayUntil: '2027-01-01' };
    world.later(60_000).does(world.accept(), { by: 'ana', sides: { ...sides, receiver: changed } });
    expect(world.handoff.offer).toMatchObject({ dueAt: DUE, calendar: { zone: 'Europe/London', version: 3 } });
    expect(replay('10001', '10', world.log).handoffs[0]?.offer?.dueAt).toBe(DUE);
  });

  it('E24: nothing runs while the receiver is away', () => {
    const away = { ...london, awayUntil: '2026-04-08' };
    expect(dueAt(HOURS.due, away, '2026-03-27T16:00:00.000Z')).toBe('2026-04-08T12:00:00.000Z');
    expect(dueAt({ kind: 'nextWorkingDay' }, away, '2026-03-27T16:00:00.000Z')).toBe('2026-04-08T16:00:00.000Z');
    expect(worksAgainAt(away, '2026-03-27T16:00:00.000Z')).toBe('2026-04-08T08:00:00.000Z');
    expect(worksAgainAt(london, '2026-03-27T17:00:00.000Z')).toBe('2026-03-30T08:00:00.000Z');
    expect(worksAgainAt(london, '2026-03-27T16:00:00.000Z')).toBeNull();
  });

  it('S-141: there always is one where the type asks for it, even if the calendar never opens', () => {
    const closed = { calendar: { ...london.calendar, week: [] }, awayUntil: null };
    expect(offered(HOURS, { receiver: closed }).handoff.offer?.dueAt).toBe(DUE);
  });

  it('nothing is due where nobody switched it on', () => {
    const world = offered({});
    expect(world.handoff.offer).not.toHaveProperty('dueAt');
    expect(toHandoffRow(world.record, world.handoff.handoffId, null)).toMatchObject({ dueAt: '9999', timerOn: 'none' });
  });

  it('is reckoned anew for another receiver', () => {
    const world = offered(HOURS);
    world.later(60_000);
    const kolkata = { calendar: defaultCalendar('Asia/Kolkata'), awayUntil: null };
    world.does(
      { type: 'changeReceiver', handoffId: world.handoff.handoffId, receiver: { kind: 'person', accountId: 'cleo' } },
      { sides: { ...sides, receiver: kolkata } },
    );
    expect(world.handoff.offer?.dueAt).toBe('2026-03-30T07:30:00.000Z');
  });
});

describe('overdue', () => {
  it('E40: accepting at the very instant it is due is in time, a moment later is late', () => {
    const onTime = offered(TOLD);
    onTime.now = DUE;
    expect(isOverdue(onTime.handoff, DUE)).toBe(false);
    expect(onTime.does(note(onTime), { actor: SYSTEM })).toEqual([]);
    onTime.does(onTime.accept(), { by: 'ana' });
    expect(onTime.handoff).not.toHaveProperty('lateReactions');

    const late = offered(TOLD);
    late.now = '2026-03-30T11:00:00.001Z';
    expect(isOverdue(late.handoff, late.now)).toBe(true);
    late.does(late.accept(), { by: 'ana' });
    expect(late.handoff.lateReactions).toBe(1);
    expect(toHandoffRow(late.record, late.handoff.handoffId, null).facts.lateReactions).toBe(1);
  });

  it('T8: a question is a reaction and stops the clock', () => {
    const world = offered(TOLD).later(60_000);
    world.does({ type: 'ask', handoffId: world.handoff.handoffId, text: 'Which browser?' }, { by: 'ana' });
    world.now = '2026-04-30T11:00:00.000Z';
    expect(isOverdue(world.handoff, world.now)).toBe(false);
    expect(world.does(note(world), { actor: SYSTEM })).toEqual([]);
  });

  it('S-141: crossing the due time names who is told, once per offer', () => {
    const world = offered(TOLD);
    world.now = '2026-03-30T11:05:00.000Z';
    expect(world.does(note(world), { actor: SYSTEM })).toEqual(['overdue']);
    expect(world.log.at(-1)).toMatchObject({ remindedId: 'ana', escalatedToId: 'lena' });
    world.later(60_000);
    expect(world.does(note(world), { actor: SYSTEM })).toEqual([]);
    const notices = toNotices({}, world.log.slice(-1), { before: world.record, after: world.record }, world.now);
    expect(Object.values(notices).map(({ kind, to }) => [kind, to])).toEqual([
      ['overdue', 'ana'],
      ['escalation', 'lena'],
    ]);
  });

  it('E5: a handoff nobody of the group takes is told to the accountable person and stays nobody’s', () => {
    const world = offered(TOLD, {}, 'group');
    world.now = '2026-04-02T11:05:00.000Z';
    world.does(note(world), { actor: SYSTEM });
    expect(world.log.at(-1)).toMatchObject({ remindedId: null, escalatedToId: 'lena' });
    expect(world.handoff).toMatchObject({ state: 'OFFERED', offer: { takenBy: null, receiver: { kind: 'group' } } });
  });

  it('E5: tells nobody where neither was switched on, and nobody but Baton itself says so', () => {
    const world = offered(HOURS);
    world.now = '2026-03-30T11:05:00.000Z';
    expect(world.refusalOf(note(world))).toBe('FORBIDDEN');
    world.does(note(world), { actor: SYSTEM });
    expect(toNotices({}, world.log.slice(-1), { before: world.record, after: world.record }, world.now)).toEqual({});
  });
});
