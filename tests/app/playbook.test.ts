import { A_GUIDE } from '../support/a-guide';
import { AppSite, type Part } from '../support/app-site';

let site: AppSite;
let typeId: string;
let version: number;
beforeAll(async () => {
  site = await AppSite.start();
  ({ typeId } = await site.turnOn());
  const guide = { ...A_GUIDE, championId: site.account('lead') };
  // The starter came with a page of its own.
  const [stands] = (await site.value('projectAdmin', 'settings.guides', {}, { projectKey: 'SHOP' })).guides;
  version = stands?.version ?? 0;
  await site.value('projectAdmin', 'settings.saveGuide', { typeId, version, guide, note: 'First page' }, { projectKey: 'SHOP' });
});
afterAll(() => site.close());

const page = (part: Part, more: object = {}) => site.call(part, 'playbook.page', { projectKey: 'SHOP', typeId, ...more }, {});

describe('the playbook', () => {
  it('S-099: every member reads the page of a handoff; for an outsider there is no such project', async () => {
    expect(await page('receiver')).toMatchObject({ ok: true, value: { viewer: { isProjectAdmin: false, isChampion: false } } });
    for (const name of ['playbook.page', 'playbook.versions'] as const)
      expect(await site.code('outsider', name, { projectKey: 'SHOP', typeId }, {})).toBe('NOT_FOUND');
    expect(await site.code('outsider', 'playbook.index', { projectKey: 'SHOP' }, {})).toBe('NOT_FOUND');
    expect(JSON.stringify(await site.value('outsider', 'playbook.index', { projectKey: null }, {}))).not.toContain('SHOP');
  });

  it('S-103: a page shows the checklist of the type in force beside agenda and pitfalls', async () => {
    const { type, guide } = await site.value('sender', 'playbook.page', { projectKey: 'SHOP', typeId }, {});
    expect(type.items.map(({ title }) => title)).toContain('Where to test');
    expect(guide.guide).toMatchObject({ agenda: A_GUIDE.agenda, pitfalls: A_GUIDE.pitfalls });
  });

  it('S-105: the champion is one person, named on the page, and a vacancy is told as none', async () => {
    const { guide, people, viewer } = await site.value('lead', 'playbook.page', { projectKey: 'SHOP', typeId }, {});
    expect(people[guide.guide.championId ?? '']?.displayName).toMatch(/^Lena/u);
    expect(viewer).toEqual({ isProjectAdmin: false, isChampion: true });
    const { typeId: other } = await site.turnOn('APP');
    const vacant = await site.value('projectAdmin', 'playbook.page', { projectKey: 'APP', typeId: other }, {});
    expect(vacant.guide.guide.championId).toBeNull();
  });

  it('S-106: the champion suggests a change as a draft that stands beside the type, and cannot publish it', async () => {
    const { type } = await site.value('lead', 'playbook.page', { projectKey: 'SHOP', typeId }, {});
    const items = type.items.slice(1).map((item) => ({ ...item, required: false }));
    const suggest = (part: Part, more: object = {}) =>
      site.call(
        part,
        'playbook.saveDraft',
        { projectKey: 'SHOP', typeId, version: 0, basedOn: type.version, items, note: 'Nobody asks for it', ...more },
        {},
      );
    expect(await suggest('receiver')).toMatchObject({ error: { code: 'FORBIDDEN' } });
    expect(await suggest('outsider')).toMatchObject({ error: { code: 'NOT_FOUND' } });
    expect(await suggest('lead', { note: ' ' })).toMatchObject({ error: { code: 'INVALID_PAYLOAD' } });
    expect(await suggest('lead', { basedOn: type.version - 1 })).toMatchObject({ error: { code: 'CONFIG_CONFLICT' } });
    expect(await suggest('lead')).toMatchObject({ value: { draftVersion: 1, draft: { savedBy: site.account('lead'), draft: { items } } } });
    expect(await suggest('lead')).toMatchObject({ error: { code: 'CONFIG_CONFLICT' } });

    const { types, rev } = await site.value('projectAdmin', 'settings.get', {}, { projectKey: 'SHOP' });
    expect(types[0]?.current).toEqual(type);
    const { drafts } = await site.value('projectAdmin', 'settings.drafts', {}, { projectKey: 'SHOP' });
    expect(drafts).toMatchObject([{ typeId, basedOn: type.version, note: 'Nobody asks for it', draft: { name: type.name, items } }]);
    const publish = { rev, typeId, draft: drafts[0]?.draft, note: 'My own', fromDraft: 1 };
    expect(await site.code('lead', 'settings.saveType', publish, { projectKey: 'SHOP' })).toBe('FORBIDDEN');
  });

  it('S-106: the champion finds the month of the type and the draft that waits; another member does not', async () => {
    const home = (part: Part) => site.call(part, 'playbook.home', { projectKey: 'SHOP', typeId }, {});
    expect(await home('lead')).toMatchObject({ value: { month: { handoffs: 0, ratings: { count: 0, shown: false } }, draftVersion: 1 } });
    expect(await home('receiver')).toMatchObject({ error: { code: 'FORBIDDEN' } });
    expect(await home('outsider')).toMatchObject({ error: { code: 'NOT_FOUND' } });
  });

  it('S-106: every reader of the page sees who changed what is asked for, and why', async () => {
    const { types, rev } = await site.value('projectAdmin', 'settings.get', {}, { projectKey: 'SHOP' });
    const { typeId: _typeId, version: _version, ...draft } = types[0]?.current ?? { typeId, version: 0 };
    const saved = { rev, typeId, draft: { ...draft, team: 'Testers' }, note: 'The team has a new name' };
    await site.value('projectAdmin', 'settings.saveType', saved, { projectKey: 'SHOP' });
    const { versions, people } = await site.value('receiver', 'playbook.typeVersions', { projectKey: 'SHOP', typeId }, {});
    const by = site.account('projectAdmin');
    expect(versions).toMatchObject([
      { version: 2, change: { note: 'The team has a new name', by } },
      { version: 1, change: null },
    ]);
    expect(people[by]).toBeDefined();
  });

  it('S-164: the champion says that the page is still right, a reader cannot', async () => {
    const review = (part: Part) => site.call(part, 'playbook.review', { projectKey: 'SHOP', typeId, version: version + 1 }, {});
    expect(await review('receiver')).toMatchObject({ error: { code: 'FORBIDDEN' } });
    expect(await review('lead')).toMatchObject({ value: { guide: { version: version + 2, guide: { reviewedBy: site.account('lead') } } } });
    const { versions } = await site.value('receiver', 'playbook.versions', { projectKey: 'SHOP', typeId }, {});
    expect(versions.slice(0, 2).map(({ note }) => note)).toEqual([null, 'First page']);
  });

  it('S-099: lists every page the reader may open, and nothing where handoffs are off', async () => {
    const { projects } = await site.value('receiver', 'playbook.index', { projectKey: null }, {});
    expect(projects.find(({ key }) => key === 'SHOP')?.pages).toEqual([
      { typeId, name: 'Dev → QA', from: ['In Development'], to: 'In QA' },
    ]);
    expect(await site.value('receiver', 'playbook.index', { projectKey: 'SHOP' }, {})).toEqual({
      projects: projects.filter(({ key }) => key === 'SHOP'),
    });
    expect(projects.map(({ key }) => key)).not.toContain('OPS');
  });
});
