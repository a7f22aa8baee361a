import type { HandoffType } from '../../src/domain/type/handoff-type';
import { AppSite } from '../support/app-site';

const MONTH_MS = 32 * 24 * 3_600_000;

let site: AppSite;
let type: HandoffType;

beforeAll(async () => {
  site = await AppSite.start();
  type = await site.turnOn();
});
afterAll(() => site.close());

describe('the dashboard gadget', () => {
  it('offers the projects the person sees where Baton is on, with their types', async () => {
    const { projects } = await site.value('lead', 'gadget.projects', {}, {});
    expect(projects).toMatchObject([{ key: 'SHOP', types: [{ typeId: type.typeId, name: type.name }] }]);
    expect(await site.value('outsider', 'gadget.projects', {}, {})).toEqual({ projects: [] });
  });

  it('S-131: counts what waits now and shows the month that is over, with nobody in it', async () => {
    const [project] = (await site.value('lead', 'gadget.projects', {}, {})).projects;
    const ask = async (typeIds: readonly string[] = []) => {
      await site.idle();
      return site.value('lead', 'gadget.health', { projectId: project?.id, typeIds }, {});
    };
    const accepted = await site.createInDevelopment('Accepted');
    await site.accept(accepted, await site.handOver(accepted, type));
    expect((await ask()).types).toMatchObject([{ waiting: 0, month: null }]);
    await site.handOver(await site.createInDevelopment('Waiting'), type);
    expect((await ask()).types).toMatchObject([{ waiting: 1, month: null }]);
    await site.advance(MONTH_MS);
    const view = await ask([type.typeId]);
    expect(view).toMatchObject({ project: { key: 'SHOP' }, on: true, isWaitingCut: false });
    expect(view.types).toMatchObject([{ waiting: 1, month: { offered: 2, firstPass: { k: 1, n: 1 } } }]);
    expect(await ask(['gone'])).toMatchObject({ types: [] });
    for (const part of ['sender', 'receiver', 'lead'] as const) expect(JSON.stringify(view)).not.toContain(site.account(part));
    expect(Object.keys(view.types[0]?.month ?? {})).not.toContain('ratings');
  });
});
