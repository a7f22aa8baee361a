import { LocalClock } from '../../local-jira/clock/local-clock';
import { readAppManifest } from '../../local-jira/runtime/app-manifest';
import { ValueStore } from '../../local-jira/services/kvs/value-store';
import { SiteDatabase } from '../../local-jira/services/storage/site-database';
import type { ProjectHome } from '../../src/contract/project-home';
import type { HandoffRow } from '../../src/domain/handoff/handoff-row';
import type { HandoffType } from '../../src/domain/type/handoff-type';
import { ENTITY, KEY } from '../../src/forge/kvs-keys';
import type { AppSite } from '../support/app-site';
import { atMost, exactly, type BenchRow } from './bench-row';

/** Months the history is spread over; the page looks at the newest two of all. */
const HISTORY_MONTHS = 24;

const BUSY_MONTH_ROWS = 3_000;
const ROWS_PER_TRANSACTION = 2_000;

const HOUR_MS = 60 * 60_000;

const BATCH_PATH = '/api/v1/batch/get';

/** What opening the project page cost. */
interface Opening {
  readonly home: ProjectHome;
  readonly batches: number;
  readonly others: number;
}

/**
 * The project page's calls with a handful of handoffs, with `historyRows` more in months gone by, and with a busy month. The rows are
 * written below the app, since handing over so often would take hours; the summaries are made of them by the app itself.
 */
export async function measureProjectPage(site: AppSite, type: HandoffType, historyRows: number): Promise<BenchRow[]> {
  await site.handOver(await site.createInDevelopment('Project page, one of few'), type);
  const few = await open(site);
  const thisMonth = few.home.months[0]?.month ?? '';
  const template = { projectId: few.home.project.id, typeId: type.typeId, senderId: site.account('sender') };

  await writeRows(site, historyRows, (n) => aRow(template, n, monthBefore(thisMonth, 2 + (n % HISTORY_MONTHS))));
  await rebuildMonth(site, type);
  const old = await open(site);

  await writeRows(site, BUSY_MONTH_ROWS, (n) => aRow(template, historyRows + n, thisMonth));
  await rebuildMonth(site, type);
  const busy = await open(site);
  const counted = busy.home.months[0]?.handoffs ?? 0;

  const years = `${historyRows.toLocaleString('en-US')} handoffs in earlier months`;
  return [
    exactly(`project page, ${years}: backend calls`, old.batches + old.others, few.batches + few.others),
    exactly(
      `project page, ${BUSY_MONTH_ROWS.toLocaleString('en-US')} this month: backend calls`,
      busy.batches + busy.others,
      few.batches + few.others,
    ),
    atMost(
      '  handoffs the page lost count of',
      old.home.months[0] === undefined ? BUSY_MONTH_ROWS : old.home.months[0].handoffs + 1 + BUSY_MONTH_ROWS - counted,
      0,
    ),
  ];
}

async function open(site: AppSite): Promise<Opening> {
  await site.idle();
  await site.takeCalls();
  const home = await site.value('receiver', 'project.home', {}, { projectKey: 'SHOP' });
  const calls = (await site.takeCalls()).filter(({ functionKey }) => functionKey === 'project-bridge' || functionKey === 'settings-bridge');
  const batches = calls.filter(({ path }) => path === BATCH_PATH).length;
  return { home, batches, others: calls.length - batches };
}

/** One more handoff after more than an hour: the app then makes the month's summary anew, through its own query. */
async function rebuildMonth(site: AppSite, type: HandoffType): Promise<void> {
  await site.advance(HOUR_MS + 60_000);
  await site.idle();
  await site.handOver(await site.createInDevelopment('Project page, one more'), type);
  await site.idle();
}

/** Rows straight into the platform's storage, index entries included; between transactions the site gets its turn. */
export async function writeRows(site: AppSite, count: number, toRow: (n: number) => HandoffRow): Promise<void> {
  const database = new SiteDatabase(site.databaseFile);
  try {
    const store = new ValueStore(database, new LocalClock(database), readAppManifest(process.cwd()).entities);
    for (let start = 0; start < count; start += ROWS_PER_TRANSACTION) {
      database.inTransaction(() => {
        for (let n = start; n < Math.min(count, start + ROWS_PER_TRANSACTION); n += 1) {
          const { handoffId, ...attributes } = toRow(n);
          store.set(ENTITY.row, KEY.row(handoffId), attributes, null);
        }
      });
      await new Promise((resolve) => setImmediate(resolve));
    }
  } finally {
    database.close();
  }
}

/** A handoff that ran its course: accepted, rated and closed. */
export function aRow(template: Pick<HandoffRow, 'projectId' | 'typeId' | 'senderId'>, n: number, month: string): HandoffRow {
  const at = `${month}-01T00:${String(n % 60).padStart(2, '0')}:00.000Z`;
  const issueId = String(1_000_000 + n);
  return {
    ...template,
    handoffId: `${issueId}-${template.typeId}-1`,
    issueId,
    state: 'CLOSED',
    openIn: 'none',
    waitsFor: 'none',
    dueAt: '9999',
    changedAt: at,
    cohortMonth: month,
    timerOn: 'none',
    timerAt: '9999',
    facts: {
      schema: 1,
      typeVersion: 1,
      attempt: 1,
      receiverId: `receiver-${String(n % 7)}`,
      firstOfferedAt: at,
      lastOfferedAt: at,
      acceptedAt: at,
      returns: [],
      questionsAsked: 0,
      openQuestions: 0,
      missedIds: [],
      rating: 4,
      recommendation: 'Try orders just below and just above the limit first.',
    },
  };
}

/** `yyyy-mm` so many months earlier. */
export function monthBefore(month: string, back: number): string {
  const [year = 0, number = 1] = month.split('-').map(Number);
  return new Date(Date.UTC(year, number - 1 - back, 1)).toISOString().slice(0, 7);
}
