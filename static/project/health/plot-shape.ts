import type { Interval } from '../../../src/domain/metrics/wilson';

/** Something to see in a plot, in the units of its axes. */
export interface PlotPoint {
  readonly x: number;
  readonly y: number;
  /** What it says to who reaches or points at it. */
  readonly text: string;
  /** Drawn as a diamond, so that colour is never all that tells. */
  readonly isSignal: boolean;
  /** Drawn hollow: it may still change. */
  readonly isOpen?: boolean;
  /** Its name, drawn on the side where no line is in the way. */
  readonly label?: { readonly name: string; readonly side: 'above' | 'below' };
  /** Where the true value may lie. */
  readonly whisker?: Interval;
}

/** A centre line, or a limit beyond which chance rarely goes. */
export interface PlotLine {
  readonly kind: 'centre' | 'limit' | 'farLimit';
  readonly at: readonly (readonly [x: number, y: number])[];
}

/** What an axis spans, and what is written on it. */
export interface Axis {
  readonly domain: readonly [number, number];
  /** Where something is written; `round`: at about four round numbers. */
  readonly ticks: readonly number[] | 'round';
  readonly say: (at: number) => string;
  /** What it measures, with its unit where the numbers do not say it; absent where the text above the plot does. */
  readonly title?: string;
}

/** What a plot shows, before it has a size. */
export interface PlotShape {
  readonly points: readonly PlotPoint[];
  readonly lines: readonly PlotLine[];
  /** Places where something begins, each with a word. */
  readonly marks?: readonly { readonly x: number; readonly text: string }[];
  readonly x: Axis;
  readonly y: Axis & { readonly scale: 'linear' | 'log' };
  /** The points are one after the other, so a line joins them and limits change between them. */
  readonly isSeries: boolean;
}

/** Hours that stand well on a logarithmic axis: minutes, hours, working weeks. */
const HOURS = [1 / 60, 5 / 60, 0.25, 0.5, 1, 2, 4, 8, 16, 40, 80, 160, 400, 1_000, 4_000, 10_000];

/** Round hours within a span, at most six of them. */
export function hourTicks([from, to]: readonly [number, number]): readonly number[] {
  const within = HOURS.filter((hours) => hours >= from && hours <= to);
  const step = Math.ceil(within.length / 6);
  return within.filter((_hours, index) => (within.length - 1 - index) % step === 0);
}
