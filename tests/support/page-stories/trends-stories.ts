import type { HealthView } from '../../../src/contract/health';
import type { NumberItems } from '../../../src/contract/number-items';
import { addMonths } from '../../../src/domain/calendar/calendar-day';
import { SAMPLE_MONTHS, sampleHealth, sampleMonth, sampleType, type SampleHandoff } from '../health-samples';
import { storyHome } from './project-stories';
import { reviewLine } from './review-stories';
import { StoryRefusal, type Story } from './story-page';

const PAGE = 'https://site.example/jira/projects/BAT/apps/handoffs?tab=trends';

const HOURS = [1.5, 3, 2, 4, 1, 2.5, 6, 2, 3.5, 1.25] as const;

/** So many handoffs of a month, some returned, some asked about, every second one rated. */
function usual(count: number, month: number, slower = 1): readonly SampleHandoff[] {
  return Array.from({ length: count }, (_each, index): SampleHandoff => {
    const turn = index + month;
    return {
      hours: (HOURS[turn % HOURS.length] ?? 2) * slower,
      ...(turn % 5 === 0 ? { returned: ['where_to_test'] } : {}),
      ...(turn % 7 === 3 ? { reworked: true } : {}),
      questions: turn % 3,
      ...(index % 2 === 0 ? { rating: index < month % 4 ? 3 : (([4, 5, 4, 3, 5] as const)[turn % 5] ?? 4) } : {}),
    };
  });
}

const trends =
  (health: HealthView): (() => Story) =>
  () => ({
    surface: 'project',
    extension: { location: PAGE },
    answers: { 'project.home': storyHome({ hasTrends: true }), 'project.health': health },
    act: async (page) => {
      await page.getByRole('heading', { name: /Dropped handoffs/u }).waitFor();
    },
  });

/** A year of Dev → QA with 20 handoffs a month, one that took days, and three times slower in the last two months. */
export const fullHealth = (): HealthView =>
  sampleHealth(
    [
      sampleType(
        'dev-to-qa',
        'Dev → QA',
        SAMPLE_MONTHS.map((month, place) => {
          const handoffs = usual(place === 12 ? 8 : 20, place, place > 10 ? 3 : 1).map((each, index) => ({
            ...each,
            // Accepted late in the day, the work begins the next morning.
            workAfter: index % 9 === 4 ? -0.5 : (place > 10 ? 16 : 0) + (HOURS[(place + 3 * index) % HOURS.length] ?? 2) / 2,
          }));
          const long: SampleHandoff = { more: { chainPosition: 4, reversals: 2, handsBack: true } };
          return sampleMonth(
            'dev-to-qa',
            month,
            place === 9 ? [...handoffs, { hours: 150 }] : place === 11 ? [...handoffs, long] : handoffs,
          );
        }),
      ),
    ],
    {
      passages: [{ month: '2026-10', paused: 1, wouldBlock: 0, bypassed: 2 }],
      closed: SAMPLE_MONTHS.slice(8).map((month) => ({ month, closed: { 1: 20, 2: 8, 3: 4, 6: 2 } })),
    },
  );

/** Two and a half years: limits from the first months, begun anew in spring, too few points since for those of the months. */
const newLimits = (): HealthView => {
  const month = (back: number): string => addMonths('2026-11-01', -back).slice(0, 7);
  const backs = [...Array.from({ length: 20 }, (_each, index) => 40 - index), ...Array.from({ length: 18 }, (_each, index) => 17 - index)];
  const digests = backs.map((back) => sampleMonth('dev-to-qa', month(back), usual(back === 0 ? 4 : 8, back, back < 8 ? 0.4 : 1)));
  const type = sampleType('dev-to-qa', 'Dev → QA', digests.slice(-13));
  const earlier = digests.slice(0, -13);
  return sampleHealth([{ ...type, earlier, starts: [{ from: `${month(8)}-10`, reason: 'Half the checklist fills itself since March' }] }]);
};

/** A dozen handoffs of one month, three of them rated. */
export const firstTwelve = (): HealthView => {
  const handoffs = usual(12, 1).map(({ rating: _rating, ...rest }, index) => (index < 3 ? { ...rest, rating: 4 as const } : rest));
  return sampleHealth([sampleType('dev-to-qa', 'Dev → QA', [sampleMonth('dev-to-qa', '2026-10', handoffs)])]);
};

/** Low ratings from few of those who could give them, and flags. */
const fewRatings = (): HealthView =>
  sampleHealth([
    sampleType(
      'dev-to-qa',
      'Dev → QA',
      SAMPLE_MONTHS.slice(6).map((month) =>
        sampleMonth(
          'dev-to-qa',
          month,
          usual(12, 2).map(({ rating: _rating, ...rest }, index) =>
            index < 5 ? { ...rest, rating: ([1, 2, 1, 2, 2] as const)[index] ?? 2 } : rest,
          ),
        ),
      ),
    ),
  ]);

