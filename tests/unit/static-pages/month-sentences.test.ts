import type { MonthInBrief } from '../../../src/contract/project-home';
import english from '../../../src/contract/locales/en-US.json';
import { formatText, type Translate } from '../../../static/kit/text/format-text';
import { durationPhrase, monthLines } from '../../../static/project/month-sentences';

const strings: Readonly<Record<string, string>> = english;
const translate: Translate = (key, otherwise) => strings[key] ?? otherwise ?? key;

const month: MonthInBrief = {
  month: '2026-11',
  handoffs: 9,
  decided: 8,
  acceptedFirstTime: 6,
  returned: 2,
  returnedFor: [{ typeId: 't', typeName: 'Dev → QA', itemId: 'i', title: 'Where to test', times: 2 }],
  medianWaitHours: 3.4,
  accepted: 7,
  ratings: { count: 6, shown: true, values: [5, 4, 5, 3, 4, 2] },
  passedWhilePaused: 0,
  wouldHaveBeenStopped: 0,
  mostMissed: null,
};

const sentences = (own: Partial<MonthInBrief> = {}): Readonly<Record<string, string>> =>
  Object.fromEntries(
    monthLines({ ...month, ...own }).map(({ id, phrase }) => [id, formatText(translate, 'en-US', phrase.key, phrase.vars)]),
  );

describe('this month in sentences', () => {
  it('says every number with its n', () => {
    expect(sentences()).toEqual({
      handoffs: '9 handoffs.',
      firstTime: 'Accepted first time: 6 of 8 decided.',
      returned: 'Returned: 2.',
      wait: 'Half of the 7 accepted waited at most 3 h 24 min.',
      ratings: '6 ratings, 1 terrible to 5 seamless:',
    });
  });

  it('shows ratings as digits, lowest first, and names no order in which they came', () => {
    expect(monthLines(month).find(({ id }) => id === 'ratings')?.digits).toEqual([2, 3, 4, 4, 5, 5]);
  });

  it('shows no rating below the minimum, only how many there are', () => {
    const hidden = { ratings: { count: 2, shown: false, values: [] } };
    expect(sentences(hidden)['ratings']).toBe('2 ratings so far, shown from 5.');
    expect(monthLines({ ...month, ...hidden }).find(({ id }) => id === 'ratings')?.digits).toBeUndefined();
  });

  it('does not promise a minimum that is reached when too few people are behind it', () => {
    expect(sentences({ ratings: { count: 7, shown: false, values: [] } })['ratings']).toBe(
      '7 ratings so far, shown once they come from and are about at least 3 people.',
    );
  });

  it('says that the wait is shown later when too few were accepted, and nothing at all when none was', () => {
    expect(sentences({ accepted: 2, medianWaitHours: null })['wait']).toBe('Wait until accepted: shown from 3, 2 accepted so far.');
    expect(sentences({ accepted: 0, medianWaitHours: null })['wait']).toBeUndefined();
    expect(sentences({ accepted: 2_345, medianWaitHours: null })['wait']).toBe(
      '2,345 were accepted. How long it took stands in Trends, for each handoff type.',
    );
    const asked = (own: Partial<MonthInBrief>) => monthLines({ ...month, ...own }).find(({ id }) => id === 'wait')?.behind;
    expect([asked({}), asked({ accepted: 2, medianWaitHours: null })]).toEqual(['cycleCalendar', undefined]);
  });

  it('leaves out what did not happen', () => {
    expect(
      Object.keys(
        sentences({ decided: 0, acceptedFirstTime: 0, returned: 0, accepted: 0, ratings: { count: 0, shown: false, values: [] } }),
      ),
    ).toEqual(['handoffs', 'ratings']);
  });

  it('S-058, T24: says what share was accepted without the questions, and how often something was let pass', () => {
    expect(sentences({ acceptedUnchecked: 2, letPass: 1 })).toMatchObject({
      unchecked: 'Accepted without the questions: 2 of 7 accepted (29%).',
      letPass: '1 time something was let pass, with a reason.',
    });
  });

  it('counts moves that passed while the check was paused, and those a watching rule would have stopped', () => {
    expect(sentences({ passedWhilePaused: 1, wouldHaveBeenStopped: 3 })).toMatchObject({
      paused: '1 move passed while the check was paused.',
      observed: '3 moves would have been stopped (watch only).',
    });
  });

  it.each([
    [0.4, 'minutes', { minutes: 24 }],
    [0.999, 'wholeHours', { hours: 1 }],
    [26.5, 'hours', { hours: 26, minutes: 30 }],
    [47.999, 'wholeDays', { days: 2 }],
    [73.6, 'days', { days: 3, hours: 2 }],
  ])('writes %d hours in the units that matter', (hours, key, vars) => {
    expect(durationPhrase(hours)).toEqual({ key, vars });
  });
});
