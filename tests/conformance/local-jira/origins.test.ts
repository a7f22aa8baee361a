import { FixtureSite } from '../../support/fixture-site';

describe('origins and bridge of the local Jira', () => {
  let site: FixtureSite;
  beforeAll(async () => {
    site = await FixtureSite.start();
  });
  afterAll(() => site.close());

  it('serves pages of the app from another origin under the platform’s policy', async () => {
    const response = await fetch(`${site.staticUrl}/main/page.html`);
    const policy = response.headers.get('content-security-policy') ?? '';
    expect(new URL(site.staticUrl).origin).not.toBe(new URL(site.url).origin);
    expect(policy).toMatch(/script-src 'self'/);
    expect(policy).not.toContain('unsafe-inline');
    expect(policy).toMatch(new RegExp(`frame-ancestors [^;]*${new URL(site.url).host}`));
    expect(await response.text()).toMatch(/<head>\s*<script src="\/__forge__\/global-bridge.js"><\/script>/);
  });

  it.each(['/main/../manifest.yml', '/main/%2e%2e/manifest.yml', '/other/page.html'])('does not serve %s', async (path) => {
    expect((await fetch(site.staticUrl + path)).status).toBe(404);
  });

  it('answers a bridge call only to the user the frame was opened for', async () => {
    const cookie = `local_jira_user=${site.accountOf('sender')}`;
    const opened = await site.send(
      'POST',
      '/_host/frames',
      {
        moduleKey: 'handoff-gate',
        place: { kind: 'rule', workflowId: 'b9f1c2d0-5e47-4a31-8c6d-10f2e3a4b501', transitionId: '21', page: 'create' },
      },
      { cookie: `local_jira_user=${site.accountOf('jiraAdmin')}` },
    );
    const { token } = opened.body as { token: string };
    const ask = (asCookie: string) => site.send('POST', '/_host/bridge', { token, command: 'getContext' }, { cookie: asCookie });
    expect(await ask(cookie)).toMatchObject({ status: 401 });
    expect(await ask(`local_jira_user=${site.accountOf('jiraAdmin')}`)).toMatchObject({
      body: { ok: true, value: { moduleKey: 'handoff-gate' } },
    });
  });

  it('refuses its switchboard to pages of other origins', async () => {
    expect(await site.send('POST', '/_local/reset', {}, { origin: site.staticUrl })).toMatchObject({ status: 403 });
  });
});
