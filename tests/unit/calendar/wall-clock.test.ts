import fc from 'fast-check';
import { fromWall, isZone, toDate, toInstant, toMs, toWall, toWeekday, fromDate } from '../../../src/domain/calendar/wall-clock';

const ZONES = [
  'UTC',
  'Europe/London',
  'Europe/Berlin',
  'America/New_York',
  'America/St_Johns',
  'America/Los_Angeles',
  'Asia/Kolkata',
  'Australia/Lord_Howe',
  'Australia/Sydney',
  'Pacific/Apia',
  'Pacific/Chatham',
  'Africa/Casablanca',
];
const zone = fc.constantFrom(...ZONES);
const SECOND_MS = 1_000;
const seconds = fc
  .integer({ min: Date.UTC(2005, 0, 1) / SECOND_MS, max: Date.UTC(2036, 0, 1) / SECOND_MS })
  .map((second) => second * SECOND_MS);
const wall = (text: string): number => Date.parse(`${text}:00.000Z`);
const at = (text: string, inZone: string): string => toInstant(fromWall(wall(text), inZone));

describe('wall clock', () => {
  it('E26: a local time that the clock leaves out is the first moment after the gap', () => {
    expect(at('2026-03-29T01:30', 'Europe/London')).toBe('2026-03-29T01:00:00.000Z');
    expect(at('2026-03-08T02:15', 'America/New_York')).toBe('2026-03-08T07:00:00.000Z');
    expect(at('2026-10-04T02:10', 'Australia/Lord_Howe')).toBe('2026-10-03T15:30:00.000Z');
    expect(at('2011-12-30T12:00', 'Pacific/Apia')).toBe('2011-12-30T10:00:00.000Z');
  });

  it('E26: of a local hour that comes twice it is the first', () => {
    expect(at('2026-10-25T01:30', 'Europe/London')).toBe('2026-10-25T00:30:00.000Z');
    expect(at('2026-11-01T01:30', 'America/New_York')).toBe('2026-11-01T05:30:00.000Z');
  });

  it('gives back what the wall clock shows, unless the clock leaves that time out', () => {
    fc.assert(
      fc.property(seconds, zone, (wallMs, inZone) => {
        const atMs = fromWall(wallMs, inZone);
        const shown = toWall(atMs, inZone);
        expect(shown).toBeGreaterThanOrEqual(wallMs);
        if (shown > wallMs) expect(toWall(atMs - SECOND_MS, inZone)).toBeLessThan(wallMs);
      }),
      { numRuns: 600 },
    );
  });

  it('gives back the moment, or an earlier one that looks the same', () => {
    fc.assert(
      fc.property(seconds, zone, (atMs, inZone) => {
        const found = fromWall(toWall(atMs, inZone), inZone);
        expect(found).toBeLessThanOrEqual(atMs);
        expect(toWall(found, inZone)).toBe(toWall(atMs, inZone));
      }),
      { numRuns: 600 },
    );
  });

  it('never goes back: a later local time is no earlier moment', () => {
    fc.assert(
      fc.property(seconds, fc.integer({ min: 0, max: 3 * 60 * 60 }), zone, (wallMs, moreSeconds, inZone) => {
        const later = wallMs + moreSeconds * SECOND_MS;
        // Only through a repeated hour: its first round is taken, so times after it lie further away.
        expect(fromWall(later, inZone)).toBeGreaterThanOrEqual(fromWall(wallMs, inZone));
      }),
      { numRuns: 600 },
    );
  });

  it('counts days of the week from Monday', () => {
    expect(['2026-03-30', '2026-04-05'].map((date) => toWeekday(fromDate(date)))).toEqual([1, 7]);
    expect(toDate(fromDate('2026-02-28') + 24 * 60 * 60 * 1000)).toBe('2026-03-01');
    expect(toMs(toInstant(0))).toBe(0);
  });

  it('knows zones by their IANA names', () => {
    expect(['Europe/London', 'Mars/Olympus', ''].map(isZone)).toEqual([true, false, false]);
  });
});
