/** Limits of a chart are those of so many points, and stay as they are when more come (domain.md 3.4). */
export const BASELINE_POINTS = 20;

/** Months a chart shows, the present one included: 12 points are the fewest it needs, and the newest month has hardly any numbers yet. */
export const CHART_MONTHS = 18;

/** Single handoffs a chart shows, the latest ones. */
export const CHART_POINTS = 100;
