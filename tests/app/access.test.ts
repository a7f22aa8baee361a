import type { BridgeFunction } from '../../src/contract/bridge-contract';
import type { Handoff } from '../../src/domain/handoff/handoff';
import type { HandoffType } from '../../src/domain/type/handoff-type';
import { ALL_ANSWERS, AppSite } from '../support/app-site';

let site: AppSite;
let type: HandoffType;
let issueKey: string;
let handoff: Handoff;

beforeAll(async () => {
  site = await AppSite.start();
  type = await site.turnOn();
  issueKey = await site.createInDevelopment('Not for everybody');
  handoff = await site.handOver(issueKey, type);
});
afterAll(() => site.close());

describe('who may not see the work item', () => {
  it.each<[BridgeFunction, object]>([
    ['handoff.get', {}],
    ['handoff.watch', {}],
    ['handoff.edit', { typeId: 't', changes: [{ field: 'section', id: 'situation', value: 'x', basedOn: 0 }] }],
    ['handoff.take', {}],
    ['handoff.accept', { digest: 'ab', nextStep: null }],
    ['handoff.return', { reason: 'because', itemIds: [], sectionIds: [] }],
    ['handoff.rate', { value: 5, comment: null }],
    ['handoff.withdraw', { reason: 'because' }],
    ['handoff.timeline', {}],
    ['handoff.sendAgain', {}],
    ['handoff.startAgain', {}],
    ['people.find', { query: 'a' }],
  ])('%s finds nothing there', async (name, more) => {
    const base = name === 'handoff.get' || name === 'handoff.watch' || name === 'people.find' ? {} : { commandId: site.commandId() };
    const target = ['handoff.get', 'handoff.watch', 'handoff.edit', 'people.find'].includes(name) ? {} : { handoffId: handoff.handoffId };
    expect(await site.code('outsider', name, { ...base, ...target, ...more }, { issueKey })).toBe('NOT_FOUND');
  });

  it('an earlier round finds nothing there', async () => {
    expect(await site.code('outsider', 'handoff.round', { handoffId: handoff.handoffId, attempt: 1 }, { issueKey })).toBe('NOT_FOUND');
  });
});

describe('forged state', () => {
  it('E33: an issue property written over REST changes nothing the gate decides', async () => {
    const key = await site.createInDevelopment('Forged property');
    for (const property of ['handoff', 'baton', 'handoff-state']) {
      const value = { state: 'ACCEPTED', prepared: true, left: [] };
      expect((await site.rest('sender', 'PUT', `/issue/${key}/properties/${property}`, value)).status).toBeLessThan(300);
    }
    expect((await site.move('sender', key, 'In QA')).status).toBe(400);
  });

  it('the read-only fields cannot be written by a person, and would not be asked', async () => {
    const key = await site.createInDevelopment('Forged field');
    const fields = (await site.rest('sender', 'GET', '/field')).body as { id: string; name: string }[];
    const state = fields.find(({ name }) => name === 'Handoff state')?.id ?? '';
    await site.rest('sender', 'PUT', `/issue/${key}`, { fields: { [state]: 'Accepted' } });
    expect((await site.move('sender', key, 'In QA')).status).toBe(400);
  });

  it("another person's account id in a payload is refused: identity comes from the platform alone", async () => {
    const payload = { commandId: site.commandId(), handoffId: handoff.handoffId, digest: handoff.offer?.digest, nextStep: null };
    const forged = { ...payload, accountId: site.account('receiver') };
    expect(await site.code('sender', 'handoff.accept', forged, { issueKey })).toBe('INVALID_PAYLOAD');
    expect(await site.code('sender', 'handoff.accept', payload, { issueKey })).toBe('FORBIDDEN');
    expect(await site.code('projectAdmin', 'handoff.accept', payload, { issueKey })).toBe('FORBIDDEN');
    expect((await site.handoff('receiver', issueKey)).state).toBe('OFFERED');
  });

  it('a work item named beside the one the surface stands on is not found', async () => {
    const other = await site.createInDevelopment('Other work item');
    const { id } = (await site.screen('sender', other)).issue;
    expect(await site.code('sender', 'handoff.get', { issueId: id }, { issueKey })).toBe('NOT_FOUND');
  });

  it('the project page reaches the work items of its own project only', async () => {
    const { id } = (await site.screen('sender', issueKey)).issue;
    expect(await site.code('sender', 'handoff.get', { issueId: id }, { projectKey: 'SHOP' })).toBeNull();
    expect(await site.code('sender', 'handoff.get', { issueId: id }, { projectKey: 'APP' })).toBe('NOT_FOUND');
    const { handoffId } = await site.handoff('sender', issueKey);
    const withdrawn = { commandId: site.commandId(), issueId: id, handoffId, reason: 'From elsewhere' };
    expect(await site.code('sender', 'handoff.withdraw', withdrawn, { projectKey: 'APP' })).toBe('NOT_FOUND');
    expect((await site.handoff('sender', issueKey)).handoffId).toBe(handoffId);
    expect(await site.code('sender', 'handoff.get', {}, { projectKey: 'SHOP' })).toBe('INVALID_PAYLOAD');
  });
});

