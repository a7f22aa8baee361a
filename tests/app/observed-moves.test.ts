import type { HandoffType } from '../../src/domain/type/handoff-type';
import { AppSite } from '../support/app-site';

let site: AppSite;
let type: HandoffType;

beforeAll(async () => {
  site = await AppSite.start();
  type = await site.turnOn();
});
afterEach(() => site.clearFaults());
afterAll(() => site.close());

/** Moves past the gate, as an admin without the rule could. */
async function moveUngated(issueKey: string, toStatusName: string): Promise<void> {
  await site.value('jiraAdmin', 'admin.switchRules', { enabled: false }, {});
  expect((await site.move('sender', issueKey, toStatusName)).status).toBe(204);
  await site.value('jiraAdmin', 'admin.switchRules', { enabled: true }, {});
}

describe('moves Baton only hears of', () => {
  it('a move with something left offers nothing: the record says it moved while incomplete', async () => {
    const issueKey = await site.createInDevelopment('Moved too early');
    await site.edit('sender', issueKey, type, [{ field: 'section', id: 'situation', value: 'Half of it', basedOn: 0 }]);
    await moveUngated(issueKey, 'In QA');
    await site.idle();
    const handoff = await site.handoff('sender', issueKey);
    expect(handoff.state).toBe('DRAFT');
    expect(handoff.movedIncompleteAt).not.toBeNull();
  });

  it('an event that never came is made up for when the panel opens', async () => {
    const issueKey = await site.createInDevelopment('Event lost');
    await site.prepare(issueKey, type);
    await site.idle();
    await site.fault({ service: 'kvs', match: '/api/v1/entity/get', status: 503, times: 'always' });
    await site.fault({ service: 'events', drop: true, times: 'always' });
    await moveUngated(issueKey, 'In QA').catch(() => undefined);
    await site.idle();
    await site.clearFaults();
    expect(await site.statusOf(issueKey)).toBe('In QA');
    expect((await site.card('sender', issueKey)).handoff?.state).toBe('OFFERED');
  });

  it('in a list nothing is decided past a move whose event never came: the next look shows what it meant', async () => {
    const issueKey = await site.createInDevelopment('Event lost, decided in a list');
    const { handoffId, offer } = await site.handOver(issueKey, type);
    const { id: issueId } = (await site.value('receiver', 'handoff.get', {}, { issueKey })).issue;
    await site.fault({ service: 'kvs', match: '/api/v1/entity/get', status: 503, times: 'always' });
    await site.fault({ service: 'events', drop: true, times: 'always' });
    await site.move('sender', issueKey, 'In Development');
    await site.idle();
    await site.clearFaults();
    const look = () => site.value('receiver', 'handoff.get', { issueId }, { projectKey: 'SHOP' });
    await site.fault({ service: 'events', drop: true, times: 'always' });
    expect((await look()).cards[0]?.handoff?.state).toBe('OFFERED');
    expect(await site.logText()).not.toContain('heal.failed');
    await site.clearFaults();
    const accept = { issueId, handoffId, digest: offer?.digest ?? '', nextStep: null };
    const inList = () => site.code('receiver', 'handoff.accept', { ...accept, commandId: site.commandId() }, { projectKey: 'SHOP' });
    expect(await inList()).toBe('VERSION_CONFLICT');
    await site.idle();
    expect((await look()).cards[0]?.handoff?.state).toBe('RETURNED');
    expect(await inList()).toBe('INVALID_STATE');
  });

  it('the five-minute schedule makes up for it too, without anybody opening anything', async () => {
    const issueKey = await site.createInDevelopment('Event lost, nobody looks');
    const { handoffId } = await site.prepare(issueKey, type);
    await site.idle();
    await site.fault({ service: 'kvs', match: '/api/v1/entity/get', status: 503, times: 'always' });
    await site.fault({ service: 'events', drop: true, times: 'always' });
    await moveUngated(issueKey, 'In QA').catch(() => undefined);
    await site.idle();
    await site.clearFaults();
    await site.advance(11 * 60_000);
    await site.idle();
    expect(site.mails().some((mail) => mail.fromApp && mail.issueKey === issueKey)).toBe(true);
    const { entries } = await site.value('sender', 'handoff.timeline', { commandId: site.commandId(), handoffId }, { issueKey });
    expect(entries.map(({ event }) => event)).toContain('offered');
  });

  it('T12: the receiver who drags it back returns it, and may say why later', async () => {
    const issueKey = await site.createInDevelopment('Dragged back');
    await site.handOver(issueKey, type);
    expect((await site.move('receiver', issueKey, 'In Development')).status).toBe(204);
    await site.idle();
    const handoff = await site.handoff('sender', issueKey);
    expect(handoff).toMatchObject({ state: 'RETURNED', returns: [{ by: site.account('receiver'), reason: '' }] });
  });

  it('T12: moved back by anybody else it is returned as well', async () => {
    const issueKey = await site.createInDevelopment('Dragged back by the sender');
    await site.handOver(issueKey, type);
    await site.move('sender', issueKey, 'In Development');
    await site.idle();
    expect((await site.handoff('sender', issueKey)).state).toBe('RETURNED');
  });

  it('E2: several events of one move have one effect', async () => {
    const issueKey = await site.createInDevelopment('Heard twice');
    await site.prepare(issueKey, type);
    await site.move('sender', issueKey, 'In QA');
    await site.idle();
    const handoff = await site.handoff('receiver', issueKey);
    await site.screen('sender', issueKey);
    await site.advance(6 * 60_000);
    await site.idle();
    expect(await site.handoff('receiver', issueKey)).toMatchObject({ attempt: 1, offer: { at: handoff.offer?.at } });
    expect(site.mails().filter((mail) => mail.fromApp && mail.issueKey === issueKey)).toHaveLength(1);
  });

  it('E17: a deleted work item is owed nothing more', async () => {
    const issueKey = await site.createInDevelopment('Deleted');
    await site.handOver(issueKey, type);
    await site.takeCalls();
    await site.deleteIssue('projectAdmin', issueKey);
    await site.advance(10 * 60_000);
    await site.idle();
    expect(
      (await site.takeCalls()).filter(
        ({ service, path }) => service === 'jira' && (path.includes('/notify') || path.includes('/app/field')),
      ),
    ).toEqual([]);
    expect(
      (await site.value('receiver', 'project.home', {}, { projectKey: 'SHOP' })).waitingForMe.map((row) => row.issueKey),
    ).not.toContain(issueKey);
  });
});

