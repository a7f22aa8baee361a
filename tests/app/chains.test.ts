import type { HandoffType } from '../../src/domain/type/handoff-type';
import { ALL_ANSWERS, AppSite } from '../support/app-site';
import { SiteRows } from '../support/site-rows';

const PLACE = { projectKey: 'SHOP' };

type Side = 'sender' | 'receiver';

let site: AppSite;
let rows: SiteRows;
let there: HandoffType;

beforeAll(async () => {
  site = await AppSite.start();
  rows = new SiteRows(site);
  there = await site.turnOn();
});
afterAll(async () => {
  rows.close();
  await site.close();
});

/** One hands off to the other, who accepts; answers what its row says. */
async function handOn(issueKey: string, type: HandoffType, from: Side, to: Side) {
  const receiver = { field: 'receiver', value: { kind: 'person', accountId: site.account(to) }, basedOn: 0 } as const;
  const { handoffId } = await site.edit(from, issueKey, type, [...ALL_ANSWERS, receiver]);
  await site.value(from, 'handoff.handOff', { commandId: site.commandId(), handoffId }, { issueKey });
  const { cards } = await site.screen(to, issueKey);
  const digest = cards.find((card) => card.handoff?.handoffId === handoffId)?.handoff?.offer?.digest;
  await site.value(to, 'handoff.accept', { commandId: site.commandId(), handoffId, digest, nextStep: null }, { issueKey });
  await site.idle();
  return rows.value('handoff-row', `w:${handoffId}`)['facts'];
}

const health = () => site.value('sender', 'project.health', {}, PLACE);
const closed = async () => (await health()).closed.map((each) => each.closed);

describe('a work item that is handed on and on', () => {
  it('M18: closed it counts once with its accepted handoffs; closed again in the month it is the same one, with one more', async () => {
    const issueKey = await site.createInDevelopment('Closed twice');
    await handOn(issueKey, there, 'sender', 'receiver');
    expect(await site.screen('sender', issueKey)).not.toHaveProperty('handedOver');
    expect(await closed()).toEqual([]);
    const move = async (status: string): Promise<void> => {
      expect((await site.move('receiver', issueKey, status)).status).toBe(204);
      await site.idle();
    };
    await move('Done');
    expect(await closed()).toEqual([{ 1: 1 }]);
    await move('In Development');
    await site.rest('sender', 'PUT', `/issue/${issueKey}/assignee`, { accountId: site.account('sender') });
    await handOn(issueKey, there, 'sender', 'receiver');
    expect(await closed()).toEqual([{ 1: 1 }]);
    await move('Done');
    expect(await closed()).toEqual([{ 2: 1 }]);
  });

  it('S-128, S-022, M09: its fourth handoff counts across types, and that it went to and fro; the numbers made anew say the same', async () => {
    const back = await site.addWayBack('SHOP', there);
    const issueKey = await site.createInDevelopment('Four times');
    const facts = [
      await handOn(issueKey, there, 'sender', 'receiver'),
      await handOn(issueKey, back, 'receiver', 'sender'),
      await handOn(issueKey, there, 'sender', 'receiver'),
      await handOn(issueKey, back, 'receiver', 'sender'),
    ];
    expect(facts).toMatchObject([
      {},
      { chainPosition: 2, reversals: 1 },
      { chainPosition: 3, reversals: 2 },
      { chainPosition: 4, reversals: 3 },
    ]);
    const numbers = async () => (await health()).types.map(({ name, months }) => [name, months[0]?.longChains, months[0]?.wentToAndFro]);
    const counted = [
      ['Dev → QA', 0, 1],
      ['QA → Dev', 1, 1],
    ];
    expect((await site.screen('sender', issueKey)).handedOver).toBe(4);
    expect(await numbers()).toEqual(counted);
    await site.value('projectAdmin', 'settings.rebuildNumbers', { since: null, cursor: null }, PLACE);
    await site.idle();
    expect(await numbers()).toEqual(counted);
    expect(await closed()).toEqual([{ 2: 1 }]);
  });
});
