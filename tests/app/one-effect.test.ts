import type { HandoffType } from '../../src/domain/type/handoff-type';
import type { CallResult } from '../../src/contract/call';
import { ALL_ANSWERS, AppSite } from '../support/app-site';

let site: AppSite;
let type: HandoffType;

beforeAll(async () => {
  site = await AppSite.start();
  type = await site.turnOn();
});
afterEach(() => site.clearFaults());
afterAll(() => site.close());

const TRANSACTION = '/api/v1/transaction';
const tick = (basedOn: number) => [{ field: 'item' as const, id: 'known_issues', value: { kind: 'noneKnown' as const }, basedOn }];
const untick = (basedOn: number) => [{ field: 'item' as const, id: 'known_issues', value: null, basedOn }];

async function draftOf(summary: string): Promise<string> {
  const issueKey = await site.createInDevelopment(summary);
  await site.edit('sender', issueKey, type, [{ field: 'section', id: 'background', value: 'Began here', basedOn: 0 }]);
  await site.idle();
  return issueKey;
}

describe('a transaction in trouble leaves the old state or the new one, and one effect', () => {
  it.each([
    ['succeeds but its answer is lost', { lostAnswer: true }],
    ['never arrives', { drop: true }],
    ['is answered 500', { status: 500 }],
    ['is answered 503', { status: 503 }],
    ['is throttled', { status: 429, code: 'TOO_MANY_REQUESTS' }],
    ['is answered with a code nobody knows', { status: 409, code: 'SOMETHING_NEW' }],
  ])('when it %s, the command still has exactly one effect', async (_how, effect) => {
    const issueKey = await draftOf('One effect');
    const { rev } = await site.value('sender', 'handoff.watch', {}, { issueKey });
    await site.fault({ service: 'kvs', match: TRANSACTION, ...effect });
    const handoff = await site.edit('sender', issueKey, type, tick(0));
    expect(handoff.items['known_issues']).toMatchObject({ value: { kind: 'noneKnown' }, version: 1 });
    expect((await site.value('sender', 'handoff.watch', {}, { issueKey })).rev).toBe(rev + 1);
    const { entries } = await site.value(
      'sender',
      'handoff.timeline',
      { commandId: site.commandId(), handoffId: handoff.handoffId },
      { issueKey },
    );
    expect(entries.filter(({ event, detail }) => event === 'item_changed' && detail === 'Known issues')).toHaveLength(1);
  });

  it('a write that fails on and on is STORAGE_BUSY, and nothing has changed', async () => {
    const issueKey = await draftOf('Storage is down for writes');
    const before = await site.handoff('sender', issueKey);
    await site.fault({ service: 'kvs', match: TRANSACTION, status: 503, times: 'always' });
    const payload = { commandId: site.commandId(), typeId: type.typeId, changes: tick(0) };
    expect(await site.code('sender', 'handoff.edit', payload, { issueKey })).toBe('STORAGE_BUSY');
    await site.clearFaults();
    expect(await site.handoff('sender', issueKey)).toEqual(before);
    const again = await site.value('sender', 'handoff.edit', payload, { issueKey });
    expect(again.handoff.items['known_issues']).toMatchObject({ version: 1 });
  });

  it('the first touch of a work item survives a lost answer too', async () => {
    const issueKey = await site.createInDevelopment('First touch');
    await site.fault({ service: 'kvs', match: '/api/v1/entity/set', lostAnswer: true });
    await site.fault({ service: 'kvs', match: TRANSACTION, lostAnswer: true });
    const handoff = await site.edit('sender', issueKey, type, tick(0));
    expect(handoff.handoffId).toMatch(/-1$/u);
    const { entries } = await site.value(
      'sender',
      'handoff.timeline',
      { commandId: site.commandId(), handoffId: handoff.handoffId },
      { issueKey },
    );
    expect(entries.map(({ event }) => event)).toEqual(['created', 'item_changed']);
  });

  it('reads are repeated', async () => {
    const issueKey = await draftOf('Reads are repeated');
    await site.fault({ service: 'kvs', match: '/api/v1/entity/get', status: 500 });
    await expect(site.edit('sender', issueKey, type, tick(0))).resolves.toMatchObject({ state: 'DRAFT' });
  });

  it('handing off, when the offer cannot be stored after the move, heals by itself', async () => {
    const issueKey = await site.createInDevelopment('Heals after the move');
    const { handoffId } = await site.prepare(issueKey, type);
    await site.idle();
    await site.fault({ service: 'kvs', match: TRANSACTION, status: 503, times: 12 });
    await site.call('sender', 'handoff.handOff', { commandId: site.commandId(), handoffId }, { issueKey });
    await site.clearFaults();
    expect(await site.statusOf(issueKey)).toBe('In QA');
    await site.idle();
    expect(await site.handoff('receiver', issueKey)).toMatchObject({ state: 'OFFERED', attempt: 1 });
  });
});