describe('types that open at acceptance', () => {
  it('hand off in place; accepting tries the move as the receiver', async () => {
    const opening = await site.turnOn('SHOP', { opensAt: 'acceptance' });
    const unfit = await site.value('projectAdmin', 'settings.checkRules', {}, { projectKey: 'SHOP' });
    expect(unfit.ruleStatus[0]?.installed).toBe('no');
    await site.setRule('SHOP', 'Send to QA', { requires: 'accepted' });
    const issueKey = await site.createInDevelopment('Opens at acceptance');
    const { handoffId } = await site.prepare(issueKey, opening);
    const { outcome } = await site.value('sender', 'handoff.handOff', { commandId: site.commandId(), handoffId }, { issueKey });
    expect(outcome).toBe('handedOff');
    expect(await site.statusOf(issueKey)).toBe('In Development');
    const { move } = await site.accept(issueKey, await site.handoff('receiver', issueKey));
    expect(move).toBe('moved');
    expect(await site.statusOf(issueKey)).toBe('In QA');
    await site.idle();
    expect((await site.handoff('receiver', issueKey)).state).toBe('ACCEPTED');
    await site.turnOn('SHOP', { opensAt: 'offer' });
    await site.setRule('SHOP', 'Send to QA', { requires: 'prepared' });
  });
});

describe('withdrawing and starting again', () => {
  it('T16: a withdrawn handoff can be started again with what it held', async () => {
    const issueKey = await site.createInDevelopment('Withdrawn');
    const { handoffId } = await site.handOver(issueKey, type);
    await site.value(
      'sender',
      'handoff.withdraw',
      { commandId: site.commandId(), handoffId, reason: 'Found a fault in it myself' },
      { issueKey },
    );
    await site.idle();
    await site.move('sender', issueKey, 'In Development');
    await site.idle();
    const ended = (await site.card('sender', issueKey)).ended;
    expect(ended).toMatchObject({ state: 'CANCELLED', handoffId });
    const again = await site.value('sender', 'handoff.startAgain', { commandId: site.commandId(), handoffId }, { issueKey });
    expect(again.cards[0]?.handoff).toMatchObject({
      state: 'DRAFT',
      items: { where_to_test: { value: { kind: 'text', text: 'Staging 4, account qa-7' } } },
    });
    expect(again.cards[0]?.left.map(({ id }) => id)).toEqual(['known_issues']);
  });
});

describe('a paused gate', () => {
  it('S-079: lets pass, and the month counts it', async () => {
    const place = { projectKey: 'SHOP' };
    const { rev } = await site.value('projectAdmin', 'settings.get', {}, place);
    await site.value('projectAdmin', 'settings.switchType', { rev, typeId: type.typeId, gatePaused: true }, place);
    const issueKey = await site.createInDevelopment('Gate is paused');
    expect((await site.move('sender', issueKey, 'In QA')).status).toBe(204);
    await site.idle();
    const home = await site.value('lead', 'project.home', {}, place);
    expect(home.months[0]?.passedWhilePaused).toBe(1);
    await site.value('projectAdmin', 'settings.switchType', { rev: rev + 1, typeId: type.typeId, gatePaused: false }, place);
  });
});

describe('a work item that comes back while its accepted handoff may still be rated', () => {
  it('E29: shows both, and a save begins the next one without touching the first', async () => {
    const issueKey = await site.createInDevelopment('Both at once');
    const handoff = await site.handOver(issueKey, type);
    await site.accept(issueKey, handoff);
    await site.move('receiver', issueKey, 'In Development');
    await site.idle();
    expect((await site.screen('receiver', issueKey)).cards.map((card) => card.handoff?.state ?? null)).toEqual(['ACCEPTED', null]);
    const next = await site.edit('sender', issueKey, type, [
      { field: 'section', id: 'situation', value: 'A second round of work', basedOn: 0 },
    ]);
    expect(next.handoffId).toMatch(/-2$/u);
    expect((await site.screen('receiver', issueKey)).cards.map((card) => card.handoff?.state)).toEqual(['ACCEPTED', 'DRAFT']);
  });
});
