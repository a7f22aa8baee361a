import { storyRow } from '../../support/page-stories/project-stories';
import { inWaitingOrder, nextToOpen } from '../../../static/project/waiting-order';

const row = (n: number, since: string, dueAt: string | null = null) => storyRow(n, { since, dueAt });
const keys = (rows: readonly { readonly issueKey: string }[]): readonly string[] => rows.map(({ issueKey }) => issueKey);

describe('waiting for me', () => {
  it('comes oldest due first, then what has no due time, longest waiting first', () => {
    const rows = [
      row(1, '2026-11-03T00:00:00.000Z'),
      row(2, '2026-11-01T00:00:00.000Z'),
      row(3, '2026-11-04T00:00:00.000Z', '2026-11-09T00:00:00.000Z'),
      row(4, '2026-11-05T00:00:00.000Z', '2026-11-08T00:00:00.000Z'),
    ];
    expect(keys(inWaitingOrder(rows))).toEqual(['BAT-4', 'BAT-3', 'BAT-2', 'BAT-1']);
  });

  const rows = [1, 2, 3].map((n) => row(n, `2026-11-0${n}T00:00:00.000Z`));
  const [first, second, third] = rows.map(({ handoffId }) => handoffId) as [string, string, string];

  it('opens the row below the one just decided', () => {
    expect(nextToOpen(rows, first)?.handoffId).toBe(second);
  });

  it('goes back to the first after the last, and stops when none is left', () => {
    expect(nextToOpen(rows, third)?.handoffId).toBe(first);
    expect(nextToOpen(rows.slice(0, 1), first)).toBeNull();
  });

  it('opens nothing where nothing is listed', () => {
    expect(nextToOpen([], 'gone')).toBeNull();
  });
});
