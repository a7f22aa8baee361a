import { enteredWhen, parseWhen } from '../../../static/handoff/draft/parse-when';

const VIENNA = 'Europe/Vienna';

describe('a time as it is entered', () => {
  it('is what the clock of the zone shows, there and back', () => {
    const window = { kind: 'when', at: '2026-03-10T13:00:00.000Z', endsAt: '2026-03-10T15:30:00.000Z' } as const;
    expect(parseWhen('2026-03-10T14:00/2026-03-10T16:30', VIENNA)).toEqual({ ok: true, answer: window });
    expect(enteredWhen(window, VIENNA)).toBe('2026-03-10T14:00/2026-03-10T16:30');
    expect(parseWhen('2026-03-10T14:00/', VIENNA)).toEqual({ ok: true, answer: { kind: 'when', at: window.at } });
    expect(parseWhen(enteredWhen(null, VIENNA), VIENNA)).toEqual({ ok: true, answer: null });
  });

  it('E26: is the first moment after a gap of the clock, and the first of an hour that comes twice', () => {
    const at = (entered: string) => parseWhen(`${entered}/`, VIENNA);
    expect(at('2026-03-29T02:30')).toEqual({ ok: true, answer: { kind: 'when', at: '2026-03-29T01:00:00.000Z' } });
    expect(at('2026-10-25T02:30')).toEqual({ ok: true, answer: { kind: 'when', at: '2026-10-25T00:30:00.000Z' } });
  });

  it('S-045: is no answer while the end comes first, the start is missing or the year is being typed', () => {
    const problem = (entered: string) => parseWhen(entered, VIENNA);
    expect(problem('2026-03-10T14:00/2026-03-10T13:00')).toEqual({ ok: false, problem: 'endsFirst' });
    expect(problem('2026-03-10T14:00/2026-03-10T14:00')).toEqual({ ok: false, problem: 'endsFirst' });
    expect(problem('/2026-03-10T14:00')).toEqual({ ok: false, problem: 'startMissing' });
    expect(problem('0020-03-10T14:00/')).toEqual({ ok: false, problem: 'year' });
  });
});
