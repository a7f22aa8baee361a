import { FixtureSite } from '../../support/fixture-site';

describe('REST API of the local Jira', () => {
  let site: FixtureSite;
  beforeAll(async () => {
    site = await FixtureSite.start();
  });
  afterAll(() => site.close());
  beforeEach(() => site.reset());

  it('asks for credentials', async () => {
    expect(await site.send('GET', '/rest/api/3/myself')).toMatchObject({ status: 401 });
    expect(await site.rest('receiver', 'GET', '/myself')).toMatchObject({ status: 200, body: { displayName: 'Ana Ferreira' } });
  });

  it('names method and path of what it does not play', async () => {
    expect(await site.rest('sender', 'GET', '/dashboard')).toEqual({
      status: 501,
      body: { errorMessages: ['The local Jira does not play GET /rest/api/3/dashboard.'], errors: {} },
    });
  });

  it('holds the app to the scopes of its manifest', async () => {
    expect(await site.appRest('app', 'GET', '/myself')).toMatchObject({ status: 403 });
    expect(await site.appRest('app', 'GET', '/issue/SHOP-1')).toMatchObject({ status: 200 });
  });

  it('lets the app see as the user only what the user sees', async () => {
    const answer = await site.invoke('rest', { as: 'user', path: '/rest/api/3/issue/SHOP-1' }, 'outsider');
    expect(answer.body).toMatchObject({ status: 404 });
  });

  it('finds issues by JQL', async () => {
    const search = async (jql: string): Promise<unknown> => {
      const { body } = await site.rest('sender', 'POST', '/search/jql', { jql, fields: ['summary'] });
      return (body as { issues?: { key: string }[] }).issues?.map(({ key }) => key);
    };
    expect(await search('project = SHOP AND status = "In Development" AND assignee = currentUser() ORDER BY key')).toEqual([
      'SHOP-1',
      'SHOP-2',
    ]);
    expect(await search('key in (SHOP-3, APP-1) AND NOT project = APP')).toEqual(['SHOP-3']);
    expect(await search('project = SHOP AND assignee is EMPTY')).toEqual(['SHOP-7']);
  });

  it('says which part of a query it does not play', async () => {
    const { status, body } = await site.rest('sender', 'POST', '/search/jql', { jql: 'status in openSprints()' });
    expect(status).toBe(400);
    expect(JSON.stringify(body)).toContain('openSprints()');
  });

  it('lets only the app write its read-only field, and searches it', async () => {
    const fields = (await site.rest('sender', 'GET', '/field')).body as { id: string; name: string }[];
    const id = fields.find(({ name }) => name === 'Fixture state')?.id ?? '';
    const update = { updates: [{ customField: id, issueIds: [10_100], value: 'Waiting' }] };
    expect(await site.rest('jiraAdmin', 'POST', '/app/field/value', update)).toMatchObject({ status: 403 });
    expect(await site.appRest('user', 'POST', '/app/field/value', update)).toMatchObject({ status: 403 });
    expect(await site.rest('sender', 'PUT', '/issue/SHOP-1', { fields: { [id]: 'Forged' } })).toMatchObject({ status: 400 });
    expect(await site.appRest('app', 'POST', '/app/field/value?generateAppEvents=false', update)).toMatchObject({ status: 204 });
    expect(await site.rest('sender', 'POST', '/search/jql', { jql: '"Fixture state" = Waiting' })).toMatchObject({
      body: { issues: [{ id: '10100' }] },
    });
    expect(await site.remembered('events')).toEqual([]);
  });

  it('keeps issue properties anybody who may edit can write', async () => {
    expect(await site.rest('receiver', 'PUT', '/issue/SHOP-1/properties/baton', { state: 'Accepted' })).toMatchObject({ status: 201 });
    expect(await site.rest('sender', 'GET', '/issue/SHOP-1/properties/baton')).toMatchObject({ body: { value: { state: 'Accepted' } } });
  });

  it('answers permissions by role', async () => {
    const may = async (part: 'sender' | 'projectAdmin' | 'jiraAdmin' | 'outsider') => {
      const { body } = await site.rest(part, 'POST', '/permissions/check', {
        globalPermissions: ['ADMINISTER'],
        projectPermissions: [{ permissions: ['EDIT_ISSUES', 'ADMINISTER_PROJECTS'], projects: [10_002] }],
      });
      const { globalPermissions, projectPermissions } = body as {
        globalPermissions: string[];
        projectPermissions: { permission: string; projects: number[] }[];
      };
      return [
        ...globalPermissions,
        ...projectPermissions.filter(({ projects }) => projects.length > 0).map(({ permission }) => permission),
      ];
    };
    expect(await may('sender')).toEqual(['EDIT_ISSUES']);
    expect(await may('projectAdmin')).toEqual(['EDIT_ISSUES', 'ADMINISTER_PROJECTS']);
    expect(await may('jiraAdmin')).toEqual(['ADMINISTER', 'EDIT_ISSUES', 'ADMINISTER_PROJECTS']);
    expect(await may('outsider')).toEqual([]);
  });

  it('mails people the app names, but nobody who may not see the issue', async () => {
    const to = (...parts: ('receiver' | 'outsider')[]) => ({
      subject: 'S',
      textBody: 'T',
      to: { users: parts.map((part) => ({ accountId: site.accountOf(part) })) },
    });
    expect(await site.appRest('app', 'POST', '/issue/SHOP-1/notify', to('receiver', 'outsider'))).toMatchObject({ status: 204 });
    expect(await site.appRest('app', 'POST', '/issue/SHOP-1/notify', to('outsider'))).toMatchObject({ status: 400 });
  });

  it('takes and gives back an attachment', async () => {
    const form = new FormData();
    form.append('file', new File(['hello'], 'note.txt', { type: 'text/plain' }));
    const authorization = `Basic ${Buffer.from('maya@example.com:t').toString('base64')}`;
    const added = await fetch(`${site.url}/rest/api/3/issue/SHOP-1/attachments`, {
      method: 'POST',
      body: form,
      headers: { authorization },
    });
    const [attachment] = (await added.json()) as { content: string }[];
    expect(await (await fetch(attachment?.content ?? '', { headers: { authorization } })).text()).toBe('hello');
  });

  it('creates, edits, assigns and deletes', async () => {
    const created = await site.rest('sender', 'POST', '/issue', {
      fields: { project: { key: 'SHOP' }, issuetype: { name: 'Bug' }, summary: 'New one' },
    });
    const { key } = created.body as { key: string };
    expect(await site.rest('sender', 'PUT', `/issue/${key}`, { fields: { summary: 'Better' } })).toMatchObject({ status: 204 });
    expect(await site.rest('sender', 'PUT', `/issue/${key}/assignee`, { accountId: site.accountOf('outsider') })).toMatchObject({
      status: 400,
    });
    expect(await site.rest('sender', 'DELETE', `/issue/${key}`)).toMatchObject({ status: 403 });
    expect(await site.rest('projectAdmin', 'DELETE', `/issue/${key}`)).toMatchObject({ status: 204 });
    expect((await site.remembered('events')).at(-1)).toMatchObject({ eventType: 'avi:jira:deleted:issue', issue: { key } });
  });
});
