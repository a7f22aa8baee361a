import type { BridgeFunction } from '../../src/contract/bridge-contract';
import type { Handoff } from '../../src/domain/handoff/handoff';
import type { HandoffType } from '../../src/domain/type/handoff-type';
import { AppSite } from '../support/app-site';
import { SiteRows } from '../support/site-rows';

let site: AppSite;
let rows: SiteRows;
let type: HandoffType;
let draftKey: string;
let draft: Handoff;

beforeAll(async () => {
  site = await AppSite.start();
  rows = new SiteRows(site);
  type = await site.turnOn();
  draftKey = await site.createInDevelopment('Draft');
  draft = await site.prepare(draftKey, type);
  await site.idle();
});
afterAll(async () => {
  rows.close();
  await site.close();
});

describe('what this version of Baton cannot read', () => {
  const answersOf = async (entity: string, key: string, act: () => Promise<unknown>): Promise<void> => {
    const value = rows.value(entity, key);
    const { body } = value as { body: object };
    rows.setValue(entity, key, { ...value, body: { ...body, schema: 2 } });
    try {
      await rows.unchanged(act);
    } finally {
      rows.setValue(entity, key, value);
    }
  };

  it.each<[BridgeFunction, () => object]>([
    ['handoff.get', () => ({})],
    ['handoff.watch', () => ({})],
    [
      'handoff.edit',
      () => ({
        commandId: site.commandId(),
        typeId: type.typeId,
        changes: [{ field: 'section', id: 'situation', value: 'Written over', basedOn: 1 }],
      }),
    ],
    ['handoff.handOff', () => ({ commandId: site.commandId(), handoffId: draft.handoffId })],
    ['handoff.timeline', () => ({ commandId: site.commandId(), handoffId: draft.handoffId })],
  ])('a record of a later version: %s is INTERNAL with a number', async (name, payload) => {
    const { issue } = await site.screen('sender', draftKey);
    await answersOf('issue-record', `i:${issue.id}`, async () => {
      const result = await site.call('sender', name, payload(), { issueKey: draftKey });
      expect(result).toEqual({ ok: false, error: { code: 'INTERNAL', requestId: expect.any(String) as string } });
    });
  });

  it('settings of a later version are not written over', async () => {
    await answersOf('project-config', 'c:10000', async () => {
      expect(await site.code('projectAdmin', 'settings.get', {}, { projectKey: 'SHOP' })).toBe('INTERNAL');
      expect(await site.code('projectAdmin', 'settings.turnOff', { rev: 1 }, { projectKey: 'SHOP' })).toBe('INTERNAL');
      expect(await site.code('sender', 'project.home', {}, { projectKey: 'SHOP' })).toBe('INTERNAL');
    });
  });

  it.each(['gate-routes', 'gate-view'])('%s of a later version stops the move and says so', async (entity) => {
    const key = entity === 'gate-view' ? `k:${draftKey}` : 'p:SHOP';
    await answersOf(entity, key, async () => {
      const { status, messages } = await site.move('sender', draftKey, 'In QA');
      expect([status, messages[0]]).toEqual([400, expect.stringContaining('could not check this handoff') as string]);
    });
  });
});
