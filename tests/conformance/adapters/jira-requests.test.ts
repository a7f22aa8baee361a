import { ForgeWire, type WireAnswer } from '../../support/forge-wire';

const wire = new ForgeWire();
// The packages bind to the seam when they are loaded, so they come after it.
const { jiraIssueMover, jiraIssueReader } =
  jest.requireActual<typeof import('../../../src/forge/jira-issues')>('../../../src/forge/jira-issues');
const { jiraNotifier } = jest.requireActual<typeof import('../../../src/forge/jira-outgoing')>('../../../src/forge/jira-outgoing');
const { jiraPermissionChecker } = jest.requireActual<typeof import('../../../src/forge/jira-people')>('../../../src/forge/jira-people');
const { JiraFault } = jest.requireActual<typeof import('../../../src/app/ports/jira-fault')>('../../../src/app/ports/jira-fault');

const issue = {
  id: '10',
  key: 'SHOP-1',
  fields: {
    summary: 'A title',
    status: { id: '3', name: 'In QA' },
    issuetype: { id: '7' },
    project: { id: '1', key: 'SHOP' },
    assignee: { accountId: 'a1', displayName: 'Maya', active: true, avatarUrls: { '48x48': 'https://example.com/a.png' } },
    description: { type: 'doc', version: 1, content: [{ type: 'paragraph', content: [] }] },
    attachment: [{ id: '5', size: 12 }],
    customfield_1: null,
    customfield_2: [],
    customfield_3: { accountId: 'a2' },
    customfield_4: 'filled',
  },
};

async function kindOf(work: Promise<unknown>): Promise<string> {
  try {
    await work;
    return 'none';
  } catch (error) {
    if (!(error instanceof JiraFault)) throw error;
    return error.kind;
  }
}

describe('answers of Jira', () => {
  it('a work item is read with what is filled; an empty description is none', async () => {
    wire.play({ status: 200, body: issue });
    expect(await jiraIssueReader.get('user', '10')).toMatchObject({
      key: 'SHOP-1',
      hasDescription: false,
      attachments: [{ id: '5', sizeBytes: 12 }],
      filledFieldIds: expect.arrayContaining(['customfield_3', 'customfield_4']) as string[],
      userFields: { assignee: 'a1', customfield_3: 'a2' },
      assignee: { displayName: 'Maya', avatarUrl: 'https://example.com/a.png' },
    });
    expect(wire.requests[0]?.descriptor).toMatchObject({ type: 'fpp', provider: 'user', remote: 'jira' });
  });

  it.each<[WireAnswer, string]>([
    [{ status: 404 }, 'notFound'],
    [{ status: 403, body: { errorMessages: ['no'] } }, 'forbidden'],
    [{ status: 400, body: { errorMessages: ['no'] } }, 'refused'],
    [{ status: 503 }, 'unavailable'],
    [{ status: 200, body: { id: 10 } }, 'invalid'],
    ['broken', 'unavailable'],
  ])('%j is %s', async (answer, kind) => {
    wire.play(answer);
    expect(await kindOf(jiraIssueReader.get('user', '10'))).toBe(kind);
  });

  it("a refused move carries Jira's own text", async () => {
    wire.play({ status: 400, body: { errorMessages: ['Not ready for QA'], errors: { field: 'is required' } } });
    await expect(jiraIssueMover.move('user', '10', '21')).rejects.toMatchObject({
      kind: 'refused',
      messages: ['Not ready for QA', 'is required'],
    });
  });

  it('a permission is granted only where Jira names the work item', async () => {
    wire.play({
      status: 200,
      body: {
        globalPermissions: [],
        projectPermissions: [
          { permission: 'BROWSE_PROJECTS', issues: [10] },
          { permission: 'EDIT_ISSUES', issues: [] },
        ],
      },
    });
    expect(await jiraPermissionChecker.canEdit('10')).toBe(false);
  });
});

describe('what is repeated', () => {
  it('a read: after 5xx and after the wait Jira asks for', async () => {
    wire.play({ status: 502 }, { status: 429, headers: { 'retry-after': '0' } }, { status: 200, body: issue });
    await expect(jiraIssueReader.get('app', '10')).resolves.toMatchObject({ id: '10' });
    expect(wire.requests).toHaveLength(3);
  });

  it('not a read Jira asks to put off for minutes', async () => {
    wire.play({ status: 429, headers: { 'retry-after': '600' } });
    expect(await kindOf(jiraIssueReader.get('user', '10'))).toBe('throttled');
    expect(wire.requests).toHaveLength(1);
  });

  it('never a notification or a move whose effect is unknown', async () => {
    wire.play({ status: 500 });
    expect(await kindOf(jiraNotifier.notify('10', 'a1', { subject: 's', body: 'b' }))).toBe('unavailable');
    expect(wire.requests).toHaveLength(1);
    wire.play('broken');
    expect(await kindOf(jiraIssueMover.move('user', '10', '21'))).toBe('unavailable');
    expect(wire.requests).toHaveLength(1);
  });
});
