import english from '../../../src/contract/locales/en-US.json';
import { isEnoughForTrends } from '../../../src/domain/metrics/enough-for-trends';
import { formatText, type Translate } from '../../../static/kit/text/format-text';
import { chainWarning } from '../../../static/project/health/chain-warning';
import { closedMonths, sayClosed } from '../../../static/project/health/closed-months';
import { firstMonth, monthsUpTo, typesWithTrends } from '../../../static/project/health/choose-view';
import { headingsOf } from '../../../static/project/health/headings';
import { observedPerDay } from '../../../static/project/health/observed-per-day';
import { missedMost } from '../../../static/project/health/missed-items';
import { rateColumns, timeColumns } from '../../../static/project/health/month-columns';
import { ratesOf, timesOf } from '../../../static/project/health/month-numbers';
import { sayHours, sayPerHandoff, sayShare, type Say } from '../../../static/kit/numbers/say-numbers';
import { SAMPLE_MONTHS, sampleHealth, sampleMonth, sampleType, type SampleHandoff } from '../../support/health-samples';

const strings: Readonly<Record<string, string>> = english;
const translate: Translate = (key, otherwise) => strings[key] ?? otherwise ?? key;
const say: Say = { locale: 'en-US', t: (key, vars) => formatText(translate, 'en-US', key, vars) };

/** The numbers of a month long over. */
const monthOf = (handoffs: readonly SampleHandoff[]) => sampleMonth('dev-to-qa', '2026-05', handoffs);
const times = (count: number, sample: SampleHandoff = {}): readonly SampleHandoff[] => Array.from({ length: count }, () => sample);
const rate = (month: ReturnType<typeof monthOf>, id: string) => ratesOf(month).find((each) => each.id === id);

