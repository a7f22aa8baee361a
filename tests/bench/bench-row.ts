/** One budget of design.md 5 and what was measured. */
export interface BenchRow {
  readonly what: string;
  readonly measured: string;
  readonly budget: string;
  readonly ok: boolean;
}

/** A row that holds while the number is at most `most`. */
export function atMost(what: string, measured: number, most: number, unit = ''): BenchRow {
  return { what, measured: withUnit(measured, unit), budget: `≤ ${withUnit(most, unit)}`, ok: measured <= most };
}

/** A row that holds while the number is at least `least`. */
export function atLeast(what: string, measured: number, least: number, unit = ''): BenchRow {
  return { what, measured: withUnit(measured, unit), budget: `≥ ${withUnit(least, unit)}`, ok: measured >= least };
}

/** A row that holds while two texts or numbers are the same. */
export function exactly(what: string, measured: number | string, expected: number | string, unit = ''): BenchRow {
  return { what, measured: withUnit(measured, unit), budget: withUnit(expected, unit), ok: measured === expected };
}

/** Rows of a part that could not be measured count as failed, and say why. */
export function failed(what: string, error: unknown): BenchRow {
  const reason = error instanceof Error ? (error.message.split('\n')[0] ?? error.name) : String(error);
  return { what, measured: reason.slice(0, 90), budget: 'measured', ok: false };
}

/** The table, aligned, with a mark in words: colour is not needed to read it. */
export function formatRows(rows: readonly BenchRow[]): string {
  const widths = [Math.max(...rows.map(({ what }) => what.length)), Math.max(...rows.map(({ measured }) => measured.length))];
  return rows
    .map(
      ({ what, measured, budget, ok }) =>
        `${ok ? 'ok    ' : 'FAILED'}  ${what.padEnd(widths[0] ?? 0)}  ${measured.padEnd(widths[1] ?? 0)}  ${budget}`,
    )
    .join('\n');
}

function withUnit(value: number | string, unit: string): string {
  const text = typeof value === 'string' ? value : String(Math.round(value * 1_000) / 1_000);
  return unit === '' ? text : `${text} ${unit}`;
}
