import type { DraftChange } from '../../src/domain/handoff/command';
import type { ChecklistItem, HandoffType } from '../../src/domain/type/handoff-type';
import { AppSite } from '../support/app-site';
import { anItem } from '../support/handoff-world';

let site: AppSite;
let plain: HandoffType;

beforeAll(async () => {
  site = await AppSite.start();
  plain = await site.turnOn();
});
afterAll(() => site.close());

/** The type with one more item; everything else stays as it is shipped. */
function withItem(item: ChecklistItem): Promise<HandoffType> {
  return site.turnOn('SHOP', { items: [...plain.items, item] });
}

/** A draft in which everything of the shipped type is answered. */
async function prepared(summary: string, type: HandoffType): Promise<{ issueKey: string; handoffId: string }> {
  const issueKey = await site.createInDevelopment(summary);
  return { issueKey, handoffId: (await site.prepare(issueKey, type)).handoffId };
}

async function answerItem(issueKey: string, type: HandoffType, change: Omit<Extract<DraftChange, { field: 'item' }>, 'field'>) {
  return site.edit('sender', issueKey, type, [{ field: 'item', ...change }]);
}

/** Attaches a file as a person does; answers its id. */
async function attach(issueKey: string, name: string): Promise<string> {
  const form = new FormData();
  form.set('file', new File(['one line of a log'], name));
  const authorization = `Basic ${Buffer.from('maya@example.com:token').toString('base64')}`;
  const headers = { authorization, 'x-atlassian-token': 'no-check' };
  const answer = await fetch(`${site.url}/rest/api/3/issue/${issueKey}/attachments`, { method: 'POST', body: form, headers });
  const [file] = (await answer.json()) as { id: string }[];
  return file?.id ?? '';
}

/** The move the gate let through handed it off and is no move past the gate (S-076). */
async function isHandedOff(issueKey: string): Promise<void> {
  await site.idle();
  const handoff = await site.handoff('sender', issueKey);
  expect(handoff.state).toBe('OFFERED');
  expect(handoff).not.toHaveProperty('bypasses');
}

const leftOf = async (issueKey: string): Promise<string[]> => (await site.card('sender', issueKey)).left.map(({ id }) => id);

describe('an approval (S-049)', () => {
  it('keeps the gate closed until the named person gives it, who sees it on the screen with id and time', async () => {
    const type = await withItem(anItem('signed_off', { title: 'Signed off', kind: 'approval', approverId: site.account('lead') }));
    const { issueKey, handoffId } = await prepared('Needs a sign-off', type);
    const stopped = await site.move('sender', issueKey, 'In QA');
    expect(stopped).toMatchObject({ status: 400 });
    expect(stopped.messages.join(' ')).toContain('1 left. Missing Signed off');

    const give = { commandId: site.commandId(), handoffId, itemId: 'signed_off', approved: true };
    expect(await site.code('sender', 'handoff.approve', give, { issueKey })).toBe('FORBIDDEN');
    expect(await site.code('receiver', 'handoff.approve', give, { issueKey })).toBe('FORBIDDEN');
    const { cards, people } = await site.value('lead', 'handoff.approve', { ...give, commandId: site.commandId() }, { issueKey });
    expect(cards[0]?.handoff?.items['signed_off']).toMatchObject({ value: { kind: 'approval' }, by: site.account('lead') });
    expect(people[site.account('lead')]?.displayName).not.toBe('');
    expect(await leftOf(issueKey)).toEqual([]);
    expect((await site.move('sender', issueKey, 'In QA')).status).toBe(204);
    await site.idle();
    const { entries } = await site.value('receiver', 'handoff.timeline', { commandId: site.commandId(), handoffId }, { issueKey });
    expect(entries).toContainEqual(
      expect.objectContaining({ event: 'item_changed', actorId: site.account('lead'), detail: 'Signed off' }) as unknown,
    );
  });
});

