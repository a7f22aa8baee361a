import { FixtureSite, type Part } from '../../support/fixture-site';

let site: FixtureSite;
beforeAll(async () => {
  site = await FixtureSite.start();
});
afterAll(() => site.close());
beforeEach(() => site.reset());

const doc = (text: string): object => ({ type: 'doc', version: 1, content: [{ type: 'paragraph', content: [{ type: 'text', text }] }] });

async function fieldsOf(key: string, part: Part = 'projectAdmin'): Promise<Record<string, unknown>> {
  return ((await site.rest(part, 'GET', `/issue/${key}`)).body as { fields: Record<string, unknown> }).fields;
}

describe('what happens to issues of the local Jira', () => {
  it('an issue takes another type, with a history entry and an event', async () => {
    expect(await site.rest('sender', 'PUT', '/issue/SHOP-1', { fields: { issuetype: { name: 'Bug' } } })).toMatchObject({ status: 204 });
    expect(await fieldsOf('SHOP-1')).toMatchObject({ issuetype: { name: 'Bug' } });
    expect((await site.rest('sender', 'GET', '/issue/SHOP-1/changelog')).body).toMatchObject({
      values: expect.arrayContaining([
        expect.objectContaining({ items: [expect.objectContaining({ fieldId: 'issuetype', toString: 'Bug' })] }),
      ]) as unknown,
    });
    expect(await site.rest('sender', 'PUT', '/issue/SHOP-1', { fields: { issuetype: { name: 'Epic' } } })).toMatchObject({ status: 400 });
  });

  it('a bulk move within the project changes the type and keeps the key', async () => {
    const moved = await site.rest('projectAdmin', 'POST', '/bulk/issues/move', {
      targetToSourcesMapping: { 'SHOP,10003': { issueIdsOrKeys: ['SHOP-1'] } },
    });
    expect(moved.status).toBe(201);
    expect(await fieldsOf('SHOP-1')).toMatchObject({ issuetype: { name: 'Bug' }, project: { key: 'SHOP' } });
  });

  it('a clone starts the workflow anew with the words, fields and people of the first', async () => {
    const { status, body } = await site.send('POST', '/_local/clone', { issueKey: 'SHOP-1', accountId: site.accountOf('sender') });
    expect(status).toBe(201);
    const { summary, assignee } = await fieldsOf('SHOP-1');
    expect(await fieldsOf((body as { key: string }).key)).toMatchObject({
      summary: `CLONE - ${String(summary)}`,
      assignee,
      status: { name: 'To Do' },
    });
    expect(await site.send('POST', '/_local/clone', { issueKey: 'SHOP-1', accountId: site.accountOf('outsider') })).toMatchObject({
      status: 400,
    });
  });

  it('issue security hides an issue from who is not in its level, in searches too', async () => {
    const { body } = await site.rest('sender', 'GET', '/project/SHOP/securitylevel');
    const [level] = (body as { levels: { id: string; name: string }[] }).levels;
    expect(level?.name).toBe('Developers only');
    expect(await site.rest('sender', 'PUT', '/issue/SHOP-1', { fields: { security: { id: level?.id } } })).toMatchObject({ status: 204 });
    expect(await fieldsOf('SHOP-1')).toMatchObject({ security: { name: 'Developers only' } });
    expect(await site.rest('receiver', 'GET', '/issue/SHOP-1')).toMatchObject({ status: 404 });
    expect((await site.rest('receiver', 'POST', '/search/jql', { jql: 'key = SHOP-1' })).body).toMatchObject({ issues: [] });
    expect(await site.rest('sender', 'PUT', '/issue/SHOP-1', { fields: { security: null } })).toMatchObject({ status: 204 });
    expect(await site.rest('receiver', 'GET', '/issue/SHOP-1')).toMatchObject({ status: 200 });
  });

  it('comments are changed and deleted by their authors, files by theirs', async () => {
    const { body } = await site.rest('sender', 'POST', '/issue/SHOP-1/comment', { body: doc('First') });
    const path = `/issue/SHOP-1/comment/${(body as { id: string }).id}`;
    expect(await site.rest('receiver', 'PUT', path, { body: doc('Not mine') })).toMatchObject({ status: 403 });
    expect(await site.rest('sender', 'PUT', path, { body: doc('Second') })).toMatchObject({ status: 200 });
    expect(await site.rest('projectAdmin', 'DELETE', path)).toMatchObject({ status: 204 });
    expect(await site.rest('sender', 'GET', path)).toMatchObject({ status: 404 });
  });
});

