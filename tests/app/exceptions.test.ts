import type { HandoffType } from '../../src/domain/type/handoff-type';
import { AppSite, type Part } from '../support/app-site';
import { anItem } from '../support/handoff-world';
import { SiteRows } from '../support/site-rows';

let site: AppSite;
let rows: SiteRows;
let type: HandoffType;

beforeAll(async () => {
  site = await AppSite.start();
  rows = new SiteRows(site);
  type = await site.turnOn('SHOP', { options: { accountableId: site.account('lead'), waiversAllowed: true } });
});
afterEach(() => site.clearFaults());
afterAll(async () => {
  rows.close();
  await site.close();
});

/** Moves past the gate, as an admin without the rule could. */
async function moveUngated(part: Part, issueKey: string): Promise<void> {
  await site.value('jiraAdmin', 'admin.switchRules', { enabled: false }, {});
  expect((await site.move(part, issueKey, 'In QA')).status).toBe(204);
  await site.idle();
  await site.value('jiraAdmin', 'admin.switchRules', { enabled: true }, {});
}

const waive = (part: Part, issueKey: string) =>
  site.call(
    part,
    'handoff.waive',
    { commandId: site.commandId(), typeId: type.typeId, reason: 'The shop is down', kinds: ['left'] },
    { issueKey },
  );

async function eventsOf(issueKey: string, handoffId: string) {
  const { entries } = await site.value('sender', 'handoff.timeline', { commandId: site.commandId(), handoffId }, { issueKey });
  return entries;
}

const bypassEvents = async (issueKey: string, handoffId: string) =>
  (await eventsOf(issueKey, handoffId)).filter(({ event }) => event === 'gate.bypassed');

describe('a move without a handoff', () => {
  it('S-076 E9: is kept with who moved it, asks both sides, is never moved back, and ends with the handoff', async () => {
    const issueKey = await site.createInDevelopment('Moved past the gate');
    await moveUngated('sender', issueKey);
    const { id } = (await site.screen('sender', issueKey)).issue;
    expect(await bypassEvents(issueKey, `${id}-${type.typeId}-0`)).toMatchObject([
      { actorId: site.account('sender'), actorKind: 'user', path: 'move' },
    ]);
    for (const part of ['sender', 'receiver'] as const)
      expect(await site.card(part, issueKey)).toMatchObject({ handoff: null, bypass: { by: site.account('sender') } });
    expect(await site.statusOf(issueKey)).toBe('In QA');

    const { handoffId } = await site.prepare(issueKey, type);
    expect((await site.card('sender', issueKey)).bypass).toBeDefined();
    await site.value('sender', 'handoff.handOff', { commandId: site.commandId(), handoffId }, { issueKey });
    expect((await site.card('receiver', issueKey)).bypass).toBeUndefined();
    expect(await site.handoff('receiver', issueKey)).toMatchObject({ state: 'OFFERED' });
  });

  it('S-076: is kept too where an item is asked for only sometimes', async () => {
    const { items } = type;
    const sometimes = anItem('rollback', { title: 'Way back', appliesIf: { fieldId: 'labels', equals: 'risky' } });
    await site.turnOn('SHOP', { items: [...items, sometimes] });
    const issueKey = await site.createInDevelopment('Moved past a gate that asks Jira');
    await moveUngated('sender', issueKey);
    await site.turnOn('SHOP', { items });
    expect(await site.card('sender', issueKey)).toMatchObject({ handoff: null, bypass: { by: site.account('sender') } });
  });

  it('S-076: one that passed a draft with something left stands in the draft’s own log', async () => {
    const issueKey = await site.createInDevelopment('Half a draft');
    const { handoffId } = await site.edit('sender', issueKey, type, [
      { field: 'section', id: 'situation', value: 'Half of it', basedOn: 0 },
    ]);
    await moveUngated('receiver', issueKey);
    expect(await bypassEvents(issueKey, handoffId)).toMatchObject([{ actorId: site.account('receiver') }]);
    expect((await site.handoff('sender', issueKey)).bypasses).toBe(1);
  });

  it('E8: complete, it is handed off and nothing is kept against it', async () => {
    const issueKey = await site.createInDevelopment('Complete');
    const { handoffId } = await site.prepare(issueKey, type);
    await moveUngated('sender', issueKey);
    expect((await eventsOf(issueKey, handoffId)).map(({ event }) => event)).not.toContain('gate.bypassed');
  });

  it('E7: of several moved at once each is kept by itself', async () => {
    const keys = [await site.createInDevelopment('One of two'), await site.createInDevelopment('Two of two')];
    await site.value('jiraAdmin', 'admin.switchRules', { enabled: false }, {});
    await Promise.all(keys.map((key) => site.move('sender', key, 'In QA')));
    await site.idle();
    await site.value('jiraAdmin', 'admin.switchRules', { enabled: true }, {});
    for (const key of keys) expect((await site.card('sender', key)).bypass).toBeDefined();
  });

  it('S-079: with the gate paused, or a rule that only watches, it is counted there and not as one past the gate', async () => {
    const paused = await site.createInDevelopment('Paused');
    const { rev } = await site.value('projectAdmin', 'settings.get', {}, { projectKey: 'SHOP' });
    const { rev: next } = await site.value(
      'projectAdmin',
      'settings.switchType',
      { rev, typeId: type.typeId, gatePaused: true },
      { projectKey: 'SHOP' },
    );
    expect((await site.move('sender', paused, 'In QA')).status).toBe(204);
    await site.idle();
    await site.value('projectAdmin', 'settings.switchType', { rev: next, typeId: type.typeId, gatePaused: false }, { projectKey: 'SHOP' });
    expect((await site.screen('sender', paused)).rev).toBe(0);

    await site.setRule('SHOP', 'Send to QA', { requires: 'prepared', mode: 'observe' });
    const watched = await site.createInDevelopment('Watched');
    expect((await site.move('sender', watched, 'In QA')).status).toBe(204);
    await site.idle();
    await site.setRule('SHOP', 'Send to QA', { requires: 'prepared' });
    expect((await site.screen('sender', watched)).rev).toBe(0);
  });
});

