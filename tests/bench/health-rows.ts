import { LocalClock } from '../../local-jira/clock/local-clock';
import { readAppManifest } from '../../local-jira/runtime/app-manifest';
import { ValueStore } from '../../local-jira/services/kvs/value-store';
import { SiteDatabase } from '../../local-jira/services/storage/site-database';
import type { HealthView } from '../../src/contract/health';
import { CHART_MONTHS } from '../../src/domain/metrics/baseline';
import { ENTITY, KEY } from '../../src/forge/kvs-keys';
import { AppSite } from '../support/app-site';
import { atMost, exactly, type BenchRow } from './bench-row';
import { aRow, monthBefore, writeRows } from './project-rows';

/** Months the handoffs are spread over: more than the page shows, so that many of them are history. */
const MONTHS = 24;

const BATCH_PATH = '/api/v1/batch/get';

/** A digest is bounded, so the answer is: a year and a half of one type, with room for a busy one. */
const MOST_ANSWER_BYTES = 18 * 40_000;

/** What opening *Trends* cost. */
interface Opening {
  readonly view: HealthView;
  readonly batches: number;
  readonly others: number;
  readonly answerBytes: number;
  readonly ms: number;
  /** Looking behind one number of its last full month. */
  readonly behind: { readonly calls: number; readonly ms: number };
}

/**
 * The calls, bytes and time of opening *Trends* with more and more handoffs in one project, all of which the app itself summed up before.
 * Time is shown, not judged: these machines are too noisy for that.
 */
export async function measureHealthPage(sizes: readonly number[]): Promise<BenchRow[]> {
  const openings: (readonly [number, Opening])[] = [];
  for (const size of sizes) openings.push([size, await measureWith(size)]);
  const [[, least] = []] = openings;
  if (least === undefined) return [];
  return openings.flatMap(([size, { batches, others, answerBytes, ms, view, behind }]) => {
    const what = `trends, ${size.toLocaleString('en-US')} handoffs`;
    const counted = view.types.flatMap(({ months }) => months).reduce((sum, { offered }) => sum + offered, 0);
    return [
      exactly(`${what}: backend calls (${ms.toFixed(0)} ms)`, batches + others, least.batches + least.others),
      // One for the months, one for what passed the gate, one for what stands beside the types.
      atMost(`${what}: calls for summaries`, batches, 3),
      // The project, ten pages of handoffs, and the titles of a hundred work items.
      atMost(`${what}: calls to look behind a number (${behind.ms.toFixed(0)} ms)`, behind.calls, 12),
      atMost(`${what}: answer`, answerBytes, MOST_ANSWER_BYTES, ' bytes'),
      exactly(`${what}: handoffs counted`, counted, Math.floor(size / MONTHS) * 12 + Math.min(size % MONTHS, 12)),
    ];
  });
}

async function measureWith(size: number): Promise<Opening> {
  const site = await AppSite.start();
  try {
    const type = await site.turnOn();
    const { project, months } = await site.value('lead', 'project.home', {}, { projectKey: 'SHOP' }).then(async (home) => ({
      project: home.project,
      months: (await site.value('lead', 'project.health', {}, { projectKey: 'SHOP' })).months,
    }));
    const thisMonth = months.at(-1) ?? '';
    const template = { projectId: project.id, typeId: type.typeId, senderId: site.account('sender') };
    await writeRows(site, size, (n) => aRow(template, n, monthBefore(thisMonth, 1 + (n % MONTHS))));
    await markUnmade(
      site,
      template,
      Array.from({ length: CHART_MONTHS }, (_each, index) => monthBefore(thisMonth, CHART_MONTHS - 1 - index)),
    );
    // The first look finds months that were never summed up and has them made; the second is the one that counts.
    await open(site);
    const opening = await open(site);
    return { ...opening, behind: await lookBehind(site, type.typeId, monthBefore(thisMonth, 1)) };
  } finally {
    await site.close();
  }
}

async function open(site: AppSite): Promise<Omit<Opening, 'behind'>> {
  await site.idle();
  await site.takeCalls();
  const startedAt = performance.now();
  const view = await site.value('lead', 'project.health', {}, { projectKey: 'SHOP' });
  const ms = performance.now() - startedAt;
  const calls = (await site.takeCalls()).filter(({ functionKey }) => functionKey === 'project-bridge');
  const batches = calls.filter(({ path }) => path === BATCH_PATH).length;
  await site.idle();
  return { view, batches, others: calls.length - batches, answerBytes: Buffer.byteLength(JSON.stringify(view)), ms };
}

async function lookBehind(site: AppSite, typeId: string, month: string): Promise<Opening['behind']> {
  await site.takeCalls();
  const startedAt = performance.now();
  const asked = { typeId, month, figure: 'cycleWorking', asOf: null } as const;
  await site.value('lead', 'project.numberItems', asked, { projectKey: 'SHOP' });
  const ms = performance.now() - startedAt;
  return { calls: (await site.takeCalls()).filter(({ functionKey }) => functionKey === 'project-bridge').length, ms };
}

/** Months as they were stored before there were digests: the app makes those anew when somebody looks. */
async function markUnmade(
  site: AppSite,
  { projectId, typeId }: { readonly projectId: string; readonly typeId: string },
  months: readonly string[],
): Promise<void> {
  await site.idle();
  const database = new SiteDatabase(site.databaseFile);
  try {
    const store = new ValueStore(database, new LocalClock(database), readAppManifest(process.cwd()).entities);
    const at = new Date(0).toISOString();
    const body = { schema: 1, at, builtAt: at, chunks: 1, rows: [] };
    for (const month of months.slice(0, -1)) store.set(ENTITY.summary, KEY.summary(projectId, typeId, month, 0), { body }, null);
  } finally {
    database.close();
  }
}