describe('automation of the local Jira', () => {
  const addRule = (rule: object) => site.send('POST', '/_local/automation', { name: 'A rule', ...rule });
  const runs = async (): Promise<unknown> => {
    await site.send('GET', '/_local/idle');
    return ((await site.send('GET', '/_local/automation')).body as { runs: unknown }).runs;
  };
  const move = (transitionId: string) => site.rest('sender', 'POST', '/issue/SHOP-1/transitions', { transition: { id: transitionId } });

  it('a rule reacts to a status and comments as the automation account', async () => {
    expect(
      await addRule({ trigger: { kind: 'statusChanged', to: 'In QA' }, action: { kind: 'comment', text: 'It is in QA' } }),
    ).toMatchObject({ status: 201 });
    await site.setRule('21', 'pass');
    await move('21');
    expect(await runs()).toMatchObject([{ issueKey: 'SHOP-1', outcome: 'success', message: null }]);
    const { body } = await site.rest('sender', 'GET', '/issue/SHOP-1/comment?orderBy=-created');
    expect(body).toMatchObject({
      comments: expect.arrayContaining([
        expect.objectContaining({ author: expect.objectContaining({ displayName: 'Automation for Jira' }) as unknown }),
      ]) as unknown,
    });
  });

  it('a transition by a rule asks the validators; a refusal stands in the audit log', async () => {
    await addRule({ trigger: { kind: 'fieldChanged', field: 'summary' }, action: { kind: 'transition', toStatus: 'In QA' } });
    await site.setRule('21', 'refuse');
    await site.rest('sender', 'PUT', '/issue/SHOP-1', { fields: { summary: 'Now' } });
    expect(await runs()).toMatchObject([{ outcome: 'failure', message: 'The fixture refuses.' }]);
    await site.setRule('21', 'pass');
    await site.rest('sender', 'PUT', '/issue/SHOP-1', { fields: { summary: 'Again' } });
    expect(await runs()).toMatchObject([{ outcome: 'success' }, { outcome: 'failure' }]);
    expect(await fieldsOf('SHOP-1')).toMatchObject({ status: { name: 'In QA' } });
  });

  it('a rule cannot write a read-only field of the app, and no rule starts another', async () => {
    await addRule({ trigger: { kind: 'fieldChanged', field: 'labels' }, action: { kind: 'edit', fields: { summary: 'By the rule' } } });
    await addRule({ trigger: { kind: 'fieldChanged', field: 'summary' }, action: { kind: 'comment', text: 'Heard a rule' } });
    await addRule({
      trigger: { kind: 'fieldChanged', field: 'labels' },
      action: { kind: 'edit', fields: { customfield_10058: 'Accepted' } },
    });
    await site.rest('sender', 'PUT', '/issue/SHOP-1', { fields: { labels: ['now'] } });
    expect(await runs()).toMatchObject([
      { outcome: 'failure', message: expect.stringContaining('cannot be set') as string },
      { outcome: 'success' },
    ]);
  });

  it('says what is wrong with a rule', async () => {
    expect(await addRule({ trigger: { kind: 'fieldChanged' }, action: { kind: 'comment', text: 'x' } })).toMatchObject({ status: 400 });
    expect(await addRule({ trigger: { kind: 'statusChanged' }, action: { kind: 'script' } })).toMatchObject({ status: 400 });
  });
});

describe('the app on the local Jira', () => {
  const settings = (change: object) => site.send('PUT', '/_local/settings', change);

  it('uninstalled, it hears and keeps nothing, shows nowhere, and its rules stop every move', async () => {
    await site.setRule('21', 'pass');
    await site.store('kvs.set', { key: 'a', value: 1 });
    expect(await settings({ appInstalled: false })).toMatchObject({ status: 200 });
    expect(await site.invoke('echo')).toMatchObject({ status: 404 });
    await site.send('DELETE', '/_local/calls');
    expect(await site.rest('sender', 'POST', '/issue/SHOP-1/transitions', { transition: { id: '21' } })).toMatchObject({ status: 400 });
    expect(await site.rest('sender', 'POST', '/issue/SHOP-1/transitions', { transition: { id: '61' } })).toMatchObject({ status: 204 });
    await site.send('POST', '/_local/clock', { advanceMs: 3_600_000 });
    await site.send('GET', '/_local/idle');
    expect(await site.calls()).toEqual([]);
    await settings({ appInstalled: true });
    expect(await site.store('kvs.get', { key: 'a' })).toEqual({});
  });

  it('a switch nobody knows is refused', async () => {
    expect(await settings({ appInstaled: false })).toMatchObject({ status: 400 });
  });

  it('a failed transaction carries the code a test asks for', async () => {
    await site.send('POST', '/_local/faults', { service: 'kvs', match: '/api/v1/transaction', status: 409, code: 'TRANSACTION_CONFLICT' });
    const { code, status } = await site.store('note.save', { key: 'n', rev: 0, value: { rev: 1, owner: 'a', due: '2026' } });
    expect({ code, status }).toEqual({ code: 'TRANSACTION_CONFLICT', status: 409 });
  });
});
