import type { GuidesView } from '../../src/contract/guide';
import { A_GUIDE } from '../support/a-guide';
import { AppSite } from '../support/app-site';
import { SiteRows } from '../support/site-rows';

const PLACE = { projectKey: 'SHOP' };

let site: AppSite;
let typeId: string;
beforeAll(async () => {
  site = await AppSite.start();
  // A type that comes from no starter, and so with no page.
  const { starterId: _starter, ...type } = await site.turnOn('SHOP');
  ({ typeId } = await site.addWayBack('SHOP', type));
});
afterAll(() => site.close());

const save = (version: number, change: object = {}, note: string | null = null) =>
  site.call('projectAdmin', 'settings.saveGuide', { typeId, version, guide: { ...A_GUIDE, ...change }, note }, PLACE);
/** What is written about that type. */
const mine = async () => (await guidesNow()).guides.find((guide) => guide.typeId === typeId);
const guidesNow = (): Promise<GuidesView> => site.value('projectAdmin', 'settings.guides', {}, PLACE);

describe('what is written about a type', () => {
  it('S-034: is empty until somebody writes it, is saved with its note, and names knowledge base and customer', async () => {
    expect(await mine()).toMatchObject({ typeId, version: 0, guide: { raciR: null, whenUsed: '' } });
    expect(await save(0, { championId: site.account('receiver') }, 'First page')).toMatchObject({ ok: true });
    const { people } = await guidesNow();
    expect((await mine())?.guide.raciR).toMatchObject({
      consulted: [{ name: 'Knowledge base' }],
      informed: [{ name: 'Customer via ticket' }],
    });
    expect(people[site.account('receiver')]?.displayName).toMatch(/^Ana/u);
  });

  it('S-035: a group as the accountable is refused by name, and nothing is stored', async () => {
    const rows = new SiteRows(site);
    const group = { kind: 'group', groupId: 'g1', groupName: 'QA team' };
    const refused = await rows.unchanged(() => save(1, { raciR: { ...A_GUIDE.raciR, accountable: [group] } }));
    rows.close();
    expect(refused).toMatchObject({ error: { code: 'RACIR_ACCOUNTABLE_NOT_SINGLE', path: 'guide.raciR.accountable' } });
  });

  it('a save over an older version is a conflict, and no such type is none', async () => {
    expect(await save(0)).toMatchObject({ error: { code: 'CONFIG_CONFLICT' } });
    const elsewhere = { typeId: 't000000000', version: 0, guide: A_GUIDE, note: null };
    expect(await site.code('projectAdmin', 'settings.saveGuide', elsewhere, PLACE)).toBe('NOT_FOUND');
  });

  it('S-164: “Still right” keeps the words and notes who looked and when; every version stays listed', async () => {
    const reviewed = await site.value('projectAdmin', 'settings.reviewGuide', { typeId, version: 1 }, PLACE);
    const page = reviewed.guides.find((guide) => guide.typeId === typeId);
    expect(page).toMatchObject({
      version: 2,
      guide: { whenUsed: A_GUIDE.whenUsed, reviewedOn: reviewed.today, reviewedBy: site.account('projectAdmin') },
    });
    const { versions } = await site.value('projectAdmin', 'settings.guideVersions', { typeId }, PLACE);
    expect(versions.map(({ version, note }) => [version, note])).toEqual([
      [2, null],
      [1, 'First page'],
    ]);
  });
});
