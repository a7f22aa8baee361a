/**
 * The most numbers of a list that stand in rising order without moving any: its longest rising subsequence. The rest is what was moved.
 *
 * @param numbers Each at most once, at most some dozens.
 */
export function inSameOrder(numbers: readonly number[]): ReadonlySet<number> {
  const longest: (readonly number[])[] = [];
  for (const number of numbers) {
    const before = longest.filter((each) => (each.at(-1) ?? -1) < number);
    const best = before.reduce<readonly number[]>((most, each) => (each.length > most.length ? each : most), []);
    longest.push([...best, number]);
  }
  return new Set(longest.reduce<readonly number[]>((most, each) => (each.length > most.length ? each : most), []));
}