describe('"I don\'t know yet" (S-039)', () => {
  it('keeps the gate closed and shows who finds out until when', async () => {
    const type = await site.turnOn('SHOP', { items: plain.items, options: { unknownAllowed: true } });
    const { issueKey } = await prepared('Not all is known', type);
    const value = { kind: 'unknown', ownerId: site.account('lead'), until: '2031-03-09', note: 'Asked the platform team' } as const;
    await answerItem(issueKey, type, { id: 'where_to_test', value, basedOn: 1 });
    await site.edit('sender', issueKey, type, [{ field: 'section', id: 'situation', value, basedOn: 1 }]);
    expect(await leftOf(issueKey)).toEqual(['where_to_test', 'situation']);
    expect((await site.move('sender', issueKey, 'In QA')).messages.join(' ')).toContain('2 left. Missing Where to test and Situation');
    const { people } = await site.screen('receiver', issueKey);
    expect(people[site.account('lead')]?.displayName).not.toBe('');
    await site.turnOn('SHOP', { options: {} });
  });
});

describe('confirming that everything is attached (S-062)', () => {
  it('E35: a file that is deleted or replaced opens the item again, for the panel and for the gate', async () => {
    const type = await withItem(anItem('files', { title: 'Logs', kind: 'attachment', confirmsAll: true }));
    const { issueKey } = await prepared('Has a log', type);
    const first = await attach(issueKey, 'server.log');
    expect(await leftOf(issueKey)).toEqual(['files']);
    await answerItem(issueKey, type, { id: 'files', value: { kind: 'attached', attachments: [] }, basedOn: 0 });
    expect(await leftOf(issueKey)).toEqual([]);

    await site.rest('sender', 'DELETE', `/attachment/${first}`);
    await attach(issueKey, 'server.log');
    expect(await leftOf(issueKey)).toEqual(['files']);
    await site.idle();
    await site.takeCalls();
    expect((await site.move('sender', issueKey, 'In QA')).messages.join(' ')).toContain('1 left. Missing Logs');
    expect((await site.takeCalls()).filter(({ path }) => path.includes('/rest/api/3/issue/') && path.includes('fields='))).toHaveLength(1);

    await answerItem(issueKey, type, { id: 'files', value: { kind: 'attached', attachments: [] }, basedOn: 1 });
    expect((await site.move('sender', issueKey, 'In QA')).status).toBe(204);
    await isHandedOff(issueKey);
  });
});

describe('an item with a condition', () => {
  it('is asked for where the field has the value, and the gate asks Jira once', async () => {
    const type = await withItem(anItem('rollback', { title: 'Way back', appliesIf: { fieldId: 'labels', equals: 'risky' } }));
    const { issueKey } = await prepared('May be risky', type);
    expect(await leftOf(issueKey)).toEqual([]);
    await site.rest('sender', 'PUT', `/issue/${issueKey}`, { fields: { labels: ['risky'] } });
    expect(await leftOf(issueKey)).toEqual(['rollback']);
    expect((await site.screen('sender', issueKey)).issue.fieldValues).toEqual({ labels: ['risky'] });
    await site.idle();
    await site.takeCalls();
    expect((await site.move('sender', issueKey, 'In QA')).messages.join(' ')).toContain('1 left. Missing Way back');
    expect((await site.takeCalls()).filter(({ path }) => path.includes('/rest/api/3/issue/') && path.includes('fields='))).toHaveLength(1);
    await site.rest('sender', 'PUT', `/issue/${issueKey}`, { fields: { labels: ['calm'] } });
    expect((await site.move('sender', issueKey, 'In QA')).status).toBe(204);
    await isHandedOff(issueKey);
  });
});

describe('with everything off', () => {
  it('the screen holds nothing of it', async () => {
    const type = await site.turnOn('SHOP', { items: plain.items });
    const { issueKey } = await prepared('As always', type);
    const { issue } = await site.screen('sender', issueKey);
    expect(issue).not.toHaveProperty('attachments');
    expect(issue).not.toHaveProperty('fieldValues');
  });
});
