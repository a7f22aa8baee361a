import { scaleLinear, scaleLog } from 'd3-scale';
import { curveLinear, curveStep, line } from 'd3-shape';
import type { Axis, PlotLine, PlotShape } from './plot-shape';

const ROUND_TICKS = 4;

/** Height of a plot and its margins, in CSS pixels. */
export const PLOT = { height: 244, top: 36, right: 16, bottom: 28, left: 56 } as const;

/** Where everything of a plot lies when it is so wide, in CSS pixels. */
export function layOut({ points, lines, marks = [], x, y, isSeries }: PlotShape, width: number) {
  const across = scaleLinear([...x.domain], [PLOT.left, width - PLOT.right]);
  const up = (y.scale === 'log' ? scaleLog : scaleLinear)([...y.domain], [PLOT.height - PLOT.bottom, PLOT.top]);
  const path = (at: PlotLine['at'], isStepped: boolean): string =>
    line<readonly [number, number]>(
      ([place]) => across(place),
      ([, value]) => up(value),
    ).curve(isStepped ? curveStep : curveLinear)(at) ?? '';
  return {
    // Where something begins anew, the line does too.
    series: isSeries
      ? [Number.NEGATIVE_INFINITY, ...marks.map(({ x: place }) => place)]
          .map((from, index) => points.filter((point) => point.x > from && point.x < (marks[index]?.x ?? Number.POSITIVE_INFINITY)))
          .map((own) =>
            path(
              own.map((point) => [point.x, point.y] as const),
              false,
            ),
          )
          .join('')
      : '',
    lines: lines.map(({ kind, at }) => ({ kind, path: path(at, isSeries) })),
    points: points.map((point) => ({
      ...point,
      left: across(point.x),
      top: up(point.y),
      ...(point.whisker === undefined ? {} : { from: up(point.whisker.lower), to: up(point.whisker.upper) }),
    })),
    // Something that begins after the last point stands at the edge.
    marks: marks.map(({ x: place, text }) => ({ left: Math.min(across(place), width - 2), text, isLate: across(place) > width / 2 })),
    xTicks: ticksOf(x, across).map((at) => ({ at, text: x.say(at), left: across(at) })),
    yTicks: ticksOf(y, up).map((at) => ({ at, text: y.say(at), top: up(at) })),
  };
}

function ticksOf({ ticks }: Axis, scale: { readonly ticks: (count: number) => readonly number[] }): readonly number[] {
  return ticks === 'round' ? scale.ticks(ROUND_TICKS) : ticks;
}
