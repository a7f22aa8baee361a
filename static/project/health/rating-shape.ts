import { shortMonthName } from '../../kit/time/month-name';
import type { PlotShape } from './plot-shape';
import type { RatingStretch } from './rating-stretches';
import { sayDecimal, type Say } from './say-numbers';
import { sayStretch } from './say-ratings';

const THRESHOLD = 3;

/** Ratings as dots with their range, one for each stretch; no limits and no line, since so few ratings make none (domain.md 3.4). */
export function ratingShape(say: Say, stretches: readonly RatingStretch[]): PlotShape {
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
    x: {
      domain: [-0.5, last + 0.5],
      ticks: [...new Set([0, last])],
      say: (at) => shortMonthName(stretches[at]?.to ?? '', say.locale),
    },
    y: { scale: 'linear', domain: [1, 5], ticks: [1, 2, 3, 4, 5], say: String, title: say.t('health.ratings.axis') },
    isSeries: false,
  };
}
