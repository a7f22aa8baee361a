/** Limits of a chart are those of so many points, and stay as they are when more come (domain.md 3.4). */
export const BASELINE_POINTS = 20;
