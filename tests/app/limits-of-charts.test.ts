import { LocalClock } from '../../local-jira/clock/local-clock';
import { readAppManifest } from '../../local-jira/runtime/app-manifest';
import { ValueStore } from '../../local-jira/services/kvs/value-store';
import { SiteDatabase } from '../../local-jira/services/storage/site-database';
import type { LimitsView } from '../../src/contract/chart-limits';
import { verifyChain } from '../../src/domain/audit/event-chain';
import { monthBefore } from '../../src/domain/calendar/calendar-day';
import type { HandoffType } from '../../src/domain/type/handoff-type';
import { ENTITY, KEY } from '../../src/forge/kvs-keys';
import { AppSite } from '../support/app-site';
import { sampleMonth } from '../support/health-samples';
import { sha256 } from '../support/handoff-world';
import { SiteRows } from '../support/site-rows';

const PLACE = { projectKey: 'SHOP' };
const PROJECT_ID = '10000';
const WEEK_MS = 7 * 24 * 3_600_000 + 60_000;

let site: AppSite;
let rows: SiteRows;
let type: HandoffType;
let thisMonth: string;

beforeAll(async () => {
  site = await AppSite.start();
  rows = new SiteRows(site);
  type = await site.turnOn();
  thisMonth = (await health()).months.at(-1) ?? '';
  keepMonths([30, 29, 20, 16, 14, 2, 1]);
});
afterAll(async () => {
  rows.close();
  await site.close();
});

/** Stores the numbers of months so far back, closed, with six handoffs each; last month had more than could be counted. */
function keepMonths(backs: readonly number[]): void {
  const database = new SiteDatabase(site.databaseFile);
  try {
    const store = new ValueStore(database, new LocalClock(database), readAppManifest(process.cwd()).entities);
    const at = `${thisMonth}-01T00:00:00.000Z`;
    for (const back of backs) {
      const month = monthBefore(thisMonth, back);
      const digest = {
        ...sampleMonth(
          type.typeId,
          month,
          Array.from({ length: 6 }, () => ({})),
          at,
        ),
        isProvisional: false,
      };
      const body = { schema: 2, at, builtAt: at, chunks: 1, digest, ...(back === 1 ? { isCut: true } : {}) };
      store.set(ENTITY.summary, KEY.summary(PROJECT_ID, type.typeId, month, 0), { body }, null);
    }
  } finally {
    database.close();
  }
}

const health = () => site.value('sender', 'project.health', {}, PLACE);
const change = (version: number, given: object): Promise<LimitsView> =>
  site.value('projectAdmin', 'settings.changeLimits', { typeId: type.typeId, version, change: given }, PLACE);
const start = (version: number, from: string, reason: string) => change(version, { kind: 'start', from, reason });
const ofType = ({ types }: LimitsView) => types.find(({ typeId }) => typeId === type.typeId);

describe('limits of charts', () => {
  it('reads eighteen months for charts, while everything else stays at thirteen', async () => {
    const { months, types } = await health();
    expect(months).toHaveLength(13);
    expect(types[0]?.months.map(({ month }) => month)).toEqual([2, 1].map((back) => monthBefore(thisMonth, back)));
    expect(types[0]?.earlier?.map(({ month }) => month)).toEqual([16, 14].map((back) => monthBefore(thisMonth, back)));
    expect(types[0]?.starts).toBeUndefined();
  });

  it('a month of more handoffs than are counted says so, here and on a dashboard', async () => {
    expect((await health()).types[0]?.months.map(({ isCut }) => isCut)).toEqual([undefined, true]);
    const onDashboard = await site.value('sender', 'gadget.health', { projectId: PROJECT_ID, typeIds: [] }, {});
    expect(onDashboard.types[0]?.month).toMatchObject({ isCut: true, offered: 6 });
  });

  it('begin anew from a day for a reason: the months they are made of are read however old they are', async () => {
    const old = `${monthBefore(thisMonth, 29)}-01`;
    const view = await start(0, old, '  Only testers hand off  ');
    expect(ofType(view)).toEqual({
      typeId: type.typeId,
      version: 1,
      starts: [
        { from: old, reason: 'Only testers hand off', by: site.account('projectAdmin'), at: expect.stringMatching(/Z$/u) as string },
      ],
    });
    expect(view.people[site.account('projectAdmin')]?.displayName).toBeDefined();
    const [shown] = (await health()).types;
    expect(shown?.earlier?.map(({ month }) => month)).toEqual([29, 20, 16, 14].map((back) => monthBefore(thisMonth, back)));
    expect(shown?.starts).toEqual([{ from: old, reason: 'Only testers hand off' }]);
  });

  it('keep each start in order, refuse a second one of a day, and tell who came later', async () => {
    const recent = `${monthBefore(thisMonth, 2)}-10`;
    const starts = ofType(await start(1, recent, 'A new checklist'))?.starts ?? [];
    expect(starts.map(({ reason }) => reason)).toEqual(['Only testers hand off', 'A new checklist']);
    const given = (version: number) => ({ typeId: type.typeId, version, change: { kind: 'start', from: recent, reason: 'Again' } });
    expect(await site.code('projectAdmin', 'settings.changeLimits', given(2), PLACE)).toBe('INVALID_PAYLOAD');
    expect(await site.code('projectAdmin', 'settings.changeLimits', given(1), PLACE)).toBe('CONFIG_CONFLICT');
  });

  it('a start is taken back, and the log of the document keeps both', async () => {
    const recent = `${monthBefore(thisMonth, 2)}-10`;
    const left = ofType(await change(2, { kind: 'takeBack', from: recent }));
    expect(left).toMatchObject({ version: 3, starts: [{ reason: 'Only testers hand off' }] });
    const log = rows.events(`e:d:${PROJECT_ID}:limits:`);
    expect([log.length, verifyChain(log, sha256)]).toEqual([3, { ok: true }]);
  });

  it('E20: who gave a reason and left is no longer named, and what they wrote is erased, here and in the log, which still verifies', async () => {
    const accountId = site.account('projectAdmin');
    const log = () => rows.events(`e:d:${PROJECT_ID}:limits:`);
    const before = log().map(({ body }) => body);
    await site.request('POST', '/_local/accounts', { accountId, active: false });
    await site.advance(WEEK_MS);
    await site.idle();
    await site.request('POST', '/_local/invoke', { moduleKey: 'personal-data', payload: {} });
    await site.idle();
    expect(JSON.stringify(rows.value('project-document', `b:${PROJECT_ID}:limits:${type.typeId}`))).not.toMatch(/Only testers|712020/u);
    expect(JSON.stringify(log())).not.toContain('Only testers');
    expect(log().map(({ body }) => body)).toEqual(before);
    expect(verifyChain(log(), sha256)).toEqual({ ok: true });
    expect((await health()).types[0]?.starts).toMatchObject([{ reason: '[erased]' }]);
  });
});
