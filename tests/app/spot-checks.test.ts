import { verifyChain } from '../../src/domain/audit/event-chain';
import type { SpotCheckView } from '../../src/contract/spot-check';
import type { HandoffType } from '../../src/domain/type/handoff-type';
import { A_GUIDE } from '../support/a-guide';
import { AppSite, type Part } from '../support/app-site';
import { sha256 } from '../support/handoff-world';
import { SiteRows } from '../support/site-rows';

const PLACE = { projectKey: 'SHOP' };

let site: AppSite;
let rows: SiteRows;
let type: HandoffType;

beforeAll(async () => {
  site = await AppSite.start();
  rows = new SiteRows(site);
  await site.request('POST', '/_local/clock', { freeze: '2031-03-03T09:00:00.000Z' });
  type = await site.turnOn();
  const guide = { ...A_GUIDE, championId: site.account('receiver') };
  await site.value('projectAdmin', 'settings.saveGuide', { typeId: type.typeId, version: 1, guide, note: null }, PLACE);
});
afterAll(async () => {
  rows.close();
  await site.close();
});

const target = () => ({ ...PLACE, typeId: type.typeId });
const read = (part: Part = 'lead'): Promise<SpotCheckView> => site.value(part, 'playbook.spotChecks', target(), {});
const save = (version: number, check: object | null, part: Part = 'lead') =>
  site.call(part, 'playbook.saveSpotCheck', { ...target(), version, check }, {});

describe('spot checks', () => {
  it('off means not there: no section, no function', async () => {
    expect((await site.value('projectAdmin', 'playbook.page', target(), {})).viewer).not.toHaveProperty('checksSpots');
    expect(await rows.unchanged(() => site.code('projectAdmin', 'playbook.spotChecks', target(), {}))).toBe('NOT_FOUND');
    type = await site.turnOn('SHOP', { options: { spotChecks: true, accountableId: site.account('lead') } });
    for (const part of ['lead', 'receiver', 'projectAdmin'] as const)
      expect((await site.value(part, 'playbook.page', target(), {})).viewer).toHaveProperty('checksSpots', true);
    expect((await site.value('sender', 'playbook.page', target(), {})).viewer).not.toHaveProperty('checksSpots');
  });

  it('M16: an accepted handoff is drawn with three of its answers, and with nothing of who handed it over', async () => {
    const issueKey = await site.createInDevelopment('Drawn to be checked');
    const offered = await site.handOver(issueKey, type);
    expect((await save(0, null)).ok).toBe(true);
    expect(await read()).toMatchObject({ version: 1, rate: 10, open: [] });
    await site.accept(issueKey, offered);
    await site.idle();
    const view = await read();
    expect(view).toMatchObject({ own: 0, open: [{ handoffId: offered.handoffId, issueKey }], numbers: { checked: 0, defects: 0 } });
    expect(view.open[0]?.items).toHaveLength(3);
    expect(await read()).toEqual(view);
    expect(['sender', 'receiver'].filter((part) => JSON.stringify(view).includes(site.account(part as Part)))).toEqual([]);
    // The champion took it on, so somebody else checks it.
    expect(await read('receiver')).toMatchObject({ open: [], own: 1 });
  });

  it('M16: what was found is kept with who and when, and a defect doubles what is drawn', async () => {
    const { version, open } = await read();
    const [drawn] = open;
    const answers = (drawn?.items ?? []).map(({ itemId }, index) => ({ itemId, says: index === 0 ? 'false' : 'true' }));
    const check = { handoffId: drawn?.handoffId, answers };
    const refused = async (given: object, part?: Part) => (await rows.unchanged(() => save(version, given, part))) as unknown;
    expect(await refused({ ...check, answers: answers.slice(1) })).toMatchObject({ error: { code: 'INVALID_PAYLOAD' } });
    expect(await refused({ ...check, handoffId: '1-x-1' })).toMatchObject({ error: { code: 'NOT_FOUND' } });
    expect(await refused(check, 'receiver')).toMatchObject({ error: { code: 'NOT_FOUND' } });
    expect(await refused(check, 'sender')).toMatchObject({ error: { code: 'FORBIDDEN' } });
    const saved = await save(version, check);
    expect(saved).toMatchObject({
      value: {
        ...{ version: version + 1, rate: 20, open: [] },
        numbers: { checked: 1, defects: 1, evidence: { k: 1, n: 1 }, months: [{ checked: 1, defects: 1 }] },
      },
    });
    expect(await rows.unchanged(() => save(version, check))).toMatchObject({ error: { code: 'CONFIG_CONFLICT' } });
    const log = rows.events('e:d:10000:spotCheck:');
    expect(verifyChain(log, sha256)).toEqual({ ok: true });
    expect(log.at(-1)).toMatchObject({
      body: { at: '2031-03-03T09:00:00.000Z', content: { rate: 20, checks: [{ handoffId: drawn?.handoffId, month: '2031-03', answers }] } },
      personal: { '/actorId': { value: site.account('lead') } },
    });
  });
});
