import { shortMonthName } from '../../kit/time/month-name';
import { hourTicks, type Axis, type PlotLine, type PlotShape } from './plot-shape';
import type { Say } from '../../kit/numbers/say-numbers';
import { sayPoint, sayTick, sayWhen } from './say-trend';
import { isOfHours, type TrendChart, type TrendStretch } from './trend-charts';

const HEADROOM = 1.1;
const LEAST_HOURS = 1 / 60;
const MOST_X_TICKS = 3;

/** A chart over time as a plot: the points in their order, and centre and limits of each stretch. */
export function trendShape(say: Say, chart: TrendChart): PlotShape {
  const isLog = isOfHours(chart.id);
  // The scale has no zero, and the limits were worked out from a minute at least.
  const heights = chart.points.map(({ value }) => (isLog ? Math.max(value, LEAST_HOURS) : value));
  const bounds = chart.points.flatMap(({ limits }) => (limits === null ? [] : [limits.lower, limits.upper]));
  const highest = Math.max(...heights, ...bounds) * HEADROOM;
  const domain: readonly [number, number] = isLog ? [Math.min(...heights, ...bounds) / HEADROOM, highest] : [0, highest || 1];
  const linesOf = ({ place }: TrendStretch, end: number): readonly PlotLine[] =>
    (['centre', 'lower', 'upper'] as const).map((side) => ({
      kind: side === 'centre' ? side : 'limit',
      at: chart.points.flatMap(({ limits }, x) => (limits === null || x < place || x >= end ? [] : [[x, limits[side]] as const])),
    }));
  const { stretches } = chart;
  return {
    points: chart.points.map((point, x) => ({
      x,
      y: heights[x] ?? 0,
      text: sayPoint(say, chart.id, point),
      isSignal: point.isOutside,
      isOpen: point.isProvisional,
    })),
    lines: stretches.flatMap((stretch, index) => linesOf(stretch, stretches[index + 1]?.place ?? chart.points.length)),
    // At the very left there is nothing before the start to tell it from.
    marks: stretches.flatMap(({ start, place }) =>
      start === null || place === 0 ? [] : [{ x: place - 0.5, text: dayAndMonth(start.from, say.locale) }],
    ),
    x: timeAxis(say, chart),
    y: {
      scale: isLog ? 'log' : 'linear',
      domain,
      ticks: isLog ? hourTicks(domain) : 'round',
      say: (at) => sayTick(say, chart.id, at),
      title: say.t(`health.chart.${chart.id}.axis`),
    },
    isSeries: true,
  };
}

/** Says when the first, the middle and the last point are. */
function timeAxis(say: Say, { points }: TrendChart): Axis {
  const last = points.length - 1;
  const places = last < MOST_X_TICKS ? [0, last] : [0, Math.round(last / 2), last];
  return {
    domain: [0, Math.max(1, last)],
    ticks: [...new Set(places)],
    say: (place) => {
      const point = points[place];
      if (point === undefined) return '';
      if ('instant' in point.at) return sayWhen(say, point.at);
      return shortMonthName(place === 0 ? point.at.from : point.at.to, say.locale);
    },
  };
}

function dayAndMonth(day: string, locale: string): string {
  return new Intl.DateTimeFormat(locale, { day: 'numeric', month: 'short', timeZone: 'UTC' }).format(new Date(day));
}
