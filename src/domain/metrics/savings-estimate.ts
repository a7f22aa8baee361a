import { requireNumbers } from './require-numbers';

/**
 * Hours a year that better handoffs may save (M21): an estimate, to be labelled as one (O-35).
 *
 * @param minutes Saved at each handoff.
 * @param perDay Handoffs a working day.
 * @param days Working days a year.
 * @throws {RangeError} For a number below 0 or not finite.
 */
export function savingsEstimate(minutes: number, perDay: number, days: number): number {
  requireNumbers([minutes, perDay, days], 0);
  return (minutes * perDay * days) / 60;
}
