import { chartWindow } from '../../../src/domain/metrics/chart-window';

const start = (from: string) => ({ from, reason: 'A new checklist' });

describe('what the charts of a type need', () => {
  it('is eighteen months where nobody knows since when there is the type', () => {
    const { months, starts } = chartWindow([], null, '2026-11');
    expect([months.length, months[0], months.at(-1)]).toEqual([18, '2025-06', '2026-11']);
    expect(starts).toEqual([]);
  });

  it('is also the months its first limits were made of, each month once', () => {
    const { months } = chartWindow([], '2024-01-20', '2026-11');
    expect(months.filter((month) => month < '2025-06')).toEqual([...new Set(months)].slice(0, -18));
    expect([months[0], months.at(-19)]).toEqual(['2024-01', '2025-05']);
    expect(chartWindow([], '2020-05-01', '2026-11').months[20]).toBe('2022-01');
    expect(chartWindow([], '2026-02-01', '2026-11').months).toHaveLength(18);
  });

  it('begins with the last start before what is shown; older ones do not matter any more', () => {
    const [old, last, shown] = [start('2022-01-01'), start('2024-03-10'), start('2026-02-01')];
    const { starts, months } = chartWindow([old, last, shown], '2020-05-01', '2026-11');
    expect(starts).toEqual([last, shown]);
    expect(months[0]).toBe('2024-03');
  });
});
