import { requireNumbers } from './require-numbers';

/** How long one thing was watched. */
export interface Observation {
  readonly time: number;
  /** True when it happened then; false when only the watching ended, so that it lasts at least so long. */
  readonly event: boolean;
}

/** One step of the curve: a time at which something happened. */
export interface SurvivalStep {
  readonly time: number;
  /** Watched until then, those that ended at this very time included. */
  readonly atRisk: number;
  readonly events: number;
  /** Estimated share that lasts longer. */
  readonly survival: number;
}

/** Products of fractions miss an exact share by less than this. */
const ROUNDING = 1e-9;

/**
 * Kaplan–Meier estimate, with what is still open counted as lasting at least so long (domain.md 3.1 rule 4, O-10, O-11).
 *
 * @param observations In any order.
 * @returns One step per time with an event, ascending; empty where nothing happened.
 * @throws {RangeError} For a time that is not finite or below 0.
 */
export function kaplanMeier(observations: readonly Observation[]): readonly SurvivalStep[] {
  requireNumbers(
    observations.map(({ time }) => time),
    0,
  );
  const eventsAt = new Map<number, number>();
  for (const { time, event } of observations) if (event) eventsAt.set(time, (eventsAt.get(time) ?? 0) + 1);
  const ends = observations.map(({ time }) => time).sort((a, b) => a - b);
  let survival = 1;
  let ended = 0;
  return [...eventsAt]
    .sort(([one], [other]) => one - other)
    .map(([time, events]) => {
      while ((ends[ended] ?? time) < time) ended += 1;
      const atRisk = ends.length - ended;
      survival *= 1 - events / atRisk;
      return { time, atRisk, events, survival };
    });
}

/**
 * The shortest observed time within which at least the share `q` is estimated to be over.
 *
 * @param q Between 0 and 1, for example 0.5 for the median.
 * @returns Null where so many are not over yet, and where nothing happened.
 * @throws {RangeError} For a `q` outside 0 to 1 and for broken times.
 */
export function kaplanMeierQuantile(observations: readonly Observation[], q: number): number | null {
  if (!(q >= 0 && q <= 1)) throw new RangeError(`Not a share: ${q}`);
  return kaplanMeier(observations).find(({ survival }) => survival <= 1 - q + ROUNDING)?.time ?? null;
}
