import { readDigests } from '../../src/app/months/read-digests';
import type { HandoffLists } from '../../src/app/ports/handoff-lists';
import type { MonthSummaries, MonthSummary, StoredDigest } from '../../src/app/ports/month-summaries';
import type { Work } from '../../src/app/ports/work-queue';
import { summariseMonth } from '../../src/app/summarise-month';
import type { HandoffRow } from '../../src/domain/handoff/handoff-row';
import { addMs } from '../../src/domain/handoff/instant';
import { toHandoffRow } from '../../src/domain/handoff/to-handoff-row';
import { DAY_MS, HandoffWorld, MINUTE_MS, SYSTEM } from '../support/handoff-world';

const REF = { projectId: '10', typeId: 'dev-qa', month: '2026-03' };

/** A handoff of 2 March, accepted and closed. */
function aClosedRow(handoffId: string): HandoffRow {
  const world = new HandoffWorld().accepted();
  const live = toHandoffRow(world.record, '10001-dev-qa-1', null);
  world.later(8 * DAY_MS).does({ type: 'close', handoffId: live.handoffId, reason: 'timeout' }, { actor: SYSTEM });
  return { ...toHandoffRow(world.record, live.handoffId, live), handoffId };
}

/** One project's numbers as the ports promise them, and what was done to them. */
class Month {
  now = '2026-03-20T12:00:00.000Z';
  readonly rows = new Map<string, HandoffRow>();
  /** Rows the query does not know yet. */
  readonly unlisted = new Set<string>();
  isCut = false;
  queries = 0;
  readonly saved: MonthSummary[] = [];
  readonly pushed: Work[] = [];
  isQueueDown = false;
  old: StoredDigest | null = null;

  readonly machine = { now: () => this.now };
  readonly log = { info: () => undefined, warn: () => undefined, fault: () => undefined };
  readonly lists: Pick<HandoffLists, 'find' | 'listCohort'> = {
    find: (handoffId) => Promise.resolve(this.rows.get(handoffId) ?? null),
    listCohort: () => {
      this.queries += 1;
      return Promise.resolve({ rows: [...this.rows.values()].filter((row) => !this.unlisted.has(row.handoffId)), isCut: this.isCut });
    },
  };
  readonly summaries: Pick<MonthSummaries, 'findDigests' | 'findRows' | 'save'> = {
    findDigests: () => Promise.resolve(this.stored === null ? [] : [this.stored]),
    findRows: () => Promise.resolve(this.saved.at(-1)?.rows ?? null),
    save: (summary) => {
      this.saved.push(summary);
      return Promise.resolve();
    },
  };
  readonly queue = {
    push: (work: readonly Work[]) => {
      if (this.isQueueDown) return Promise.reject(new Error('down'));
      this.pushed.push(...work);
      return Promise.resolve();
    },
  };

  get stored(): StoredDigest | null {
    const last = this.saved.at(-1);
    if (last === undefined) return this.old;
    const { digest, builtAt, isCut } = last;
    return { ...REF, digest, builtAt, rowChunks: last.rows.length === 0 ? 0 : 1, ...(isCut ? { isCut } : {}) };
  }

  put(row: HandoffRow): Promise<void> {
    this.rows.set(row.handoffId, row);
    return summariseMonth(this, { ...REF, handoffId: row.handoffId });
  }

  look(): Promise<void> {
    return summariseMonth(this, REF);
  }

  later(ms: number): this {
    this.now = addMs(this.now, ms);
    return this;
  }
}

describe("a month's numbers", () => {
  it('take a handoff over at once, also one the query does not know yet, and without what anybody wrote', async () => {
    const month = new Month();
    await month.put(aClosedRow('h1'));
    month.unlisted.add('h2');
    await month.later(MINUTE_MS).put(aClosedRow('h2'));
    expect(month.stored?.digest).toMatchObject({ offered: 2, accepted: 2, isProvisional: true });
    expect(month.queries).toBe(1);
    expect(JSON.stringify(month.saved)).not.toContain('Check refunds first');
  });

  it('are the same whether handoff by handoff, in any order, or made anew from all rows', async () => {
    const [steps, anew] = [new Month(), new Month()];
    for (const id of ['h3', 'h1', 'h2', 'h1']) await steps.later(MINUTE_MS).put(aClosedRow(id));
    for (const id of ['h1', 'h2', 'h3']) anew.rows.set(id, aClosedRow(id));
    anew.now = steps.now;
    await anew.look();
    expect(anew.stored?.digest).toEqual(steps.stored?.digest);
  });

  it('are handed to the queue by whoever reads them a day old, and are not written by a look before', async () => {
    const month = new Month();
    await month.put(aClosedRow('h1'));
    await month.later(23 * 60 * MINUTE_MS).look();
    expect(await readDigests(month, [REF])).toHaveLength(1);
    expect([month.saved.length, month.pushed]).toEqual([1, []]);
    month.later(2 * 60 * MINUTE_MS);
    expect((await readDigests(month, [REF]))[0]?.digest.offered).toBe(1);
    expect(month.pushed).toEqual([{ kind: 'summarise', ...REF }]);
    await month.look();
    expect(month.stored?.digest?.asOf).toBe(month.now);
    month.isQueueDown = true;
    expect(await readDigests(month.later(25 * 60 * MINUTE_MS), [REF])).toHaveLength(1);
  });

  it('close when nothing can change any more: the digest stays, the rows go, and no look writes it again', async () => {
    const month = new Month();
    await month.put(aClosedRow('h1'));
    await month.later(12 * DAY_MS).look();
    expect([month.stored?.digest?.isProvisional, month.saved.at(-1)?.rows.length]).toEqual([true, 1]);
    await month.later(DAY_MS + MINUTE_MS).look();
    expect(month.saved.at(-1)).toMatchObject({ rows: [], digest: { isProvisional: false, mature: 1 } });
    const writes = month.saved.length;
    await month.later(400 * DAY_MS).look();
    await readDigests(month, [REF]);
    expect([month.saved.length, month.pushed]).toEqual([writes, []]);
  });

  it('of a closed month are made anew from all rows when one of its handoffs changes after all', async () => {
    const month = new Month();
    await month.put(aClosedRow('h1'));
    await month.put(aClosedRow('h2'));
    await month.later(60 * DAY_MS).look();
    const row = aClosedRow('h2');
    await month.put({ ...row, facts: { ...row.facts, reworks: [{ kind: 'status', at: '2026-03-20T09:00:00.000Z' }] } });
    expect(month.saved.at(-1)).toMatchObject({ rows: [], digest: { offered: 2, rework: { k: 1, n: 2 } } });
  });

  it('stored before there were digests are none: the next look asks for them, the next handoff makes them anew', async () => {
    const month = new Month();
    month.old = { ...REF, digest: null, builtAt: month.now, rowChunks: 0 };
    month.rows.set('h1', aClosedRow('h1'));
    expect(await readDigests(month, [REF])).toEqual([]);
    expect(month.pushed).toEqual([{ kind: 'summarise', ...REF }]);
    await month.look();
    expect(month.stored?.digest?.offered).toBe(1);
  });

  it('say when there were more handoffs than are counted', async () => {
    const month = new Month();
    month.isCut = true;
    await month.put(aClosedRow('h1'));
    expect((await readDigests(month, [REF]))[0]).toMatchObject({ isCut: true });
  });
});