/** Each type accepts as ever; the total falls, since the hard one has more and more of the handoffs (Simpson). */
export const threeTypes = (): HealthView => {
  const type = (typeId: string, name: string, easy: boolean, countOf: (place: number) => number) =>
    sampleType(
      typeId,
      name,
      SAMPLE_MONTHS.map((month, place) =>
        sampleMonth(
          typeId,
          month,
          Array.from({ length: countOf(place) }, (_each, index): SampleHandoff =>
            index % (easy ? 10 : 2) === 1 ? { returned: ['where_to_test'] } : {},
          ),
        ),
      ),
    );
  const design = { typeId: 'design-to-dev', name: 'Design → Dev' };
  const release = { typeId: 'release-to-ops', name: 'Release → Ops' };
  return sampleHealth(
    [
      type('dev-to-qa', 'Dev → QA', true, (place) => 20 - place),
      type(design.typeId, design.name, false, (place) => 4 + 2 * place),
      type(release.typeId, release.name, true, (place) => (place === 11 ? 6 : 0)),
    ],
    {
      lookedAfter: [
        { about: 'page', of: 3, missing: [design, release] },
        { about: 'champion', of: 3, missing: [] },
        { about: 'audit', of: 3, missing: [release] },
      ],
      auditsInTime: { k: 3, n: 5 },
    },
  );
};

/** A year in which nothing was missing and everything was accepted the first time. */
export const nothingMissing = (): HealthView =>
  sampleHealth([
    sampleType(
      'dev-to-qa',
      'Dev → QA',
      SAMPLE_MONTHS.map((month) =>
        sampleMonth(
          'dev-to-qa',
          month,
          usual(20, 1).map(({ hours = 2 }) => ({ hours })),
        ),
      ),
    ),
  ]);

/** Asks whether a handoff could go, and estimates what it costs. */
const couldGo = (): Story => {
  const story = trends(nothingMissing())();
  return {
    ...story,
    answers: { ...story.answers, 'project.home': storyHome({ hasTrends: true, reviews: [reviewLine()] }) },
    act: async (page) => {
      await page.getByText('Could this handoff go?').waitFor();
      await page.getByText('Estimate the time saved').click();
      await page.getByLabel('Minutes saved per handoff').fill('10');
      await page.getByLabel('Working days a year').fill('400');
    },
  };
};

/** What stands behind the dropped ones, which took longest with more than the list holds, and a number nobody can look behind now. */
const behindNumbers = (): Story => {
  const story = trends(fullHealth())();
  return {
    ...story,
    answers: {
      ...story.answers,
      'project.numberItems': ({ figure }) => {
        if (figure === 'dropped') return behindDropped;
        if (figure === 'rework') throw new StoryRefusal('STORAGE_BUSY');
        return { items: behindSlowest, hidden: 2, beyond: 14, isCut: true };
      },
    },
    act: async (page) => {
      await page.getByRole('button', { name: 'Which ones? Dropped handoffs' }).click();
      await page.getByRole('button', { name: 'Which took longest? Until accepted, calendar time' }).click();
      await page.getByRole('button', { name: 'Which ones? Reworked after acceptance' }).click();
      await page.getByRole('link', { name: 'Search in Jira' }).nth(1).waitFor();
      await page.getByRole('button', { name: 'Try again' }).waitFor();
    },
  };
};

export const behindDropped: NumberItems = {
  items: [
    { key: 'BAT-214', summary: 'Checkout keeps the cart when the session ends', amount: 1 },
    {
      key: 'BAT-198',
      summary: 'Prices with four decimals are cut in the basket, in the mail and on the invoice of orders from abroad',
      amount: 1,
    },
  ],
  hidden: 0,
  beyond: 0,
};

const behindSlowest: NumberItems['items'] = Array.from({ length: 16 }, (_each, index) => ({
  key: `BAT-${String(180 + index)}`,
  summary: index % 3 === 0 ? 'Refund of a part of an order' : 'Search finds titles with an apostrophe',
  amount: 96.5 - index * 5.75,
}));

/** States of *Trends*. */
export const trendsStories: Readonly<Record<string, () => Story>> = {
  'trends-full': trends(fullHealth()),
  'trends-first': trends(firstTwelve()),
  'trends-few-ratings': trends(fewRatings()),
  'trends-new-limits': trends(newLimits()),
  'trends-could-go': couldGo,
  'trends-behind': behindNumbers,
  'trends-types': trends(threeTypes()),
};