describe('the numbers of a month', () => {
  it('S-005: say that 3 of 9 were dropped, with what that may be by chance, and never a bare per cent', () => {
    const month = monthOf([
      { returned: ['where_to_test'] },
      { reworked: true },
      { returned: ['pull_request'], reworked: true },
      ...times(6),
    ]);
    expect(sayShare(say, month.dropped)).toBe('3 of 9 (33.3%, 12.1–64.6%)');
    expect(sayShare(say, monthOf([]).dropped)).toBe('–');
  });

  it('S-014: put spread, speed and errors first, each bound to one number', () => {
    const month = monthOf([1, 2, 3, 4, 5, 6, 7].map((hours) => ({ hours, ...(hours === 7 ? { returned: ['where_to_test'] } : {}) })));
    expect(headingsOf(say, month)).toEqual([
      { id: 'spread', metric: 'M01', value: '2 h', n: 7 },
      { id: 'speed', metric: 'M01', value: '4 h', n: 7 },
      { id: 'errors', metric: 'M06', value: '6 of 7 (85.7%, 48.7–97.4%)', n: 7 },
    ]);
    expect(headingsOf(say, monthOf(times(6)))[0]?.value).toBe('–');
    expect(headingsOf(say, monthOf(times(2)))[1]?.value).toBe('–');
  });

  it('S-027: count 11 handoffs and 1 move past them as 91.7% that went through a handoff', () => {
    const month = monthOf([{ more: { bypasses: 1 } }, ...times(10)]);
    expect(sayShare(say, rate(month, 'adherence')?.share ?? { k: 0, n: 0 })).toMatch(/^11 of 12 \(91\.7%, /u);
  });

  it('S-107: tell the time to first work as half within, 85% within and mean with its n, and leave it out where nothing was seen', () => {
    const month = monthOf([-1, 0.5, 1, 1, 2, 2.5, 3, 4].map((workAfter) => ({ workAfter })));
    const firstWork = timesOf(month).filter(({ id }) => id === 'firstWork');
    expect(firstWork.map((row) => timeColumns(say.t).map(({ cell }) => cell(row)))).toEqual([
      ['From accepted to first work', 7, 2, 0.5, 4, 3, 'max', 4, 2],
    ]);
    expect(month.firstWork?.early).toBe(1);
    expect(timeColumns(say.t).map(({ heading }) => heading)).toEqual([
      'Time',
      'n',
      'Half within',
      'Half, from (95%)',
      'Half, to (95%)',
      '85% within',
      '95% within',
      'Longest',
      'Mean',
    ]);
    expect(timesOf(monthOf(times(7))).map(({ id }) => id)).not.toContain('firstWork');
  });

  it('S-108: give questions per handoff with the exact interval, and a dash without a handoff', () => {
    const month = monthOf([...times(3, { questions: 3 }), { questions: 2 }, ...times(4)]);
    expect(sayPerHandoff(say, rate(month, 'questions')?.share ?? { k: 0, n: 0 })).toBe('11 in 8 handoffs: 1.38 per handoff (0.69–2.46)');
    expect(sayPerHandoff(say, rate(monthOf([]), 'questions')?.share ?? { k: 0, n: 1 })).toBe('–');
  });

  it('S-124 S-156: give how many of the questions asked on the work item were answered there, and nothing where none was asked', () => {
    const month = monthOf([{ questions: 4, more: { openQuestions: 1 } }, ...times(2, { questions: 1 })]);
    expect(rate(month, 'answered')).toMatchObject({ share: { k: 5, n: 6 }, unit: 'share' });
    expect(rate(monthOf(times(3)), 'answered')).toBeUndefined();
  });

  it('S-109: count what had to be done again among those accepted 30 days ago', () => {
    const month = monthOf([{ reworked: true }, ...times(6)]);
    expect(sayShare(say, rate(month, 'rework')?.share ?? { k: 0, n: 0 })).toBe('1 of 7 (14.3%, 2.6–51.3%)');
  });

  it('print “max” where a percentile would be the longest, and a dash where there is nothing', () => {
    const cells = (count: number) =>
      timeColumns(say.t).map(({ cell }) => cell(timesOf(monthOf(times(count)))[0] ?? timesOf(monthOf([]))[0]!));
    expect(cells(6)).toEqual(['Until accepted, working time', 6, 2, 2, 2, 'max', 'max', 2, 2]);
    expect(cells(20)).toEqual(['Until accepted, working time', 20, 2, 2, 2, 2, 2, 2, 2]);
    expect(cells(0)).toEqual(['Until accepted, working time', 0, null, null, null, null, null, null, null]);
    const [none] = ratesOf(monthOf([])).map((row) => rateColumns(say.t).map(({ cell }) => cell(row)));
    expect(none).toEqual(['Dropped: returned, overdue or reworked', null, 0, null, '%', null, null]);
  });

  it('say hours as hours, however many: a working day has no fixed length', () => {
    expect([0.5, 1.25, 60, null].map((hours) => sayHours(say, hours))).toEqual(['30 min', '1.3 h', '60 h', '–']);
  });
});

describe('what Trends shows', () => {
  const few = sampleType('design', 'Design → Dev', [
    sampleMonth('design', '2026-10', times(6)),
    sampleMonth('design', '2026-11', times(5)),
  ]);
  const enough = sampleType('dev-to-qa', 'Dev → QA', [
    sampleMonth('dev-to-qa', '2025-12', times(6)),
    sampleMonth('dev-to-qa', '2026-11', times(6)),
  ]);

  it('begins at 12 handoffs of one type within 13 months', () => {
    expect([few, enough].map(({ months }) => isEnoughForTrends(months))).toEqual([false, true]);
    expect(typesWithTrends(sampleHealth([few, enough])).map(({ typeId }) => typeId)).toEqual(['dev-to-qa']);
  });

  it('opens at the last month that is over', () => {
    expect(firstMonth(enough, '2026-11')?.month).toBe('2025-12');
    expect(firstMonth({ ...enough, months: enough.months.slice(1) }, '2026-11')?.month).toBe('2026-11');
  });

  it('S-128: warns once of a work item with its fourth accepted handoff, and says that every type counts', () => {
    const chain = (...positions: readonly number[]) =>
      monthOf(positions.map((chainPosition) => ({ more: { issueId: '1', chainPosition } })));
    expect(chainWarning(say, chain(4, 5))).toMatch(
      /^1 work item of this month has been handed over four times or more, counting every type\./u,
    );
    expect(chainWarning(say, chain(2, 3))).toBeNull();
    const { longChains: _unknown, ...before } = monthOf(times(4, { more: { issueId: '1' } }));
    expect(chainWarning(say, before)).toMatch(/^1 work item/u);
  });

  it('S-022, M09: going to and fro stands among the rates once it happened', () => {
    expect(rate(monthOf(times(3)), 'pingPong')).toBeUndefined();
    expect(rate(monthOf([{ more: { handsBack: true } }, ...times(3)]), 'pingPong')?.share).toEqual({ k: 1, n: 4 });
  });

  it('M18: says of closed work items how many handoffs they took; below seven the 85 % are the most', () => {
    const said = (closed: Readonly<Record<string, number>>) =>
      closedMonths({ closed: [{ month: '2026-05', closed }] }).map((month) => sayClosed(say, month));
    expect(said({ 1: 20, 2: 8, 3: 4, 6: 2 })).toEqual([
      '34 work items of the project that had a handoff were closed in May 2026: 1.8 handoffs on average, at most 6. 85% had at most 3.',
    ]);
    expect(said({ 2: 1 })).toEqual([
      '1 work item of the project that had a handoff was closed in May 2026: 2.0 handoffs on average, at most 2.',
    ]);
    expect(said({ 1: -1 })).toEqual([]);
  });

  it('S-131: tells nobody apart: no account id is in an answer, and no column names a person', () => {
    const view = sampleHealth([enough]);
    expect(JSON.stringify(view)).not.toMatch(/sender-|receiver-/u);
    const headings = [...timeColumns(say.t), ...rateColumns(say.t)].map(({ heading }) => heading);
    expect(headings.filter((heading) => /sender|receiver|who|person/iu.test(heading))).toEqual([]);
  });

  it('ranks what was missing over three months by the calendar, without what the type no longer has', () => {
    const months = ['2026-06', '2026-08', '2026-09', '2026-10'].map((month) =>
      sampleMonth('dev-to-qa', month, [
        { returned: ['where_to_test', 'gone'] },
        ...(month < '2026-08' ? times(4, { returned: ['pull_request'] }) : []),
      ]),
    );
    const type = sampleType('dev-to-qa', 'Dev → QA', months);
    const shown = monthsUpTo({ months: SAMPLE_MONTHS }, type, '2026-10', 3);
    expect(shown.map(({ month }) => month)).toEqual(['2026-08', '2026-09', '2026-10']);
    expect(missedMost(shown, type.titles)).toEqual([{ itemId: 'where_to_test', title: 'Where to test', handoffs: 3 }]);
  });

  it('S-095: proposes the handoffs of a working day as the last three months had them, since the first one', () => {
    const eleven = (month: string) => sampleMonth('dev-to-qa', month, times(11, {}));
    const view = { months: SAMPLE_MONTHS };
    const year = sampleType('dev-to-qa', 'Dev → QA', ['2026-07', '2026-08', '2026-10', '2026-11'].map(eleven));
    expect(observedPerDay(view, year)).toEqual({ perDay: 22 / 65, decimals: 2, from: '2026-08', to: '2026-10' });
    expect(observedPerDay(view, sampleType('dev-to-qa', 'Dev → QA', ['2026-10'].map(eleven)))).toEqual({
      ...{ perDay: 0.5, decimals: 2, from: '2026-10', to: '2026-10' },
    });
    expect(observedPerDay(view, sampleType('dev-to-qa', 'Dev → QA', ['2026-11'].map(eleven)))).toBeNull();
  });

  it('S-095: a rare handoff is not told as none a day', () => {
    const year = sampleType('dev-to-qa', 'Dev → QA', [
      sampleMonth('dev-to-qa', '2026-06', times(12, {})),
      sampleMonth('dev-to-qa', '2026-10', times(1, {})),
    ]);
    const { perDay = 0, decimals = 0 } = observedPerDay({ months: SAMPLE_MONTHS }, year) ?? {};
    expect(perDay.toFixed(decimals)).toBe('0.02');
  });
});
