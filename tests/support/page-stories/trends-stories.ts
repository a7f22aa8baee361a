import type { HealthView } from '../../../src/contract/health';
import { SAMPLE_MONTHS, sampleHealth, sampleMonth, sampleType, type SampleHandoff } from '../health-samples';
import { storyHome } from './project-stories';
import type { Story } from './story-page';

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
      ...(index % 2 === 0 ? { rating: ([4, 5, 4, 3, 5] as const)[turn % 5] ?? 4 } : {}),
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

/** A year of Dev → QA with 14 handoffs a month, slower in the last two months. */
export const fullHealth = (): HealthView =>
  sampleHealth([
    sampleType(
      'dev-to-qa',
      'Dev → QA',
      SAMPLE_MONTHS.map((month, place) => sampleMonth('dev-to-qa', month, usual(14, place, place > 10 ? 3 : 1))),
    ),
  ]);

const firstTwelve = (): HealthView =>
  sampleHealth([sampleType('dev-to-qa', 'Dev → QA', [sampleMonth('dev-to-qa', '2026-10', usual(12, 1))])]);

/** States of *Trends*. */
export const trendsStories: Readonly<Record<string, () => Story>> = {
  'trends-full': trends(fullHealth()),
  'trends-first': trends(firstTwelve()),
};
