import { formatText, type TextKey } from '../../../static/kit/text/format-text';
import { formatMoment, formatMomentInFull } from '../../../static/kit/time/format-moment';
import english from '../../../src/contract/locales/en-US.json';
import { newCommandId } from '../../../static/kit/bridge/command-id';
import type { FailureCode } from '../../../static/kit/bridge/call-failure';
import { errorKey } from '../../../static/kit/feedback/error-text';

const strings: Record<string, string> = { 'x.one': '{count} thing', 'x.other': '{count} things', plain: 'Hello {name}, {missing}' };
const translate = (key: string, otherwise?: string) => strings[key] ?? otherwise ?? key;
const say = (key: string, vars = {}) => formatText(translate, 'en-US', key as TextKey, vars);

describe('a string for people', () => {
  it('picks the plural form of the count', () => {
    expect(say('x', { count: 1 })).toBe('1 thing');
    expect(say('x', { count: 1_200 })).toBe('1,200 things');
  });

  it('fills names and leaves an unknown one visible', () => {
    expect(say('plain', { name: 'Maya' })).toBe('Hello Maya, {missing}');
  });
});

describe('a moment', () => {
  const reader = { locale: 'en-US', timeZone: 'Europe/Berlin' };
  const now = new Date('2026-03-02T12:00:00.000Z');

  it('S-063 is a clock time today in the reader’s own zone', () => {
    expect(formatMoment('2026-03-02T09:15:00.000Z', now, reader)).toMatch(/^10:15\sAM$/u);
    expect(formatMoment('2026-03-01T23:30:00.000Z', now, reader)).toMatch(/^12:30\sAM$/u);
  });

  it('names the day before today and the year before this year', () => {
    expect(formatMoment('2026-02-27T09:15:00.000Z', now, reader)).toContain('Feb 27');
    expect(formatMoment('2025-02-27T09:15:00.000Z', now, reader)).toContain('2025');
  });

  it('says the zone in full', () => {
    expect(formatMomentInFull('2026-03-02T09:15:00.000Z', reader)).toMatch(/March 2, 2026.*GMT\+1/u);
  });
});

describe('a command id', () => {
  it('has the shape the contract takes and differs each time', () => {
    expect(newCommandId()).toMatch(/^[0-9a-f]{32}$/u);
    expect(newCommandId()).not.toBe(newCommandId());
  });
});

describe('an error', () => {
  const codes: FailureCode[] = ['UNREACHABLE', 'VERSION_CONFLICT', 'STALE_PACKAGE', 'STORAGE_BUSY', 'INTERNAL', 'LICENCE_LAPSED'];
  it.each(codes)('says in words what %s means and that nothing was lost', (code) => {
    const text = Object.entries(english).find(([key]) => key === errorKey(code))?.[1];
    expect(text).toMatch(/nothing|no .* was lost/iu);
  });
});
