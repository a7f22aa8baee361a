/** A day from which limits are made anew, and why (domain.md 3.4). */
export interface ChartStart {
  /** `yyyy-mm-dd`. */
  readonly from: string;
  /** In the words of whoever began them. */
  readonly reason: string;
}

/** The points of a chart from one start of its limits to the next. */
export interface Stretch<Point> {
  /** Null: from the first point there is. */
  readonly start: ChartStart | null;
  /** Place of its first point among all of them; the newest stretch may have none yet. */
  readonly place: number;
  readonly points: readonly Point[];
}

/**
 * Cuts points where limits begin anew, so that each stretch has limits of its own and keeps them whatever comes after it. A point of the very
 * day comes after the start.
 *
 * @param points Oldest first.
 * @param dayOf The first day of a point: of a month the first one, so that the month a start lies in still comes before it.
 * @param starts Oldest first, each day once.
 * @returns Oldest first, those without points left out but for the newest; one stretch without a start where there are none.
 */
export function inStretches<Point>(
  points: readonly Point[],
  dayOf: (point: Point) => string,
  starts: readonly ChartStart[],
): readonly Stretch<Point>[] {
  const begun = [null, ...starts].map((start) => {
    const place = start === null ? 0 : points.findIndex((point) => dayOf(point) >= start.from);
    return { start, place: place < 0 ? points.length : place };
  });
  return begun.flatMap(({ start, place }, index): Stretch<Point>[] => {
    const own = points.slice(place, begun[index + 1]?.place);
    return own.length === 0 && index < begun.length - 1 ? [] : [{ start, place, points: own }];
  });
}
