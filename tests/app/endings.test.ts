import type { HandoffType } from '../../src/domain/type/handoff-type';
import { AppSite } from '../support/app-site';
import { SiteRows } from '../support/site-rows';

let site: AppSite;
let type: HandoffType;
let rows: SiteRows;

beforeAll(async () => {
  site = await AppSite.start();
  type = await site.turnOn();
  rows = new SiteRows(site);
});
afterAll(async () => {
  rows.close();
  await site.close();
});

const on = (handoffId: string) => ({ commandId: site.commandId(), handoffId });

describe('endings', () => {
  it('T21, E17: of a deleted work item the counts stay and every word goes', async () => {
    const issueKey = await site.createInDevelopment('Deleted with words');
    const { handoffId } = await site.handOver(issueKey, type);
    const given = { ...on(handoffId), reason: 'The singular account is locked', itemIds: ['where_to_test'], sectionIds: [] };
    await site.value('receiver', 'handoff.return', given, { issueKey });
    await site.idle();
    expect(rows.stored().includes('The singular account is locked')).toBe(true);
    await site.deleteIssue('projectAdmin', issueKey);
    await site.idle();
    const left = rows.stored();
    expect(left.includes('The singular account is locked')).toBe(false);
    expect(left.includes('Deleted with words')).toBe(false);
    expect(left.includes(`k:${issueKey}"`)).toBe(false);
    expect(left.includes('VOIDED')).toBe(true);
    const { months } = await site.value('sender', 'project.home', {}, { projectKey: 'SHOP' });
    expect(months[0]).toMatchObject({ handoffs: 1, returned: 1 });
  });

  it('T21: a project admin removes what was entered in error, with everything written in it, and only within a day', async () => {
    const issueKey = await site.createInDevelopment('Entered in error');
    const { handoffId } = await site.handOver(issueKey, type);
    const timeline = async (part: 'sender' | 'projectAdmin') => site.value(part, 'handoff.timeline', on(handoffId), { issueKey });
    expect((await timeline('sender')).canVoid).toBe(false);
    expect((await timeline('projectAdmin')).canVoid).toBe(true);
    const payload = on(handoffId);
    await site.value('projectAdmin', 'handoff.void', payload, { issueKey });
    expect((await site.value('projectAdmin', 'handoff.void', payload, { issueKey })).cards.flatMap(({ handoff }) => handoff ?? [])).toEqual(
      [],
    );
    expect(JSON.stringify((await timeline('projectAdmin')).entries)).toContain('voided');
    expect(await site.code('sender', 'handoff.round', { handoffId, attempt: 1 }, { issueKey })).toBe('NOT_FOUND');

    const second = await site.createInDevelopment('Entered long ago');
    const old = await site.handOver(second, type);
    await site.advance(25 * 3_600_000);
    expect((await site.value('projectAdmin', 'handoff.timeline', on(old.handoffId), { issueKey: second })).canVoid).toBe(false);
    expect(await site.code('projectAdmin', 'handoff.void', on(old.handoffId), { issueKey: second })).toBe('WINDOW_CLOSED');
  });

  it('T17, S-121: the sender replaces a waiting handoff, and the new one is handed off where the work item stands', async () => {
    const issueKey = await site.createInDevelopment('Replaced');
    const { handoffId } = await site.handOver(issueKey, type);
    const screen = await site.value('sender', 'handoff.supersede', on(handoffId), { issueKey });
    const draft = screen.cards[0]?.handoff;
    expect(draft).toMatchObject({ state: 'DRAFT', receiver: { value: { accountId: site.account('receiver') } } });
    expect(screen.cards[0]?.left.map(({ id }) => id)).toEqual(['known_issues']);
    await site.edit('sender', issueKey, type, [{ field: 'item', id: 'known_issues', value: { kind: 'noneKnown' }, basedOn: 0 }]);
    const { outcome } = await site.value('sender', 'handoff.handOff', on(draft?.handoffId ?? ''), { issueKey });
    expect(outcome).toBe('handedOff');
    await site.idle();
    expect((await site.value('receiver', 'project.home', {}, { projectKey: 'SHOP' })).waitingForMe.map((row) => row.handoffId)).toContain(
      draft?.handoffId,
    );
  });

  it('S-125, T20: the sender reads the rating after a note of their own; with both notes it closes in minutes', async () => {
    const issueKey = await site.createInDevelopment('Both have their say');
    const handoff = await site.handOver(issueKey, type);
    await site.accept(issueKey, handoff);
    const { handoffId } = handoff;
    await site.value('receiver', 'handoff.rate', { ...on(handoffId), value: 2, comment: 'A word for the pair' }, { issueKey });
    const seen = async (part: 'sender' | 'lead') => (await site.card(part, issueKey)).handoff?.rating ?? null;
    expect(await seen('sender')).toBeNull();
    await site.value('sender', 'handoff.addNote', { ...on(handoffId), text: 'Staging was down' }, { issueKey });
    expect(await seen('sender')).toMatchObject({ value: 2, comment: 'A word for the pair' });
    expect(await seen('lead')).toBeNull();
    await site.value('receiver', 'handoff.addNote', { ...on(handoffId), text: 'Ask for the account' }, { issueKey });
    await site.advance(11 * 60_000);
    await site.idle();
    expect((await site.card('sender', issueKey)).ended).toMatchObject({ state: 'CLOSED', reason: 'complete', rating: { value: 2 } });
    expect((await site.card('lead', issueKey)).ended).toMatchObject({ state: 'CLOSED', rating: null });
  });
});
