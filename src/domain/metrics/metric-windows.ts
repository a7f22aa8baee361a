import { RATING_WINDOW_MS, REWORK_WINDOW_MS } from '../handoff/limits';
import type { MetricWindows } from './cohort';

const DAY_MS = 24 * 60 * 60 * 1_000;

/** The windows every handoff has (domain.md 0): 30 days in which rework is its own, 7 in which it can be rated. */
export const METRIC_WINDOWS: MetricWindows = {
  reworkWindowDays: REWORK_WINDOW_MS / DAY_MS,
  ratingWindowDays: RATING_WINDOW_MS / DAY_MS,
};
