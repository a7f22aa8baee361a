import type { AuditView } from '../../src/contract/audit';
import type { HandoffType } from '../../src/domain/type/handoff-type';
import { AppSite } from '../support/app-site';
import { SiteRows } from '../support/site-rows';

const DAY_MS = 24 * 3_600_000;
const PLACE = { projectKey: 'SHOP' };

let site: AppSite;
let rows: SiteRows;
let type: HandoffType;

beforeAll(async () => {
  site = await AppSite.start();
  rows = new SiteRows(site);
  type = await site.turnOn();
});
afterAll(async () => {
  rows.close();
  await site.close();
});

const keys = (): readonly string[] => rows.keys('month-summary').filter((key) => key.includes(`:${type.typeId}:`));
const bodyOf = (key: string): Record<string, unknown> => rows.value('month-summary', key)['body'] as Record<string, unknown>;

/** Reads this month and the two before it. */
async function look(): Promise<{ count?: number; part?: number }> {
  const { proposals }: AuditView = await site.value('projectAdmin', 'settings.audit', { typeId: type.typeId }, PLACE);
  await site.idle();
  return proposals.find(({ questionId }) => questionId === 'feedback') ?? {};
}

describe('what is stored of a month', () => {
  it('one value without people says its numbers; the rows beside it go once somebody looks at it and nothing can change any more', async () => {
    const issueKey = await site.createInDevelopment('Counted');
    await site.accept(issueKey, await site.handOver(issueKey, type));
    await site.idle();
    const [head = '', ...chunks] = keys();
    expect([head.endsWith(':0'), chunks.map((key) => key.slice(-2))]).toEqual([true, [':1']]);
    expect(bodyOf(head)).toMatchObject({ schema: 2, chunks: 2, digest: { offered: 1, accepted: 1, isProvisional: true } });
    expect(JSON.stringify(bodyOf(head))).not.toContain(site.account('receiver'));

    await site.advance(8 * DAY_MS);
    await site.idle();
    await site.advance(37 * DAY_MS);
    await site.idle();
    expect(bodyOf(head)).toMatchObject({ digest: { isProvisional: true } });
    expect(await look()).toMatchObject({ count: 1, part: 0 });
    expect(keys()).toEqual([head]);
    const closed = bodyOf(head);
    expect(closed).toMatchObject({ chunks: 1, digest: { isProvisional: false, mature: 1 } });
    await site.advance(2 * DAY_MS);
    expect(await look()).toMatchObject({ count: 1 });
    expect(bodyOf(head)).toEqual(closed);
  });

  it('a month stored as rows alone counts as none, and is made anew when somebody looks at it', async () => {
    const issueKey = await site.createInDevelopment('Stored before');
    await site.accept(issueKey, await site.handOver(issueKey, type));
    await site.idle();
    const head = keys().findLast((key) => key.endsWith(':0')) ?? '';
    const { at, builtAt } = bodyOf(head);
    rows.setValue('month-summary', head, { body: { schema: 1, at, builtAt, chunks: 1, rows: [] } });
    expect((await site.value('sender', 'project.home', {}, PLACE)).months[0]).toMatchObject({ handoffs: 0 });
    await site.idle();
    expect((await site.value('sender', 'project.home', {}, PLACE)).months[0]).toMatchObject({ handoffs: 1, accepted: 1 });
  });

  it('all numbers are made anew from the handoffs, step by step; what was made since the beginning is left as it is', async () => {
    const head = keys().findLast((key) => key.endsWith(':0')) ?? '';
    const body = bodyOf(head);
    rows.setValue('month-summary', head, { body: { ...body, digest: { ...(body['digest'] as object), offered: 99 } } });
    const first = await site.value('projectAdmin', 'settings.rebuildNumbers', { since: null, cursor: null }, PLACE);
    expect(first).toMatchObject({ looked: 2, cursor: null });
    expect(first.months).toHaveLength(2);
    const left = () => site.value('projectAdmin', 'settings.numbersLeft', { since: first.since, months: first.months }, PLACE);
    await site.idle();
    expect(await left()).toEqual({ left: 0 });
    const made = bodyOf(head);
    expect(made).toMatchObject({ digest: { offered: 1 } });
    await site.value('projectAdmin', 'settings.rebuildNumbers', { since: first.since, cursor: null }, PLACE);
    await site.idle();
    expect(bodyOf(head)).toEqual(made);
  });
});
