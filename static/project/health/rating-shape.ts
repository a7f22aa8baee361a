import type { ValueChart } from '../../../src/domain/metrics/chart-signals';
import { shortMonthName } from '../../kit/time/month-name';
import type { PlotLine, PlotShape } from './plot-shape';
import type { RatingStretch } from './rating-stretches';
import { sayDecimal, type Say } from '../../kit/numbers/say-numbers';
import { sayStretch } from './say-ratings';

const THRESHOLD = 3;
const LEAST_RATING = 1;
const MOST_RATING = 5;

/** Ratings as dots with their range, one for each stretch, since few ratings make no limits; with limits, the mean of each month. */
export function ratingShape(say: Say, stretches: readonly RatingStretch[], limits: ValueChart | null): PlotShape {
  return limits === null ? rangesShape(say, stretches) : meansShape(say, stretches, limits);
}

function meansShape(say: Say, stretches: readonly RatingStretch[], { centre, lower, upper, signals }: ValueChart): PlotShape {
  const ends = [0, stretches.length - 1];
  const line = (kind: PlotLine['kind'], at: number): PlotLine => ({ kind, at: ends.map((x) => [x, at] as const) });
  const outside = new Set(signals.outside);
  return {
    ...axes(say, stretches, 0),
    points: stretches.map((stretch, x) => {
      const said = say.t('health.ratings.month', {
        ...{ when: sayStretch(say, stretch), mean: sayDecimal(say, stretch.mean, 2), count: stretch.n },
      });
      return {
        ...{ x, y: stretch.mean, isSignal: outside.has(x) },
        text: outside.has(x) ? say.t('health.point.outside', { said }) : said,
      };
    }),
    lines: [
      line('centre', centre),
      line('farLimit', THRESHOLD),
      // Beyond the scale there is no rating to be held against them.
      ...[lower, upper].filter((at) => at >= LEAST_RATING && at <= MOST_RATING).map((at) => line('limit', at)),
    ],
    isSeries: true,
  };
}

function rangesShape(say: Say, stretches: readonly RatingStretch[]): PlotShape {
  const last = stretches.length - 1;
  const text = (stretch: RatingStretch): string =>
    say.t('health.ratings.point', {
      when: sayStretch(say, stretch),
      mean: sayDecimal(say, stretch.estimate.mean, 2),
      lower: sayDecimal(say, stretch.estimate.lower, 2),
      upper: sayDecimal(say, stretch.estimate.upper, 2),
      count: stretch.n,
    });
  return {
    points: stretches.map((stretch, x) => ({
      x,
      y: stretch.estimate.mean,
      text: text(stretch),
      isSignal: stretch.estimate.upper < THRESHOLD,
      whisker: stretch.estimate,
    })),
    lines: [
      {
        kind: 'limit',
        at: [
          [-0.5, THRESHOLD],
          [last + 0.5, THRESHOLD],
        ],
      },
    ],
    ...axes(say, stretches, 0.5),
    isSeries: false,
  };
}

function axes(say: Say, stretches: readonly RatingStretch[], margin: number): Pick<PlotShape, 'x' | 'y'> {
  const last = stretches.length - 1;
  return {
    x: {
      domain: [-margin, last + margin],
      ticks: [...new Set([0, last])],
      say: (at) => shortMonthName(stretches[at]?.to ?? '', say.locale),
    },
    y: { scale: 'linear', domain: [LEAST_RATING, MOST_RATING], ticks: [1, 2, 3, 4, 5], say: String, title: say.t('health.ratings.axis') },
  };
}
