import type { HandoffType } from '../../src/domain/type/handoff-type';
import { ALL_ANSWERS, AppSite } from '../support/app-site';

let site: AppSite;
let type: HandoffType;

beforeAll(async () => {
  site = await AppSite.start();
  type = await site.turnOn();
});
afterEach(() => site.clearFaults());
afterAll(() => site.close());

describe('a move that a decision owes', () => {
  it('T11: a failed move after accepting stays on offer to the receiver alone until the work item moved', async () => {
    const opening = await site.turnOn('SHOP', { opensAt: 'acceptance' });
    await site.setRule('SHOP', 'Send to QA', { requires: 'accepted' });
    const issueKey = await site.createInDevelopment('Accepted, not moved');
    const { handoffId } = await site.prepare(issueKey, opening);
    await site.value('sender', 'handoff.handOff', { commandId: site.commandId(), handoffId }, { issueKey });
    const handoff = await site.handoff('receiver', issueKey);
    await site.fault({ service: 'jira', match: 'transitions', status: 503, times: 'always' });
    expect((await site.accept(issueKey, handoff)).move).toBe('failed');
    expect((await site.card('receiver', issueKey)).moveToDo).toBe(true);
    expect((await site.card('sender', issueKey)).moveToDo).toBe(false);
    const retry = { commandId: site.commandId(), handoffId };
    expect((await site.value('receiver', 'handoff.retryMove', retry, { issueKey })).move).toBe('failed');
    await site.clearFaults();
    expect(await site.code('sender', 'handoff.retryMove', retry, { issueKey })).toBe('FORBIDDEN');
    const done = await site.value('receiver', 'handoff.retryMove', retry, { issueKey });
    expect(done.move).toBe('moved');
    expect(done.screen.cards[0]?.moveToDo).toBe(false);
    await site.idle();
    expect(await site.statusOf(issueKey)).toBe('In QA');
    expect((await site.value('receiver', 'handoff.retryMove', retry, { issueKey })).move).toBe('none');
    await site.move('receiver', issueKey, 'In Development');
    await site.idle();
    expect((await site.screen('receiver', issueKey)).cards.map(({ moveToDo }) => moveToDo)).not.toContain(true);
    await site.turnOn('SHOP', { opensAt: 'offer' });
    await site.setRule('SHOP', 'Send to QA', { requires: 'prepared' });
  });

  it('T12: a failed move back after returning is tried again too', async () => {
    const issueKey = await site.createInDevelopment('Returned, not moved');
    const { handoffId } = await site.handOver(issueKey, type);
    await site.fault({ service: 'jira', match: 'transitions', status: 503, times: 'always' });
    const given = { commandId: site.commandId(), handoffId, reason: 'The staging account is locked', itemIds: [], sectionIds: [] };
    expect((await site.value('receiver', 'handoff.return', given, { issueKey })).move).toBe('failed');
    await site.clearFaults();
    expect((await site.card('receiver', issueKey)).moveToDo).toBe(true);
    expect((await site.value('receiver', 'handoff.retryMove', { commandId: site.commandId(), handoffId }, { issueKey })).move).toBe(
      'moved',
    );
    expect(await site.statusOf(issueKey)).toBe('In Development');
  });

  it('an acceptance that is repeated makes up for what its first run could not finish', async () => {
    const issueKey = await site.createInDevelopment('Accepted, not assigned');
    const { handoffId, offer } = await site.handOver(issueKey, type);
    const payload = { commandId: site.commandId(), handoffId, digest: offer?.digest, nextStep: null };
    await site.fault({ service: 'jira', match: '/assignee', status: 503, times: 'always' });
    expect((await site.value('receiver', 'handoff.accept', payload, { issueKey })).assignment).toBe('failed');
    await site.clearFaults();
    expect((await site.value('receiver', 'handoff.accept', payload, { issueKey })).assignment).toBe('assigned');
  });
});

