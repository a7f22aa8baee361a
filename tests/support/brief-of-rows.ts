import type { HandoffRow } from '../../src/domain/handoff/handoff-row';
import { briefOfDigests } from '../../src/domain/metrics/brief-of-digests';
import { METRIC_WINDOWS } from '../../src/domain/metrics/metric-windows';
import { digestMonth } from '../../src/domain/metrics/month-digest';
import type { GateCounters, MonthInBrief } from '../../src/domain/metrics/month-in-brief';
import { toMeasured } from '../../src/domain/metrics/to-measured';
import type { HandoffType } from '../../src/domain/type/handoff-type';

/** After every window of the tests' months. */
const AS_OF = '2026-12-31T00:00:00.000Z';

/** A month in sentences' numbers the way the product comes to them: rows, a digest of each type, the brief. */
export function briefOfRows(
  rows: readonly HandoffRow[],
  types: readonly HandoffType[],
  month: string,
  counters: GateCounters,
): MonthInBrief {
  const digests = [...new Set(rows.map(({ typeId }) => typeId))].map((typeId) => {
    const measured = rows.filter((row) => row.typeId === typeId).flatMap((row) => toMeasured(row) ?? []);
    return { typeId, digest: digestMonth(measured, month, AS_OF, METRIC_WINDOWS) };
  });
  return briefOfDigests(digests, types, month, counters);
}