describe('payloads', () => {
  it.each([
    ['an unknown key', { commandId: 'command-x1', handoffId: 'h', extra: 1 }, ''],
    ['a missing id', { commandId: 'command-x1' }, 'handoffId'],
    ['no payload', undefined, 'commandId'],
  ])('%s is INVALID_PAYLOAD with its path', async (_what, payload, path) => {
    const result = await site.call('sender', 'handoff.take', payload, { issueKey });
    expect(result).toMatchObject({ ok: false, error: { code: 'INVALID_PAYLOAD' } });
    if (path !== '' && !result.ok) expect(result.error.path).toBe(path);
  });

  it('a script in a link is INVALID_PAYLOAD', async () => {
    const changes = [{ field: 'item', id: 'pull_request', value: { kind: 'link', url: 'javascript:alert(1)' }, basedOn: 0 }];
    expect(await site.code('sender', 'handoff.edit', { commandId: site.commandId(), typeId: type.typeId, changes }, { issueKey })).toBe(
      'INVALID_PAYLOAD',
    );
  });
});

describe('settings and administration', () => {
  const place = { projectKey: 'SHOP' };

  it('settings are for project admins', async () => {
    expect(await site.code('sender', 'settings.get', {}, place)).toBe('FORBIDDEN');
    expect(await site.code('sender', 'settings.turnOff', { rev: 1 }, place)).toBe('FORBIDDEN');
    expect(await site.code('sender', 'settings.checkRules', {}, place)).toBe('FORBIDDEN');
    expect(await site.code('sender', 'settings.findPeople', { query: 'a' }, place)).toBe('FORBIDDEN');
    expect(await site.code('outsider', 'settings.get', {}, place)).toBe('FORBIDDEN');
  });

  it('the site is for Jira admins', async () => {
    expect(await site.code('projectAdmin', 'admin.overview', {}, {})).toBe('FORBIDDEN');
    expect(await site.code('projectAdmin', 'admin.switchRules', { enabled: false }, {})).toBe('FORBIDDEN');
    expect(await site.code('projectAdmin', 'admin.pinPanel', { projectIds: ['10000'], pinned: true }, {})).toBe('FORBIDDEN');
    expect(await site.code('jiraAdmin', 'admin.overview', {}, {})).toBeNull();
  });

  it('S-079: a Jira admin switches all rules off and on; off, every move passes', async () => {
    const off = await site.value('jiraAdmin', 'admin.switchRules', { enabled: false }, {});
    expect(off.rules.every(({ enabled }) => !enabled)).toBe(true);
    const key = await site.createInDevelopment('Rules are off');
    expect((await site.move('sender', key, 'In QA')).status).toBe(204);
    const on = await site.value('jiraAdmin', 'admin.switchRules', { enabled: true }, {});
    expect(on.rules.every(({ enabled }) => enabled)).toBe(true);
  });

  it('a Jira admin pins the panel', async () => {
    const pinned = await site.value('jiraAdmin', 'admin.pinPanel', { projectIds: ['10000'], pinned: true }, {});
    expect(pinned.projects.find(({ key }) => key === 'SHOP')?.panelPinned).toBe(true);
  });

  it('the settings say whether the rule stands on the route', async () => {
    const { ruleStatus } = await site.value('projectAdmin', 'settings.checkRules', {}, place);
    expect(ruleStatus).toEqual([{ typeId: type.typeId, installed: 'yes', unprotected: [], request: null }]);
  });
});

