import { BASELINE_POINTS, CHART_POINTS } from './baseline';
import type { ChartStart } from './chart-stretches';
import type { MonthDigest, TimePoint, TimeSeries } from './month-digest';

type Charted = TimeSeries & Pick<MonthDigest, 'works'>;

/**
 * The months with only those single times that a chart draws or makes limits of: the newest hundred, and the first twenty from each start
 * of its limits on. A chart of these is the same as one of all, and however many months there are, its times are about as many.
 *
 * @param months Oldest first.
 * @param starts Oldest first.
 */
export function onlyCharted<Month extends Charted>(months: readonly Month[], starts: readonly ChartStart[]): readonly Month[] {
  const charted = new Set([
    ...chartedOf(months, starts),
    ...chartedOf(
      months.flatMap(({ works }) => works ?? []),
      starts,
    ),
  ]);
  const only = ({ recent, first }: TimeSeries): TimeSeries => ({
    recent: recent.filter((point) => charted.has(point)),
    ...(first === undefined ? {} : { first: first.filter((point) => charted.has(point)) }),
  });
  return months.map((month) => ({ ...month, ...only(month), ...(month.works === undefined ? {} : { works: only(month.works) }) }));
}

function chartedOf(months: readonly TimeSeries[], starts: readonly ChartStart[]): readonly TimePoint[] {
  const points = months.flatMap(({ first = [], recent }) => [...first, ...recent]).sort((one, other) => one.at.localeCompare(other.at));
  const baselines = ['', ...starts.map(({ from }) => from)].flatMap((from) => {
    const place = points.findIndex(({ at }) => at >= from);
    return place < 0 ? [] : points.slice(place, place + BASELINE_POINTS);
  });
  return [...baselines, ...points.slice(-CHART_POINTS)];
}
