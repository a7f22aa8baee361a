import fc from 'fast-check';
import { defaultCalendar, type WorkingCalendar } from '../../../src/domain/calendar/working-calendar';
import { createWorkingClock } from '../../../src/domain/calendar/working-clock';
import { workingHours } from '../../../src/domain/calendar/working-time';
import { addMs } from '../../../src/domain/handoff/instant';

const MINUTE_MS = 60_000;
const MINUTES_OF_60_DAYS = 60 * 24 * 60;
const everyDay = [1, 2, 3, 4, 5, 6, 7];

const calendar = fc
  .record({
    zone: fc.constantFrom('UTC', 'Europe/London', 'America/Los_Angeles', 'Pacific/Kiritimati', 'Pacific/Apia', 'Australia/Lord_Howe'),
    hours: fc.constantFrom<readonly [number, number]>([540, 1020], [1320, 360], [0, 1440], [720, 700]),
    days: fc.subarray(everyDay),
    daysOff: fc.subarray(['2026-03-30', '2026-03-29', '2026-10-25']),
  })
  .map(({ zone, hours: [from, to], days, daysOff }): WorkingCalendar => ({
    zone,
    week: days.map((day) => ({ day, from, to })),
    daysOff,
    version: 1,
  }));

describe('a working clock', () => {
  it('counts as workingHours does, whatever it remembers', () => {
    const clock = createWorkingClock();
    const around = fc.constantFrom('2026-03-01T00:00:00.000Z', '2026-09-20T00:00:00.000Z');
    const minute = fc.integer({ min: 0, max: MINUTES_OF_60_DAYS });
    fc.assert(
      fc.property(calendar, around, minute, fc.integer({ min: -60, max: 14 * 24 * 60 }), (its, start, offset, length) => {
        const from = addMs(start, offset * MINUTE_MS);
        const to = addMs(from, length * MINUTE_MS);
        expect(clock(from, to, its)).toBeCloseTo(workingHours(from, to, its), 9);
      }),
      { numRuns: 150 },
    );
  });

  it('tells calendars of different content apart and those of equal content not', () => {
    const clock = createWorkingClock();
    const hours = (its: WorkingCalendar): number => clock('2026-05-04T00:00:00.000Z', '2026-05-05T00:00:00.000Z', its);
    const usual = defaultCalendar('UTC');
    expect([hours(usual), hours({ ...usual, daysOff: ['2026-05-04'] }), hours({ ...usual, version: 9 })]).toEqual([8, 0, 8]);
  });
});