describe('commands that come again', () => {
  it('a repeated command id has one effect and answers with the present screen', async () => {
    const issueKey = await site.createInDevelopment('Pressed twice');
    const { handoffId } = await site.prepare(issueKey, type);
    const payload = { commandId: site.commandId(), handoffId };
    const answers = [
      await site.value('sender', 'handoff.handOff', payload, { issueKey }),
      await site.value('sender', 'handoff.handOff', payload, { issueKey }),
    ];
    await site.idle();
    expect(answers.map(({ outcome }) => outcome)).toEqual(['handedOff', 'handedOff']);
    expect(answers[1]?.screen.cards[0]?.handoff?.state).toBe('OFFERED');
    expect(site.mails().filter((mail) => mail.fromApp && mail.issueKey === issueKey)).toHaveLength(1);
  });

  it('accepting twice at once signs off once', async () => {
    const issueKey = await site.createInDevelopment('Accepted twice');
    const handoff = await site.handOver(issueKey, type);
    const accept = () =>
      site.call(
        'receiver',
        'handoff.accept',
        { commandId: site.commandId(), handoffId: handoff.handoffId, digest: handoff.offer?.digest, nextStep: null },
        { issueKey },
      );
    const results = await Promise.all([accept(), accept()]);
    expect(results.map((result) => (result.ok ? 'ok' : result.error.code)).sort()).toEqual(['INVALID_STATE', 'ok']);
    const { entries } = await site.value(
      'sender',
      'handoff.timeline',
      { commandId: site.commandId(), handoffId: handoff.handoffId },
      { issueKey },
    );
    expect(entries.filter(({ event }) => event === 'accepted')).toHaveLength(1);
  });
});

describe('writers at the same time', () => {
  it('never lose an update: different fields merge', async () => {
    const issueKey = await draftOf('Six writers');
    const codeOf = (result: CallResult<unknown>): string => (result.ok ? 'ok' : result.error.code);
    const results = await Promise.all(
      ALL_ANSWERS.map((change) =>
        site.call('sender', 'handoff.edit', { commandId: site.commandId(), typeId: type.typeId, changes: [change] }, { issueKey }),
      ),
    );
    expect(results.map(codeOf)).toEqual(ALL_ANSWERS.map(() => 'ok'));
    const handoff = await site.handoff('sender', issueKey);
    expect(Object.keys(handoff.items).sort()).toEqual(['how_to_check', 'known_issues', 'pull_request', 'where_to_test']);
    expect(Object.keys(handoff.note).sort()).toEqual(['background', 'recommendation', 'situation']);
  });

  it('the same field is a conflict the loser sees, with what stands there now', async () => {
    const issueKey = await draftOf('Same field');
    await site.edit('sender', issueKey, type, tick(0));
    await site.edit('sender', issueKey, type, untick(1));
    const result = await site.call(
      'sender',
      'handoff.edit',
      { commandId: site.commandId(), typeId: type.typeId, changes: tick(1) },
      { issueKey },
    );
    expect(result).toMatchObject({ ok: false, error: { code: 'VERSION_CONFLICT', conflicts: [{ current: { value: null, version: 2 } }] } });
  });

  it('settings: the second save on the same revision is CONFIG_CONFLICT', async () => {
    const place = { projectKey: 'SHOP' };
    const { rev } = await site.value('projectAdmin', 'settings.get', {}, place);
    const pause = (gatePaused: boolean) =>
      site.call('projectAdmin', 'settings.switchType', { rev, typeId: type.typeId, gatePaused }, place);
    expect((await pause(true)).ok).toBe(true);
    expect(await pause(false)).toMatchObject({ ok: false, error: { code: 'CONFIG_CONFLICT' } });
    const now = await site.value('projectAdmin', 'settings.get', {}, place);
    await site.fault({ service: 'kvs', match: TRANSACTION, lostAnswer: true });
    const back = await site.value('projectAdmin', 'settings.switchType', { rev: now.rev, typeId: type.typeId, gatePaused: false }, place);
    expect(back.rev).toBe(now.rev + 1);
  });
});

describe('Jira in trouble', () => {
  it('429 with Retry-After and 5xx on reads are waited out', async () => {
    const issueKey = await draftOf('Jira is slow');
    await site.fault({ service: 'jira', match: 'GET /rest/api/3/issue/', status: 429, headers: { 'retry-after': '1' } });
    await site.fault({ service: 'jira', match: 'permissions/check', status: 502 });
    expect((await site.screen('sender', issueKey)).viewer.canEdit).toBe(true);
  });

  it('Jira down is JIRA_UNAVAILABLE, and nothing is decided', async () => {
    const issueKey = await site.createInDevelopment('Jira is down');
    const handoff = await site.handOver(issueKey, type);
    await site.fault({ service: 'jira', status: 503, times: 'always' });
    const payload = { commandId: site.commandId(), handoffId: handoff.handoffId, digest: handoff.offer?.digest, nextStep: null };
    expect(await site.code('receiver', 'handoff.accept', payload, { issueKey })).toBe('JIRA_UNAVAILABLE');
    await site.clearFaults();
    expect((await site.handoff('receiver', issueKey)).state).toBe('OFFERED');
  });

  it('a notification Jira did not take shows as not sent and can be sent again, once', async () => {
    const issueKey = await site.createInDevelopment('Not notified');
    await site.fault({ service: 'jira', match: '/notify', status: 500 });
    const { handoffId } = await site.handOver(issueKey, type);
    expect((await site.card('sender', issueKey)).notification).toBe('notSent');
    await site.value('sender', 'handoff.sendAgain', { commandId: site.commandId(), handoffId }, { issueKey });
    await site.idle();
    expect((await site.card('sender', issueKey)).notification).toBe('sent');
    expect(site.mails().filter((mail) => mail.fromApp && mail.issueKey === issueKey)).toHaveLength(1);
  });
});