describe('after a return', () => {
  it('T13: one that named nothing is handed off again as it stands, through the gate', async () => {
    const issueKey = await site.createInDevelopment('Nothing named');
    const { handoffId } = await site.handOver(issueKey, type);
    await site.value(
      'receiver',
      'handoff.return',
      { commandId: site.commandId(), handoffId, reason: 'The staging account is locked', itemIds: [], sectionIds: [] },
      { issueKey },
    );
    await site.idle();
    expect((await site.move('sender', issueKey, 'In QA')).messages[0]).toMatch(/^Not signed off: QA returned/u);
    expect((await site.card('sender', issueKey)).left).toEqual([]);
    const { outcome } = await site.value('sender', 'handoff.handOff', { commandId: site.commandId(), handoffId }, { issueKey });
    expect(outcome).toBe('handedOff');
    await site.idle();
    expect(await site.handoff('receiver', issueKey)).toMatchObject({ state: 'OFFERED', attempt: 2 });
    expect(await site.statusOf(issueKey)).toBe('In QA');
  });

  it('T13: one with something still to fix is not', async () => {
    const issueKey = await site.createInDevelopment('Something named');
    const { handoffId } = await site.handOver(issueKey, type);
    await site.value(
      'receiver',
      'handoff.return',
      { commandId: site.commandId(), handoffId, reason: '', itemIds: ['where_to_test'], sectionIds: [] },
      { issueKey },
    );
    const { outcome } = await site.value('sender', 'handoff.handOff', { commandId: site.commandId(), handoffId }, { issueKey });
    expect(outcome).toBe('incomplete');
    expect((await site.handoff('sender', issueKey)).state).toBe('RETURNED');
  });
});

describe('who may hand off', () => {
  it('whoever can edit hands off for the sender, who stays the sender', async () => {
    const issueKey = await site.createInDevelopment('Handed off by a colleague');
    const { handoffId } = await site.prepare(issueKey, type);
    const { outcome } = await site.value('lead', 'handoff.handOff', { commandId: site.commandId(), handoffId }, { issueKey });
    expect(outcome).toBe('handedOff');
    await site.idle();
    expect(await site.handoff('receiver', issueKey)).toMatchObject({
      state: 'OFFERED',
      sender: { value: site.account('sender') },
      offer: { by: site.account('lead') },
    });
  });
});

describe('withdrawing', () => {
  it('T16 S-121: a draft that was never handed over can be started again with everything in it but "None known", which is said anew', async () => {
    const issueKey = await site.createInDevelopment('Withdrawn early');
    const { handoffId } = await site.edit('sender', issueKey, type, ALL_ANSWERS);
    await site.value('sender', 'handoff.withdraw', { commandId: site.commandId(), handoffId, reason: 'Not yet' }, { issueKey });
    await site.idle();
    const again = await site.value('sender', 'handoff.startAgain', { commandId: site.commandId(), handoffId }, { issueKey });
    expect(again.cards[0]?.handoff).toMatchObject({
      items: { where_to_test: { value: { kind: 'text', text: 'Staging 4, account qa-7' } } },
      note: { recommendation: { value: 'Look at refunds first' } },
    });
    expect(again.cards[0]?.handoff?.items['known_issues']?.value ?? null).toBeNull();
  });
});

describe('groups and roles', () => {
  it('S-028: a role the sender chose sees it in its list, whatever the type asks for', async () => {
    const place = { projectKey: 'SHOP' };
    const { roles } = await site.value('projectAdmin', 'settings.get', {}, place);
    const roleId = roles.find(({ name }) => name === 'QA')?.id ?? '';
    const issueKey = await site.createInDevelopment('For a role the sender chose');
    const { handoffId } = await site.edit('sender', issueKey, type, [
      ...ALL_ANSWERS,
      { field: 'receiver', value: { kind: 'role', roleId }, basedOn: 0 },
    ]);
    await site.value('sender', 'handoff.handOff', { commandId: site.commandId(), handoffId }, { issueKey });
    await site.idle();
    const waitingFor = async (part: 'receiver' | 'projectAdmin') =>
      (await site.value(part, 'project.home', {}, place)).waitingForMe.map((row) => row.issueKey);
    expect(await waitingFor('receiver')).toContain(issueKey);
    expect(await waitingFor('projectAdmin')).not.toContain(issueKey);
  });
});
