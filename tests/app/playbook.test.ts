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
