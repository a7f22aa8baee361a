const HOUR_MS = 3_600_000;
const DAY_MS = 24 * HOUR_MS;

/** Hours of the demo's working day, by UTC. */
const OPENS_AT = 9;
export const CLOSES_AT = 17;

/** Nine in the morning, so many working days after the day of an instant; both in ms since 1970. */
export function workdayAfter(instantMs: number, workdays: number): number {
  return stepDays(instantMs, workdays, DAY_MS);
}

/** The same before it. */
export function workdayBefore(instantMs: number, workdays: number): number {
  return stepDays(instantMs, workdays, -DAY_MS);
}

function stepDays(instantMs: number, workdays: number, stepMs: number): number {
  let dayMs = instantMs - (instantMs % DAY_MS);
  for (let left = workdays; left > 0;) {
    dayMs += stepMs;
    if (![0, 6].includes(new Date(dayMs).getUTCDay())) left -= 1;
  }
  return dayMs + OPENS_AT * HOUR_MS;
}
