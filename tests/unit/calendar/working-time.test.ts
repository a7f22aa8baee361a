import fc from 'fast-check';
import { addWorkingHours, endOfNextWorkingDay, nextOpen, workingHours } from '../../../src/domain/calendar/working-time';
import { defaultCalendar, openOn, type WorkingCalendar } from '../../../src/domain/calendar/working-calendar';
import { addMs, msBetween } from '../../../src/domain/handoff/instant';

const HOUR_MS = 60 * 60 * 1000;
const london = defaultCalendar('Europe/London');
const nights: WorkingCalendar = {
  ...london,
  week: [1, 2, 3, 4, 5, 6, 7].map((day) => ({ day, from: 22 * 60, to: 6 * 60 })),
};
const closed: WorkingCalendar = { ...london, week: [] };
const calendarHours = (from: string, to: string): number => msBetween(from, to) / HOUR_MS;

describe('working time', () => {
  it.each([
    {
      what: 'over the clock change of spring',
      calendar: london,
      from: '2026-03-27T16:30:00.000Z',
      to: '2026-03-30T09:15:00.000Z',
      hours: [64.75, 1.75],
    },
    {
      what: 'over Christmas with 25 and 28 December off',
      calendar: { ...london, daysOff: ['2026-12-25', '2026-12-28'] },
      from: '2026-12-24T16:00:00.000Z',
      to: '2026-12-29T11:00:00.000Z',
      hours: [115, 3],
    },
    {
      what: 'of a night shift when the clock goes back',
      calendar: nights,
      from: '2026-10-24T21:00:00.000Z',
      to: '2026-10-25T06:00:00.000Z',
      hours: [9, 9],
    },
    {
      what: 'of a night shift when the clock goes forward',
      calendar: nights,
      from: '2026-03-28T22:00:00.000Z',
      to: '2026-03-29T05:00:00.000Z',
      hours: [7, 7],
    },
    { what: 'of a weekend', calendar: london, from: '2026-03-14T00:00:00.000Z', to: '2026-03-15T00:00:00.000Z', hours: [24, 0] },
  ])('O-25: counts working hours $what', ({ calendar, from, to, hours }) => {
    expect(calendarHours(from, to)).toBeCloseTo(hours[0]!, 4);
    expect(workingHours(from, to, calendar)).toBeCloseTo(hours[1]!, 4);
  });

  it('O-26: four working hours from Friday afternoon end on Monday, over a clock change', () => {
    expect(addWorkingHours('2026-03-27T16:00:00.000Z', 4, london)).toBe('2026-03-30T11:00:00.000Z');
  });

  it("O-26, E24: a deadline counts the receiver's hours, wherever it was handed off", () => {
    const kolkata = { ...defaultCalendar('Asia/Kolkata'), week: [1, 2, 3, 4, 5].map((day) => ({ day, from: 600, to: 1080 })) };
    expect(addWorkingHours('2026-03-10T21:00:00.000Z', 4, kolkata)).toBe('2026-03-11T08:30:00.000Z');
  });

  it('E26: a deadline in an hour that comes twice is in the first, and one in the gap is the first moment after it', () => {
    const early = { ...london, week: [{ day: 7, from: 30, to: 90 }] };
    expect(openOn('2026-10-25', early)).toEqual([{ from: Date.parse('2026-10-24T23:30:00Z'), to: Date.parse('2026-10-25T00:30:00Z') }]);
    expect(endOfNextWorkingDay('2026-03-28T12:00:00.000Z', early)).toBe('2026-03-29T01:00:00.000Z');
  });

  it('the end of the next working day skips weekends and days off', () => {
    expect(endOfNextWorkingDay('2026-03-27T16:00:00.000Z', london)).toBe('2026-03-30T16:00:00.000Z');
    expect(endOfNextWorkingDay('2026-03-27T16:00:00.000Z', { ...london, daysOff: ['2026-03-30'] })).toBe('2026-03-31T16:00:00.000Z');
  });

  it('it is open next now, or when the next working time begins', () => {
    expect(nextOpen('2026-03-27T16:00:00.000Z', london)).toBe('2026-03-27T16:00:00.000Z');
    expect(nextOpen('2026-03-27T17:00:00.000Z', london)).toBe('2026-03-30T08:00:00.000Z');
    expect(nextOpen('2026-03-28T23:00:00.000Z', nights)).toBe('2026-03-28T23:00:00.000Z');
  });

  it('a calendar that never opens gives no deadline', () => {
    expect([addWorkingHours('2026-03-27T16:00:00.000Z', 1, closed), endOfNextWorkingDay('2026-03-27T16:00:00.000Z', closed)]).toEqual([
      null,
      null,
    ]);
    expect([
      nextOpen('2026-03-27T16:00:00.000Z', closed),
      workingHours('2026-03-27T16:00:00.000Z', '2026-04-27T16:00:00.000Z', closed),
    ]).toEqual([null, 0]);
  });

  it('hours of the week that overlap count once', () => {
    const twice = { ...london, week: [...london.week, { day: 5, from: 10 * 60, to: 18 * 60 }] };
    expect(workingHours('2026-03-27T00:00:00.000Z', '2026-03-28T00:00:00.000Z', twice)).toBe(9);
  });

  const instant = fc.integer({ min: 0, max: 400 * 24 * 60 }).map((minutes) => addMs('2026-01-01T00:00:00.000Z', minutes * 60_000));
  const calendar = fc
    .tuple(
      fc.constantFrom('Europe/London', 'America/New_York', 'Australia/Sydney', 'Asia/Kolkata'),
      fc.uniqueArray(
        fc.record({
          day: fc.integer({ min: 1, max: 7 }),
          from: fc.integer({ min: 0, max: 1439 }),
          to: fc.integer({ min: 1, max: 1440 }),
        }),
        { minLength: 1, maxLength: 6, selector: ({ day }) => day },
      ),
    )
    .map(([zone, week]): WorkingCalendar => ({ zone, week, daysOff: ['2026-05-01'], version: 1 }));

  it('a deadline lies exactly so many working hours away, and a moment earlier it does not', () => {
    fc.assert(
      fc.property(instant, calendar, fc.integer({ min: 1, max: 60 }), (from, given, hours) => {
        const due = addWorkingHours(from, hours, given);
        if (due === null) return;
        expect(workingHours(from, due, given)).toBeCloseTo(hours, 6);
        expect(workingHours(from, addMs(due, -60_000), given)).toBeLessThan(hours);
      }),
      { numRuns: 120 },
    );
  });

  it('working hours add up, and are never more than the hours that passed', () => {
    fc.assert(
      fc.property(fc.tuple(instant, instant, instant), calendar, (moments, given) => {
        const [a, b, c] = [...moments].sort();
        expect(workingHours(a!, b!, given) + workingHours(b!, c!, given)).toBeCloseTo(workingHours(a!, c!, given), 6);
        expect(workingHours(a!, c!, given)).toBeLessThanOrEqual(calendarHours(a!, c!) + 1e-9);
      }),
      { numRuns: 60 },
    );
  });
});
