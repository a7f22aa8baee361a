import type { ValueChart } from '../../../src/domain/metrics/chart-signals';
import { LEAST_PEOPLE, LEAST_RATINGS } from '../../../src/domain/metrics/rating-disclosure';
import { monthName } from '../../kit/time/month-name';
import type { TableColumn } from '../../kit/numbers/data-table';
import type { RatingsOfMonth, RatingStretch } from './rating-stretches';
import { sayDecimal, sayShare, type Say } from '../../kit/numbers/say-numbers';

/** `October 2026` or `August 2026 to October 2026`. */
export function sayStretch({ t, locale }: Say, { from, to }: Pick<RatingStretch, 'from' | 'to'>): string {
  if (from === to) return monthName(from, locale);
  return t('health.stretch', { from: monthName(from, locale), to: monthName(to, locale) });
}

/** How many ratings wait to be shown, and what they wait for. */
export function sayHeld({ t }: Say, { stretch, held }: Pick<RatingsOfMonth, 'stretch' | 'held'>): string {
  if (held === 0) return t(stretch === null ? 'project.month.noRatings' : 'health.ratings.noneSince');
  if (held < LEAST_RATINGS) return t('project.month.ratingsHidden', { count: held, from: LEAST_RATINGS });
  return t('project.month.ratingsFewPeople', { count: held, people: LEAST_PEOPLE });
}

/** A stretch in sentences: the five counts, who answered, what silence could hide (domain.md 3.3). */
export function stretchLines(
  say: Say,
  { counts, n, response, isLowResponse, mean, low, bounds, goodOfAll }: RatingStretch,
): readonly string[] {
  const { t } = say;
  const given = counts.map((count, index) => t('health.ratings.given', { rating: index + 1, times: count }));
  return [
    t('health.ratings.counts', { count: n, given: new Intl.ListFormat(say.locale, { type: 'unit' }).format(given) }),
    t(isLowResponse ? 'health.ratings.lowResponse' : 'health.ratings.response', { share: sayShare(say, response) }),
    t('health.ratings.mean', {
      mean: sayDecimal(say, mean, 2),
      lower: sayDecimal(say, bounds.lower, 2),
      upper: sayDecimal(say, bounds.upper, 2),
    }),
    t('health.ratings.low', { share: sayShare(say, low) }),
    t('health.ratings.good', { share: sayShare(say, goodOfAll) }),
  ];
}

/** Columns of the stretches; shares in per cent, limits where their chart has some. */
export function ratingColumns(say: Say, limits: ValueChart | null): readonly TableColumn<RatingStretch>[] {
  const { t } = say;
  const percent = ({ k, n }: RatingStretch['low']): number => (100 * k) / n;
  return [
    { heading: t('health.column.when'), cell: (stretch) => sayStretch(say, stretch) },
    ...([1, 2, 3, 4, 5] as const).map((rating): TableColumn<RatingStretch> => {
      return { heading: t('health.column.rated', { rating }), cell: ({ counts }) => counts[rating - 1] ?? 0 };
    }),
    { heading: t('health.column.n'), cell: ({ n }) => n },
    { heading: t('health.column.rateable'), cell: ({ response }) => response.n },
    { heading: t('health.column.mean'), cell: ({ mean }) => mean },
    { heading: t('health.column.lowest'), cell: ({ bounds }) => bounds.lower },
    { heading: t('health.column.highest'), cell: ({ bounds }) => bounds.upper },
    { heading: t('health.column.low'), cell: ({ low }) => percent(low) },
    { heading: t('health.column.good'), cell: ({ goodOfAll }) => percent(goodOfAll) },
    ...(limits === null
      ? []
      : [
          { heading: t('health.column.lowerLimit'), cell: () => limits.lower },
          { heading: t('health.column.centre'), cell: () => limits.centre },
          { heading: t('health.column.upperLimit'), cell: () => limits.upper },
        ]),
  ];
}
