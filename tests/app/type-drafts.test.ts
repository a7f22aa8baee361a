import type { HandoffType, TypeDraft } from '../../src/domain/type/handoff-type';
import { AppSite } from '../support/app-site';
import { SiteRows } from '../support/site-rows';

const PLACE = { projectKey: 'SHOP' };

let site: AppSite;
let rows: SiteRows;
let first: HandoffType;
let draft: TypeDraft;

beforeAll(async () => {
  site = await AppSite.start();
  rows = new SiteRows(site);
  first = await site.turnOn();
  const { typeId: _typeId, version: _version, ...rest } = first;
  draft = rest;
});
afterAll(async () => {
  rows.close();
  await site.close();
});

const keep = (payload: object) =>
  site.call('projectAdmin', 'settings.saveDraft', { typeId: first.typeId, version: 0, basedOn: 1, draft, ...payload }, PLACE);
const list = () => site.value('jiraAdmin', 'settings.drafts', {}, PLACE);
const publish = async (change: object) => {
  const { rev } = await site.value('projectAdmin', 'settings.get', {}, PLACE);
  return site.value('projectAdmin', 'settings.saveType', { rev, typeId: first.typeId, draft, note: 'A new name', ...change }, PLACE);
};

describe('a draft of a type', () => {
  it('is kept without publishing anything, and says whose it is and on which version it was begun', async () => {
    expect((await list()).drafts).toEqual([]);
    const kept = await keep({ draft: { ...draft, team: 'Testers' } });
    expect(kept).toMatchObject({
      ok: true,
      value: {
        drafts: [{ typeId: first.typeId, version: 1, basedOn: 1, savedBy: site.account('projectAdmin'), draft: { team: 'Testers' } }],
      },
    });
    const { types } = await site.value('projectAdmin', 'settings.get', {}, PLACE);
    expect(types[0]?.current).toEqual(first);
    expect((await list()).people[site.account('projectAdmin')]).toBeDefined();
  });

  it('is never written over unseen, and only for a type the project has', async () => {
    const code = async (payload: object) => {
      const result = await rows.unchanged(() => keep(payload));
      return result.ok ? null : result.error.code;
    };
    expect(await code({ version: 0 })).toBe('CONFIG_CONFLICT');
    expect(await code({ version: 1, typeId: 'gone' })).toBe('NOT_FOUND');
    expect(await code({ version: 1, basedOn: 2 })).toBe('INVALID_PAYLOAD');
  });

  it('stays when something else is published, and goes with the version it becomes', async () => {
    await publish({ draft: { ...draft, team: 'Others' } });
    expect((await list()).drafts).toMatchObject([{ version: 1, basedOn: 1 }]);
    const saved = await publish({ draft: { ...draft, team: 'Testers' }, fromDraft: 1 });
    expect(saved.types[0]?.current).toMatchObject({ version: 3, team: 'Testers' });
    expect(await list()).toMatchObject({ drafts: [], emptyVersions: { [first.typeId]: 2 } });
  });

  it('of a new type is kept too, and discarded', async () => {
    await keep({ typeId: null, basedOn: 0, draft: { ...draft, name: 'QA → Ops' } });
    expect((await list()).drafts).toMatchObject([{ typeId: null, version: 1, draft: { name: 'QA → Ops' } }]);
    await site.value('projectAdmin', 'settings.discardDraft', { typeId: null, version: 1 }, PLACE);
    expect((await list()).drafts).toEqual([]);
  });
});
