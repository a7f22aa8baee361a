import type { GuidesView } from '../../src/contract/guide';
import type { SettingsView } from '../../src/contract/settings';
import { readTransferFile } from '../../src/contract/transfer-file';
import { EMPTY_GUIDE } from '../../src/domain/type/guide';
import type { HandoffType } from '../../src/domain/type/handoff-type';
import { planImport } from '../../src/domain/type/transfer/plan-import';
import { toTransferFile, transferText } from '../../src/domain/type/transfer/transfer-file';
import { withPage, withPages } from '../../src/domain/type/transfer/transfer-page';
import { A_GUIDE } from '../support/a-guide';
import { AppSite } from '../support/app-site';
import { SiteRows } from '../support/site-rows';

let site: AppSite;
let rows: SiteRows;

beforeAll(async () => {
  site = await AppSite.start();
  rows = new SiteRows(site);
});
afterAll(async () => {
  rows.close();
  await site.close();
});

const settingsOf = (projectKey: string, part: 'projectAdmin' | 'jiraAdmin' | 'lead' = 'projectAdmin'): Promise<SettingsView> =>
  site.value(part, 'settings.get', {}, { projectKey });

const typesOf = ({ types }: SettingsView): readonly HandoffType[] => types.map(({ current }) => current);

describe('types of another project', () => {
  it('are read by whoever administers both projects, and by nobody else', async () => {
    await site.turnOn('SHOP');
    const elsewhere = (part: 'projectAdmin' | 'jiraAdmin' | 'lead', own: string, projectKey: string) =>
      site.call(part, 'settings.typesElsewhere', { projectKey }, { projectKey: own });
    const codeOf = async (...given: Parameters<typeof elsewhere>) => {
      const answer = await rows.unchanged(() => elsewhere(...given));
      return answer.ok ? 'ok' : answer.error.code;
    };
    const both = (['projectAdmin', 'jiraAdmin', 'lead'] as const).flatMap((part) => [
      [part, 'SHOP', 'APP'] as const,
      [part, 'APP', 'SHOP'] as const,
    ]);
    for (const [part, own, other] of both) {
      const administers = async (key: string) => (await site.call(part, 'settings.get', {}, { projectKey: key })).ok;
      const expected = (await administers(own)) && (await administers(other)) ? 'ok' : 'FORBIDDEN';
      expect([part, own, other, await codeOf(part, own, other)]).toEqual([part, own, other, expected]);
    }
    expect(await codeOf('projectAdmin', 'SHOP', 'NOSUCH')).toBe('NOT_FOUND');
  });

  it('go into an empty project, where importing them again changes nothing', async () => {
    const from = await settingsOf('SHOP', 'jiraAdmin');
    const text = transferText(toTransferFile(typesOf(from), from));
    await site.value('jiraAdmin', 'settings.turnOff', { rev: from.rev }, { projectKey: 'SHOP' });
    const read = readTransferFile(text);
    if (!read.ok) throw new Error(JSON.stringify(read.problems));
    const empty = await settingsOf('APP', 'jiraAdmin');
    expect(empty.types).toEqual([]);
    const { file } = await site.value('jiraAdmin', 'settings.typesElsewhere', { projectKey: 'SHOP' }, { projectKey: 'APP' });
    expect(transferText(file)).toBe(text);
    const statuses = Object.fromEntries(
      from.statuses.map(({ name }, index) => [name, empty.statuses[index % empty.statuses.length]?.id ?? '']),
    );
    const plan = planImport(read.file, { config: empty, places: empty }, { statuses, note: 'Imported' });
    expect(plan).toMatchObject({ unknown: [], problems: [] });
    let { rev } = empty;
    for (const { draft, typeId } of plan.steps) {
      ({ rev } = await site.value('jiraAdmin', 'settings.saveType', { rev, typeId, draft }, { projectKey: 'APP' }));
    }
    const after = await settingsOf('APP', 'jiraAdmin');
    const again = planImport(read.file, { config: after, places: after }, { statuses, note: 'Imported' });
    expect(again.steps.map(({ effect }) => effect)).toEqual(['unchanged']);
  });

  it('S-026: a page that travelled is written as any page is, and without its champion', async () => {
    const SHOP = { projectKey: 'SHOP' };
    const from = await settingsOf('SHOP', 'jiraAdmin');
    const [type] = typesOf(from);
    if (type === undefined) throw new Error('no type');
    const { typeId } = type;
    const guides = () => site.value('jiraAdmin', 'settings.guides', {}, SHOP);
    const find = ({ guides: all }: GuidesView) => all.find((one) => one.typeId === typeId);
    const version = find(await guides())?.version ?? 0;
    const championId = site.account('lead');
    await site.value('jiraAdmin', 'settings.saveGuide', { typeId, version, guide: { ...A_GUIDE, championId }, note: null }, SHOP);
    const there = await guides();
    const guide = find(there)?.guide ?? EMPTY_GUIDE;
    const text = transferText(withPages(toTransferFile([type], from), [guide], from));
    expect([text.includes(A_GUIDE.example), text.includes(championId)]).toEqual([true, false]);

    const read = readTransferFile(text);
    if (!read.ok) throw new Error(JSON.stringify(read.problems));
    const planOver = (stands: GuidesView['guides']) =>
      planImport(read.file, { config: from, places: from, guides: stands }, { statuses: {}, note: 'Imported' }).steps[0];
    expect([planOver(there.guides)?.effect, planOver(there.guides)?.page?.effect]).toEqual(['unchanged', 'unchanged']);
    const page = planOver([])?.page;
    if (page === undefined || page === null) throw new Error('no page');
    expect(page.effect).toBe('new');
    const { reviewedOn: _on, reviewedBy: _by, ...written } = withPage(EMPTY_GUIDE, page.carried);
    const after = await site.value(
      'jiraAdmin',
      'settings.saveGuide',
      { typeId, version: version + 1, guide: written, note: 'Imported' },
      SHOP,
    );
    expect(find(after)?.guide).toMatchObject({ ...A_GUIDE, championId: null });
  });

  it('S-026: groups of a file are recognised by id, else by name, as whoever imports sees them', async () => {
    const { groups } = await site.value('projectAdmin', 'settings.findPeople', { query: '' }, { projectKey: 'SHOP' });
    const [one, two] = groups;
    if (one === undefined || two === undefined) throw new Error('the site has too few groups');
    const recognise = () => {
      const named = [
        { id: one.id, name: 'Renamed since' },
        { id: 'of-another-site', name: two.name },
        { id: 'of-another-site-2', name: 'Nobody' },
        { name: '' },
      ];
      return site.call('projectAdmin', 'settings.recogniseGroups', { groups: named }, { projectKey: 'SHOP' });
    };
    expect(await recognise()).toMatchObject({ ok: true, value: { groups: [one, two] } });
    await site.fault({ service: 'jira', match: 'GET /rest/api/3/group/bulk', status: 403, times: 'always' });
    expect(await recognise()).toMatchObject({ ok: true, value: { groups: [] } });
    await site.clearFaults();
    await site.fault({ service: 'jira', match: 'GET /rest/api/3/group/bulk', status: 503, times: 'always' });
    expect(await recognise()).toMatchObject({ ok: false, error: { code: 'JIRA_UNAVAILABLE' } });
    await site.clearFaults();
  });
});
