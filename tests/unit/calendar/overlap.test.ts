import { nearestCommonSlot, overlapMinutes, smallestShift, TALK_MINUTES } from '../../../src/domain/calendar/overlap';
import { defaultCalendar, type WorkingCalendar } from '../../../src/domain/calendar/working-calendar';

const weekdays = (zone: string, from: number, to: number): WorkingCalendar => ({
  ...defaultCalendar(zone),
  week: [1, 2, 3, 4, 5].map((day) => ({ day, from, to })),
});
const newYork = defaultCalendar('America/New_York');
const london = defaultCalendar('Europe/London');
const kolkataUntil = (to: number): WorkingCalendar => weekdays('Asia/Kolkata', 600, to);
const losAngeles = defaultCalendar('America/Los_Angeles');

describe('working hours two people share', () => {
  it('O-31, S-143: New York and London, while only one of them has changed its clock and while both have', () => {
    expect(['2026-01-14', '2026-03-11', '2026-04-01', '2026-10-28'].map((date) => overlapMinutes(newYork, london, date))).toEqual([
      180, 240, 180, 240,
    ]);
  });

  it('O-32, S-143: fifteen minutes are enough and fourteen are not', () => {
    const shared = [18 * 60 + 30, 18 * 60 + 44, 18 * 60 + 45].map((to) => overlapMinutes(newYork, kolkataUntil(to), '2026-04-01'));
    expect(shared).toEqual([0, 14, 15]);
    expect(shared.map((minutes) => minutes >= TALK_MINUTES)).toEqual([false, false, true]);
  });

  it('O-33: Los Angeles and Berlin share nothing', () => {
    expect(overlapMinutes(losAngeles, weekdays('Europe/Berlin', 540, 1080), '2026-04-01')).toBe(0);
  });

  it('O-34: over the date line it is the next local day that is shared', () => {
    expect(overlapMinutes(losAngeles, defaultCalendar('Australia/Sydney'), '2026-04-01')).toBe(120);
  });

  it('S-143: says by how much one of them must move to share fifteen minutes', () => {
    const shift = (to: number): number | null => smallestShift(newYork, kolkataUntil(to), '2026-04-01');
    expect([shift(18 * 60 + 30), shift(18 * 60 + 44), shift(18 * 60 + 45)]).toEqual([15, 1, 0]);
    expect(smallestShift(newYork, { ...london, week: [] }, '2026-04-01')).toBeNull();
  });

  it('S-074, S-143: names the nearest slot of a quarter of an hour in both calendars, over a weekend where need be', () => {
    expect(TALK_MINUTES).toBe(15);
    expect(nearestCommonSlot(newYork, london, '2026-04-01T09:00:00.000Z')).toEqual({
      from: '2026-04-01T13:00:00.000Z',
      to: '2026-04-01T16:00:00.000Z',
    });
    expect(nearestCommonSlot(newYork, london, '2026-04-03T15:50:00.000Z')).toEqual({
      from: '2026-04-06T13:00:00.000Z',
      to: '2026-04-06T16:00:00.000Z',
    });
    expect(nearestCommonSlot(losAngeles, weekdays('Europe/Berlin', 540, 1080), '2026-04-01T09:00:00.000Z')).toBeNull();
  });

  it('is the same whichever of the two is asked first', () => {
    expect(nearestCommonSlot(london, newYork, '2026-04-01T15:50:00.000Z')).toEqual(
      nearestCommonSlot(newYork, london, '2026-04-01T15:50:00.000Z'),
    );
  });
});
