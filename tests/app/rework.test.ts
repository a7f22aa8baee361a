import type { Handoff } from '../../src/domain/handoff/handoff';
import type { HandoffType } from '../../src/domain/type/handoff-type';
import { STATUS } from '../../local-jira/demo/workflows';
import { AppSite } from '../support/app-site';
import { SiteRows } from '../support/site-rows';

const DAY_MS = 24 * 3_600_000;

let site: AppSite;
let type: HandoffType;

beforeAll(async () => {
  site = await AppSite.start();
  type = await site.turnOn();
});
afterAll(() => site.close());

async function accepted(summary: string): Promise<{ issueKey: string; handoff: Handoff }> {
  const issueKey = await site.createInDevelopment(summary);
  await site.accept(issueKey, await site.handOver(issueKey, type));
  await site.idle();
  return { issueKey, handoff: await site.handoff('receiver', issueKey) };
}

const missing = (handoffId: string) => ({
  commandId: site.commandId(),
  handoffId,
  text: 'The account was locked',
  itemIds: ['where_to_test'],
  sectionIds: [],
});

const timelineOf = async (issueKey: string, handoffId: string) =>
  (await site.value('sender', 'handoff.timeline', { commandId: site.commandId(), handoffId }, { issueKey })).entries;

describe('something had to be done again (T22)', () => {
  it('T22: what the receiver found missing after the close stands in the line, the history and the month', async () => {
    const { issueKey, handoff } = await accepted('Found out later');
    await site.advance(8 * DAY_MS);
    await site.idle();
    expect((await site.card('receiver', issueKey)).ended).toMatchObject({ state: 'CLOSED' });
    const payload = missing(handoff.handoffId);
    const screen = await site.value('receiver', 'handoff.recordRework', payload, { issueKey });
    expect(screen.cards[0]?.ended?.reworks).toMatchObject([{ kind: 'receiver', itemIds: ['where_to_test'] }]);
    await site.value('receiver', 'handoff.recordRework', payload, { issueKey });
    await site.idle();
    const events = await timelineOf(issueKey, handoff.handoffId);
    expect(events.filter(({ event }) => event === 'rework.recorded')).toMatchObject([{ detail: 'Where to test: The account was locked' }]);
    const { months } = await site.value('sender', 'project.home', {}, { projectKey: 'SHOP' });
    expect(months.some(({ mostMissed }) => mostMissed?.itemId === 'where_to_test')).toBe(true);
    await site.advance(23 * DAY_MS);
    expect(await site.code('receiver', 'handoff.recordRework', missing(handoff.handoffId), { issueKey })).toBe('WINDOW_CLOSED');
  });

  it('T22, S-022: a move back after acceptance is recorded once by Baton, before the close and after it', async () => {
    const { issueKey, handoff } = await accepted('Came back twice');
    await site.move('receiver', issueKey, 'In Development');
    await site.idle();
    const live = (await site.screen('sender', issueKey)).cards.flatMap(({ handoff: one }) => one?.reworks ?? []);
    expect(live).toMatchObject([{ kind: 'status', by: null, text: null }]);
    await site.rest('sender', 'PUT', `/issue/${issueKey}/assignee`, { accountId: site.account('sender') });
    const { handoffId } = await site.prepare(issueKey, type);
    await site.value('sender', 'handoff.handOff', { commandId: site.commandId(), handoffId }, { issueKey });
    const again = (await site.screen('receiver', issueKey)).cards
      .flatMap(({ handoff: one }) => one ?? [])
      .find((one) => one.handoffId === handoffId);
    if (again === undefined) throw new Error('it was not handed off again');
    await site.accept(issueKey, again);
    await site.advance(8 * DAY_MS);
    await site.idle();
    await site.move('receiver', issueKey, 'In Development');
    await site.idle();
    const of = async (handoffId: string) =>
      (await timelineOf(issueKey, handoffId)).filter(({ event }) => event === 'rework.recorded').map(({ actorKind }) => actorKind);
    expect(await of(handoff.handoffId)).toEqual(['system']);
    expect(await of(again.handoffId)).toEqual(['system']);
  });
});

describe('the first work on a handoff (M04)', () => {
  it('M04: entering a status the receiver works in is recorded once by Baton, also after the close; a type that names none records nothing', async () => {
    const done = await site.createInDevelopment('Counts nothing');
    await site.accept(done, await site.handOver(done, type));
    await site.move('receiver', done, 'Done');
    await site.idle();
    type = await site.turnOn('SHOP', { options: { workStatusIds: [STATUS.done] } });
    const { issueKey, handoff } = await accepted('Begun at once');
    const late = await accepted('Begun later');
    await site.move('receiver', issueKey, 'Done');
    await site.idle();
    await site.advance(8 * DAY_MS);
    await site.idle();
    expect((await site.card('receiver', late.issueKey)).ended).toMatchObject({ state: 'CLOSED' });
    await site.move('receiver', late.issueKey, 'Done');
    await site.idle();
    const begun = async (key: string, handoffId: string) =>
      (await timelineOf(key, handoffId)).filter(({ event }) => event === 'work.started').map(({ actorKind }) => actorKind);
    expect(await begun(issueKey, handoff.handoffId)).toEqual(['system']);
    expect(await begun(late.issueKey, late.handoff.handoffId)).toEqual(['system']);
    const rows = new SiteRows(site);
    const firstWork = rows.keys('handoff-row').map((key) => JSON.stringify(rows.value('handoff-row', key)).includes('firstWorkAt'));
    rows.close();
    expect(firstWork.filter(Boolean)).toHaveLength(2);
  });
});
