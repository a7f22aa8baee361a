import type { HandoffType } from '../../src/domain/type/handoff-type';
import type { AppSite } from '../support/app-site';
import { fiftyItems, putTypes, saveFirst } from '../support/large-settings';
import { SiteRows } from '../support/site-rows';
import { atMost, exactly, type BenchRow } from './bench-row';

/** Largest value the platform stores, in bytes (platform.md 4.1). */
const MAX_VALUE_BYTES = 240 * 1024;

/** Largest answer of a function, in bytes (platform.md 5). */
const MAX_ANSWER_BYTES = 5_000_000;

/** What opening and saving the settings of a project with the most and the largest types cost. Leaves the project with them. */
export async function measureLargeSettings(site: AppSite, type: HandoffType): Promise<BenchRow[]> {
  const rows = new SiteRows(site);
  try {
    await site.idle();
    await putTypes(site, rows, type, { count: 49, more: () => ({ items: fiftyItems() }) });
    await site.takeCalls();
    const code = await saveFirst(site, type, { items: fiftyItems() });
    const saving = (await site.takeCalls()).filter(({ path }) => path.includes('/transaction'));
    const view = await site.value('projectAdmin', 'settings.get', {}, { projectKey: 'SHOP' });
    const reading = (await site.takeCalls()).filter(({ service }) => service === 'kvs');
    const sizeOf = (value: unknown): number => Buffer.byteLength(JSON.stringify(value));
    const largest = Math.max(...rows.keys('project-config').map((key) => sizeOf(rows.value('project-config', key))));
    return [
      exactly('settings of 50 types × 50 items: saved', code ?? 'saved', 'saved'),
      atMost('  transactions of one save', saving.length, 1),
      atMost('  reads of storage to open them', reading.length, 2),
      atMost('  bytes of the answer', sizeOf(view), MAX_ANSWER_BYTES),
      atMost('  bytes of the largest stored value', largest, MAX_VALUE_BYTES),
      atMost('  bytes of what the gate reads', sizeOf(rows.value('gate-routes', 'p:SHOP')), MAX_VALUE_BYTES),
    ];
  } finally {
    rows.close();
  }
}
