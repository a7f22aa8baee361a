import { FixtureSite } from '../../support/fixture-site';

const SEND_TO_QA = '21';

describe('transitions of the local Jira', () => {
  let site: FixtureSite;
  beforeAll(async () => {
    site = await FixtureSite.start();
  });
  afterAll(() => site.close());
  beforeEach(() => site.reset());

  const move = (part: 'sender' | 'outsider' = 'sender') =>
    site.rest(part, 'POST', '/issue/SHOP-1/transitions', { transition: { id: SEND_TO_QA } });
  const statusOf = async (key: string): Promise<string> => {
    const { body } = await site.rest('sender', 'GET', `/issue/${key}?fields=status`);
    return (body as { fields: { status: { name: string } } }).fields.status.name;
  };

  it('moves when every validator passes', async () => {
    await site.setRule(SEND_TO_QA, 'pass');
    expect(await move()).toEqual({ status: 204, body: '' });
    expect(await statusOf('SHOP-1')).toBe('In QA');
  });

  it('refuses with the text of the validator', async () => {
    await site.setRule(SEND_TO_QA, 'refuse');
    expect(await move()).toEqual({ status: 400, body: { errorMessages: ['The fixture refuses.'], errors: {} } });
    expect(await statusOf('SHOP-1')).toBe('In Development');
  });

  it.each(['throw', 'nonsense'])('refuses when the validator answers with %s', async (behaviour) => {
    await site.setRule(SEND_TO_QA, behaviour);
    expect(await move()).toMatchObject({ status: 400 });
    expect(await statusOf('SHOP-1')).toBe('In Development');
  });

  it('hands the validator issue key, status ids and configuration, and no user', async () => {
    await site.setRule(SEND_TO_QA, 'remember');
    await move();
    expect((await site.store('kvs.get', { key: 'gate-call' })).value).toEqual({
      payload: {
        issue: { key: 'SHOP-1' },
        configuration: { behaviour: 'remember' },
        transition: { from: { id: '10001' }, to: { id: '10002' } },
      },
      context: expect.not.objectContaining({ principal: expect.anything() as unknown }) as unknown,
    });
  });

  it('names the user to the validator once that is switched on', async () => {
    await site.send('PUT', '/_local/settings', { namesPrincipalToValidators: true });
    await site.setRule(SEND_TO_QA, 'remember');
    await move();
    expect((await site.store('kvs.get', { key: 'gate-call' })).value).toMatchObject({
      context: { principal: { accountId: site.accountOf('sender') } },
    });
    await site.send('PUT', '/_local/settings', { namesPrincipalToValidators: false });
  });

  it('lets the app move as the user without a deadlock, however many do at once', async () => {
    await site.setRule(SEND_TO_QA, 'remember');
    const moves = ['SHOP-1', 'SHOP-2', 'SHOP-3', 'SHOP-4'].map((key) =>
      site.invoke('rest', {
        as: 'user',
        method: 'POST',
        path: `/rest/api/3/issue/${key}/transitions`,
        body: { transition: { id: SEND_TO_QA } },
      }),
    );
    const answers = await Promise.all([...moves, site.invoke('echo'), site.invoke('echo')]);
    expect(answers.slice(0, 4).map(({ body }) => (body as { status: number }).status)).toEqual([204, 204, 204, 204]);
  });

  it('does not know the issue for somebody who may not browse its project', async () => {
    expect(await move('outsider')).toMatchObject({ status: 404 });
    expect(await site.rest('outsider', 'GET', '/issue/SHOP-1')).toMatchObject({ status: 404 });
    expect(await site.rest('outsider', 'POST', '/issue/bulkfetch', { issueIdsOrKeys: ['SHOP-1'] })).toMatchObject({ body: { issues: [] } });
    expect(await site.rest('outsider', 'POST', '/search/jql', { jql: 'project = SHOP' })).toMatchObject({ body: { issues: [] } });
    expect(await site.rest('outsider', 'GET', '/project/SHOP')).toMatchObject({ status: 404 });
  });

  it('refuses a transition that does not start here', async () => {
    expect(await site.rest('sender', 'POST', '/issue/SHOP-1/transitions', { transition: { id: '31' } })).toMatchObject({ status: 400 });
  });

  it('keeps history and status in step', async () => {
    await site.setRule(SEND_TO_QA, 'pass');
    await move();
    const { body } = await site.rest('sender', 'GET', '/issue/SHOP-1/changelog');
    expect((body as { values: { items: unknown[] }[] }).values.at(-1)?.items).toEqual([
      {
        field: 'status',
        fieldtype: 'jira',
        fieldId: 'status',
        from: '10001',
        fromString: 'In Development',
        to: '10002',
        toString: 'In QA',
      },
    ]);
  });
});