describe('somebody answers for the type', () => {
  it('T24 S-076: lets one move pass with a reason that the receiver reads, and no second one', async () => {
    const issueKey = await site.createInDevelopment('Let past');
    const { handoffId } = await site.edit('sender', issueKey, type, [
      { field: 'section', id: 'situation', value: 'The shop is down, this brings it back', basedOn: 0 },
      { field: 'receiver', value: { kind: 'person', accountId: site.account('receiver') }, basedOn: 0 },
    ]);
    expect((await site.move('sender', issueKey, 'In QA')).status).toBe(400);
    expect((await site.card('lead', issueKey)).viewerMayWaive).toBe(true);
    expect((await site.card('sender', issueKey)).viewerMayWaive).toBeUndefined();
    expect(await waive('sender', issueKey)).toMatchObject({ ok: false, error: { code: 'FORBIDDEN' } });
    expect((await waive('lead', issueKey)).ok).toBe(true);
    expect((await site.move('sender', issueKey, 'In QA')).status).toBe(204);
    await site.idle();
    const handoff = await site.handoff('receiver', issueKey);
    expect(handoff).toMatchObject({ state: 'OFFERED', waivers: [{ by: site.account('lead'), reason: 'The shop is down' }] });
    expect(handoff.offer?.waived).toContain('pull_request');
    const events = (await eventsOf(issueKey, handoffId)).map(({ event }) => event);
    expect(events.filter((event) => event.startsWith('waiver.') || event === 'gate.bypassed')).toEqual(['waiver.granted', 'waiver.used']);
    const command = { commandId: site.commandId(), handoffId, reason: 'The link is missing', itemIds: ['pull_request'], sectionIds: [] };
    await site.value('receiver', 'handoff.return', command, { issueKey });
    await site.idle();
    expect((await site.move('sender', issueKey, 'In QA')).status).toBe(400);
  });

  it('T24: a member of the group the type names may let a move pass, somebody else may not', async () => {
    const options = { ...type.options, waiverGroup: { groupId: '6f0c1d52-3b7e-4a68-9c15-d2e4f8a7b302', groupName: 'qa-team' } };
    await site.turnOn('SHOP', { options });
    const issueKey = await site.createInDevelopment('Let past by a member');
    await site.edit('sender', issueKey, type, [
      { field: 'section', id: 'situation', value: 'The shop is down, this brings it back', basedOn: 0 },
      { field: 'receiver', value: { kind: 'person', accountId: site.account('projectAdmin') }, basedOn: 0 },
    ]);
    expect((await site.card('jiraAdmin', issueKey)).viewerMayWaive).toBeUndefined();
    expect(await waive('jiraAdmin', issueKey)).toMatchObject({ ok: false, error: { code: 'FORBIDDEN' } });
    expect((await site.card('receiver', issueKey)).viewerMayWaive).toBe(true);
    expect((await waive('receiver', issueKey)).ok).toBe(true);
    expect((await site.move('sender', issueKey, 'In QA')).status).toBe(204);
    await site.idle();
    await site.turnOn('SHOP', { options: type.options ?? {} });
    expect((await site.handoff('sender', issueKey)).waivers).toMatchObject([{ by: site.account('receiver'), reason: 'The shop is down' }]);
  });

  it('T24: unused it runs out after 24 hours', async () => {
    const issueKey = await site.createInDevelopment('Never used');
    await site.edit('sender', issueKey, type, [{ field: 'section', id: 'situation', value: 'Half of it', basedOn: 0 }]);
    await waive('lead', issueKey);
    await site.advance(24 * 3_600_000);
    await site.idle();
    expect((await site.move('sender', issueKey, 'In QA')).status).toBe(400);
  });

  it('T14 E1: after it was taken gives it to somebody else; who had it is told once', async () => {
    const issueKey = await site.createInDevelopment('Taken, then reassigned');
    const { handoffId } = await site.handOver(issueKey, type);
    const command = { commandId: site.commandId(), handoffId };
    await site.value('receiver', 'handoff.ask', { ...command, text: 'Which account?' }, { issueKey });
    const receiver = { kind: 'person', accountId: site.account('projectAdmin') };
    const change = { ...command, commandId: site.commandId(), receiver };
    expect(await site.code('sender', 'handoff.changeReceiver', change, { issueKey })).toBe('INVALID_STATE');
    expect(await site.code('lead', 'handoff.changeReceiver', { ...change, commandId: site.commandId() }, { issueKey })).toBeNull();
    await site.idle();
    const subjects = site
      .mails()
      .filter((mail) => mail.fromApp && mail.issueKey === issueKey)
      .map(({ subject }) => subject);
    expect(subjects.filter((subject) => subject.includes('somebody else takes this'))).toHaveLength(1);
    expect(subjects).toHaveLength(3);
    expect(await site.code('receiver', 'handoff.take', { commandId: site.commandId(), handoffId }, { issueKey })).toBe('FORBIDDEN');
  });

  it('T15 T16 I6: a project admin changes the sender and withdraws what was taken, and never accepts', async () => {
    const issueKey = await site.createInDevelopment('The sender left');
    const offered = await site.handOver(issueKey, type);
    const on = () => ({ commandId: site.commandId(), handoffId: offered.handoffId });
    await site.value('receiver', 'handoff.ask', { ...on(), text: 'Which account?' }, { issueKey });
    expect(
      await site.code('projectAdmin', 'handoff.accept', { ...on(), digest: offered.offer?.digest, nextStep: null }, { issueKey }),
    ).toBe('FORBIDDEN');
    const sender = site.account('lead');
    expect(await site.code('sender', 'handoff.changeSender', { ...on(), sender, reason: 'I leave' }, { issueKey })).toBe('FORBIDDEN');
    await site.value('projectAdmin', 'handoff.changeSender', { ...on(), sender, reason: 'Maya left the company' }, { issueKey });
    expect((await site.handoff('receiver', issueKey)).sender.value).toBe(sender);
    expect(await site.code('sender', 'handoff.withdraw', { ...on(), reason: 'Not needed' }, { issueKey })).toBe('INVALID_STATE');
    await site.value('projectAdmin', 'handoff.withdraw', { ...on(), reason: 'The release is off' }, { issueKey });
    expect((await site.card('receiver', issueKey)).ended).toMatchObject({ state: 'CANCELLED', reason: 'The release is off' });
  });

  it('E1: where whoever took it has left, the sender reads it and asks somebody else', async () => {
    const issueKey = await site.createInDevelopment('The receiver left');
    const { handoffId } = await site.handOver(issueKey, type);
    await site.value('receiver', 'handoff.ask', { commandId: site.commandId(), handoffId, text: 'Which account?' }, { issueKey });
    await site.idle();
    const state = await site.exportState();
    rows.changeDocument<object>('user', site.account('receiver'), (user) => ({ ...user, active: false }));
    expect(await site.card('sender', issueKey)).toMatchObject({ gone: { sender: false, receiver: true } });
    const receiver = { kind: 'person', accountId: site.account('lead') };
    const change = { commandId: site.commandId(), handoffId, receiver };
    expect(await site.code('sender', 'handoff.changeReceiver', change, { issueKey })).toBeNull();
    expect((await site.card('sender', issueKey)).gone).toBeUndefined();
    await site.importState(state);
  });

  it('E21: a receiver who no longer sees the work item can accept nothing; the sending side asks somebody else', async () => {
    const issueKey = await site.createInDevelopment('Hidden from the receiver');
    const offered = await site.handOver(issueKey, type);
    const { body } = await site.rest('sender', 'GET', '/project/SHOP/securitylevel');
    const level = (body as { levels: { id: string }[] }).levels[0]?.id;
    await site.rest('sender', 'PUT', `/issue/${issueKey}`, { fields: { security: { id: level } } });
    await site.idle();
    const accept = { commandId: site.commandId(), handoffId: offered.handoffId, digest: offered.offer?.digest, nextStep: null };
    expect(await site.code('receiver', 'handoff.accept', accept, { issueKey })).toBe('NOT_FOUND');
    const receiver = { kind: 'person', accountId: site.account('projectAdmin') };
    const change = { commandId: site.commandId(), handoffId: offered.handoffId, receiver };
    expect(await site.code('sender', 'handoff.changeReceiver', change, { issueKey })).toBeNull();
  });
});