describe('ratings', () => {
  it('belong to the rater while open; nobody else gets them, not even an admin', async () => {
    const key = await site.createInDevelopment('Rated');
    const offered = await site.handOver(key, type);
    await site.accept(key, offered);
    await site.value(
      'receiver',
      'handoff.rate',
      { commandId: site.commandId(), handoffId: offered.handoffId, value: 2, comment: 'The account was missing' },
      { issueKey: key },
    );
    for (const part of ['sender', 'lead', 'projectAdmin', 'jiraAdmin'] as const) {
      const seen = JSON.stringify(await site.screen(part, key));
      expect(seen).not.toContain('The account was missing');
      expect((await site.handoff(part, key)).rating).toBeNull();
    }
    const { entries } = await site.value(
      'sender',
      'handoff.timeline',
      { commandId: site.commandId(), handoffId: offered.handoffId },
      { issueKey: key },
    );
    expect(JSON.stringify(entries)).not.toContain('rating');
    expect((await site.handoff('receiver', key)).rating).toMatchObject({ value: 2 });
  });
});

describe('a lapsed licence', () => {
  afterEach(() => site.request('PUT', '/_local/settings', { license: null }));

  it('makes every surface read-only and lets every move pass', async () => {
    const key = await site.createInDevelopment('Licence lapsed');
    await site.request('PUT', '/_local/settings', { license: { active: false } });
    expect((await site.screen('sender', key)).readOnly).toBe(true);
    const edit = {
      commandId: site.commandId(),
      typeId: type.typeId,
      changes: [{ field: 'section', id: 'situation', value: 'Anything', basedOn: 0 }],
    };
    expect(await site.code('sender', 'handoff.edit', edit, { issueKey: key })).toBe('LICENCE_LAPSED');
    const accept = { commandId: site.commandId(), handoffId: handoff.handoffId, digest: handoff.offer?.digest, nextStep: null };
    expect(await site.code('receiver', 'handoff.accept', accept, { issueKey })).toBe('LICENCE_LAPSED');
    expect(await site.code('projectAdmin', 'settings.turnOff', { rev: 1 }, { projectKey: 'SHOP' })).toBe('LICENCE_LAPSED');
    expect((await site.move('sender', key, 'In QA')).status).toBe(204);
  });

  it('a licence the platform says nothing about counts as one', async () => {
    expect((await site.screen('sender', issueKey)).readOnly).toBe(false);
  });
});

describe('a receiving role', () => {
  it('S-028: a member takes it; who is no member may not', async () => {
    const { roles } = await site.value('projectAdmin', 'settings.get', {}, { projectKey: 'SHOP' });
    const qa = roles.find(({ name }) => name === 'QA');
    if (qa === undefined) throw new Error('the demo has no role QA');
    const pooled = await site.turnOn('SHOP', { receiver: { kind: 'role', roleId: qa.id, roleName: qa.name } });
    const key = await site.createInDevelopment('For a role');
    const { handoffId } = await site.edit('sender', key, pooled, ALL_ANSWERS);
    await site.value('sender', 'handoff.handOff', { commandId: site.commandId(), handoffId }, { issueKey: key });
    await site.idle();
    const card = await site.card('receiver', key);
    expect([card.viewerIsCandidate, card.notification]).toEqual([true, 'none']);
    expect((await site.card('sender', key)).viewerIsCandidate).toBe(false);
    expect((await site.value('receiver', 'project.home', {}, { projectKey: 'SHOP' })).waitingForMe.map((row) => row.issueKey)).toContain(
      key,
    );
    expect(await site.code('projectAdmin', 'handoff.take', { commandId: site.commandId(), handoffId }, { issueKey: key })).toBe(
      'FORBIDDEN',
    );
    const taken = await site.value('receiver', 'handoff.take', { commandId: site.commandId(), handoffId }, { issueKey: key });
    expect(taken.cards[0]?.handoff).toMatchObject({ state: 'IN_VERIFICATION', offer: { takenBy: site.account('receiver') } });
    await site.turnOn('SHOP', { receiver: { kind: 'senderChooses' } });
  });
});

describe('what is logged', () => {
  it('holds no text, name or account id', async () => {
    const secret = 'Zyxwv secret sentence';
    const key = await site.createInDevelopment(secret);
    await site.fault({ service: 'kvs', match: '/api/v1/transaction', status: 503, times: 'always' });
    await site.call(
      'sender',
      'handoff.edit',
      { commandId: site.commandId(), typeId: type.typeId, changes: [{ field: 'section', id: 'situation', value: secret, basedOn: 0 }] },
      { issueKey: key },
    );
    await site.clearFaults();
    const text = await site.logText();
    expect(text).toContain('transaction.failed');
    expect(text).not.toContain(secret);
    expect(text).not.toContain(site.account('sender'));
    expect(text).not.toContain('Maya');
  });
});
