import type { HealthMonth, TypeHealth } from '../../../src/contract/health';

/** An item and in how many handoffs it was missing. */
export interface MissedInMonths {
  readonly itemId: string;
  readonly title: string;
  readonly handoffs: number;
}

/** As many months as what to change is looked for in. */
export const MONTHS_TO_CHANGE = 3;

const MOST_SHOWN = 3;

/** The items missed most in these months, at most three; those that the type no longer has are left out. */
export function missedMost(months: readonly HealthMonth[], titles: TypeHealth['titles']): readonly MissedInMonths[] {
  return sumNamed(months.flatMap(({ missed }) => missed.map(({ id, handoffs }) => ({ id, times: handoffs }))))
    .flatMap(({ id, times }) => (titles[id] === undefined ? [] : [{ itemId: id, title: titles[id], handoffs: times }]))
    .slice(0, MOST_SHOWN);
}

/** What the returns of these months named, by title, most often first; a return counts once for each item it names. */
export function returnedFor(
  months: readonly HealthMonth[],
  titles: TypeHealth['titles'],
): readonly { readonly title: string; readonly times: number }[] {
  return sumNamed(months.flatMap((month) => month.returnedFor)).flatMap(({ id, times }) =>
    titles[id] === undefined ? [] : [{ title: titles[id], times }],
  );
}

function sumNamed(named: HealthMonth['returnedFor']): HealthMonth['returnedFor'] {
  const timesOf = new Map<string, number>();
  for (const { id, times } of named) timesOf.set(id, (timesOf.get(id) ?? 0) + times);
  return [...timesOf].map(([id, times]) => ({ id, times })).sort((one, other) => other.times - one.times || (one.id < other.id ? -1 : 1));
}
