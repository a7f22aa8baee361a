import type { HandoffType } from '../../src/domain/type/handoff-type';
import { AppSite } from '../support/app-site';

let site: AppSite;
let type: HandoffType;

beforeAll(async () => {
  site = await AppSite.start();
  type = await site.turnOn();
});
afterAll(() => site.close());

describe('the loop', () => {
  it('S-061: a move with nothing prepared is refused and names what is needed', async () => {
    const issueKey = await site.createInDevelopment('Refused without a handoff');
    const { status, messages } = await site.move('sender', issueKey, 'In QA');
    expect(status).toBe(400);
    expect(messages).toEqual([
      'Nothing prepared for QA yet. Needed: Pull request, Where to test, How to check it and 3 more. Anyone who can edit this work item can start under Handoff, on its right side.',
    ]);
    expect(await site.statusOf(issueKey)).toBe('In Development');
  });

  it('a move with something left says how much and what; panel and message count the same', async () => {
    const issueKey = await site.createInDevelopment('Two things are left');
    await site.prepare(issueKey, type);
    await site.edit('sender', issueKey, type, [
      { field: 'item', id: 'where_to_test', value: null, basedOn: 1 },
      { field: 'section', id: 'situation', value: 'tbd', basedOn: 1 },
    ]);
    const { messages } = await site.move('sender', issueKey, 'In QA');
    expect(messages[0]).toMatch(/^Not ready for QA: 2 left\. Missing Where to test and Situation\./u);
    expect((await site.card('sender', issueKey)).left).toHaveLength(2);
    await site.idle();
    expect((await site.handoff('sender', issueKey)).missedIds).toEqual(['where_to_test', 'situation']);
  });

  it('S-017: handing off moves, offers, tells the receiver once and fills the two fields in one call', async () => {
    const issueKey = await site.createInDevelopment('Handed off by the button');
    const { handoffId } = await site.prepare(issueKey, type);
    await site.idle();
    const before = site.mails().length;
    await site.takeCalls();
    const { outcome, screen } = await site.value('sender', 'handoff.handOff', { commandId: site.commandId(), handoffId }, { issueKey });
    expect(outcome).toBe('handedOff');
    expect(screen.cards[0]?.handoff?.state).toBe('OFFERED');
    expect(screen.issue.statusName).toBe('In QA');
    await site.idle();
    expect(site.mails().length).toBe(before + 1);
    expect(site.mails()[0]).toMatchObject({ fromApp: true, issueKey, subject: `${issueKey}: a handoff waits for you` });
    const mirrored = (await site.takeCalls()).filter(({ path }) => path.includes('/app/field/value'));
    expect(mirrored.map(({ path, as }) => [path, as])).toEqual([
      ['/rest/api/3/app/field/value?generateChangelog=true&generateAppEvents=false', 'app'],
    ]);
    expect((await site.card('sender', issueKey)).notification).toBe('sent');
  });

  it('a board move of a complete draft offers it, with the path and the mover kept', async () => {
    const issueKey = await site.createInDevelopment('Handed off by a drag');
    await site.prepare(issueKey, type);
    expect((await site.move('sender', issueKey, 'In QA')).status).toBe(204);
    await site.idle();
    expect((await site.handoff('receiver', issueKey)).offer).toMatchObject({ path: 'move', by: site.account('sender') });
  });

  it('T8, T11: the receiver asks, the sender answers, the receiver accepts and becomes the assignee; only then it may go on', async () => {
    const issueKey = await site.createInDevelopment('Signed off');
    const handoff = await site.handOver(issueKey, type);
    const { handoffId } = handoff;
    const asked = await site.value(
      'receiver',
      'handoff.ask',
      { commandId: site.commandId(), handoffId, text: 'Which browser?' },
      { issueKey },
    );
    const questionId = asked.cards[0]?.handoff?.questions[0]?.questionId;
    await site.value('sender', 'handoff.answer', { commandId: site.commandId(), handoffId, questionId, text: 'All of them' }, { issueKey });
    expect((await site.move('receiver', issueKey, 'Done')).messages[0]).toMatch(/^Not signed off: QA has not accepted/u);

    const { assignment, screen } = await site.accept(issueKey, handoff);
    expect(assignment).toBe('assigned');
    expect(screen.cards[0]?.handoff?.state).toBe('ACCEPTED');
    expect((await site.move('receiver', issueKey, 'Done')).status).toBe(204);
  });

  it('T12, T13: a return moves the work item back and names what to fix; handed off again, round 1 stays readable', async () => {
    const issueKey = await site.createInDevelopment('Returned once');
    const { handoffId } = await site.handOver(issueKey, type);
    const payload = { commandId: site.commandId(), handoffId, reason: 'The account is locked', itemIds: ['where_to_test'], sectionIds: [] };
    const { move, screen } = await site.value('receiver', 'handoff.return', payload, { issueKey });
    expect(move).toBe('moved');
    expect(screen.cards[0]?.left).toEqual([{ kind: 'item', id: 'where_to_test', title: 'Where to test' }]);
    await site.idle();
    expect(await site.statusOf(issueKey)).toBe('In Development');
    expect((await site.move('sender', issueKey, 'In QA')).status).toBe(400);

    const answer = { field: 'item', id: 'where_to_test', value: { kind: 'text', text: 'Staging 5, account qa-8' }, basedOn: 1 } as const;
    await site.edit('sender', issueKey, type, [answer]);
    const again = await site.value('sender', 'handoff.handOff', { commandId: site.commandId(), handoffId }, { issueKey });
    expect(again.outcome).toBe('handedOff');
    expect(again.screen.cards[0]?.handoff?.attempt).toBe(2);
    const round = await site.value('receiver', 'handoff.round', { handoffId, attempt: 1 }, { issueKey });
    expect(round.returned?.reason).toBe('The account is locked');
    expect(round.package.items.find(({ itemId }) => itemId === 'where_to_test')?.answer).toEqual({
      kind: 'text',
      text: 'Staging 4, account qa-7',
    });
  });

  it('E29: a work item that comes back after acceptance must be handed over again', async () => {
    const issueKey = await site.createInDevelopment('Comes back');
    await site.accept(issueKey, await site.handOver(issueKey, type));
    await site.move('receiver', issueKey, 'In Development');
    await site.idle();
    const { status, messages } = await site.move('sender', issueKey, 'In QA');
    expect(status).toBe(400);
    expect(messages[0]).toMatch(/^Nothing prepared for QA yet/u);
  });

  it('T20: seven days after acceptance it closes by itself, and the sender then sees the rating', async () => {
    const issueKey = await site.createInDevelopment('Closes by itself');
    const handoff = await site.handOver(issueKey, type);
    await site.accept(issueKey, handoff);
    await site.value(
      'receiver',
      'handoff.rate',
      { commandId: site.commandId(), handoffId: handoff.handoffId, value: 4, comment: 'Clear' },
      { issueKey },
    );
    expect((await site.handoff('sender', issueKey)).rating).toBeNull();
    expect((await site.handoff('receiver', issueKey)).rating).toMatchObject({ value: 4, comment: 'Clear' });
    await site.advance(7 * 24 * 3_600_000 + 10 * 60_000);
    await site.idle();
    const { handoff: live, ended } = await site.card('sender', issueKey);
    expect(live).toBeNull();
    expect(ended).toMatchObject({ state: 'CLOSED', reason: 'timeout', rating: { value: 4, comment: 'Clear' } });
    const lead = (await site.screen('lead', issueKey)).cards.map((card) => card.ended?.rating);
    expect(lead).toEqual([null]);
  });
});

describe('the project page', () => {
  it('lists what waits, what can be rated and what was sent, and counts the month', async () => {
    const place = { projectKey: 'SHOP' };
    const issueKey = await site.createInDevelopment('Shown in lists');
    const handoff = await site.handOver(issueKey, type);
    const waiting = (await site.value('receiver', 'project.home', {}, place)).waitingForMe.find((row) => row.issueKey === issueKey);
    expect(waiting).toMatchObject({ senderId: site.account('sender'), recommendation: 'Look at refunds first', openQuestions: 0 });
    expect((await site.value('sender', 'project.home', {}, place)).sent.map((row) => row.issueKey)).toContain(issueKey);
    await site.accept(issueKey, handoff);
    await site.idle();
    const home = await site.value('receiver', 'project.home', {}, place);
    expect(home.waitingForMe.map((row) => row.issueKey)).not.toContain(issueKey);
    expect(home.toRate.map((row) => row.issueKey)).toContain(issueKey);
    expect(home.months[0]?.accepted).toBeGreaterThan(0);
  });
});
