import { AppSite } from '../support/app-site';
import type { TypeOptions } from '../../src/domain/type/type-options';

const HOUR_MS = 3_600_000;
/** A Monday, 10 in Berlin: where everybody of the demo lives. */
const MONDAY = '2031-03-03T09:00:00.000Z';
const TUESDAY = '2031-03-04T08:00:00.000Z';

let site: AppSite;
beforeEach(async () => {
  site = await AppSite.start();
  await site.request('POST', '/_local/clock', { freeze: MONDAY });
});
afterEach(() => site.close());

const subjects = (issueKey: string): string[] =>
  site
    .mails()
    .filter((mail) => mail.fromApp && mail.issueKey === issueKey)
    .map(({ subject }) => subject.replace(`${issueKey}: `, ''))
    .sort();

async function held(summary: string, options: Partial<TypeOptions> = {}) {
  const type = await site.turnOn('SHOP', { options: { holdAllowed: true, ...options } });
  const issueKey = await site.createInDevelopment(summary);
  const { handoffId } = await site.prepare(issueKey, type);
  const hold = { commandId: site.commandId(), handoffId, until: TUESDAY };
  const { cards } = await site.value('sender', 'handoff.hold', hold, { issueKey });
  expect(cards[0]?.handoff?.hold).toMatchObject({ until: TUESDAY });
  await site.idle();
  return { issueKey, handoffId };
}

async function hours(count: number): Promise<void> {
  await site.advance(count * HOUR_MS);
  await site.idle();
}

describe('a handoff that is held', () => {
  it('S-123: at its time the work item is moved and the receiver asked, not before', async () => {
    const { issueKey, handoffId } = await held('Better tomorrow');
    expect(await site.value('sender', 'handoff.times', { handoffId }, { issueKey })).toEqual({
      receiver: null,
      shared: null,
      holdUntil: TUESDAY,
    });
    await hours(22);
    expect(await site.handoff('receiver', issueKey)).toMatchObject({ state: 'DRAFT', hold: { until: TUESDAY } });
    expect(subjects(issueKey)).toEqual([]);
    expect(await site.statusOf(issueKey)).toBe('In Development');
    await hours(2);
    const handoff = await site.handoff('receiver', issueKey);
    expect(handoff).toMatchObject({ state: 'OFFERED', sender: { value: site.account('sender') } });
    expect(handoff.hold).toBeUndefined();
    expect(await site.statusOf(issueKey)).toBe('In QA');
    expect(subjects(issueKey)).toEqual(['a handoff waits for you']);
    expect((await site.accept(issueKey, handoff)).screen.cards[0]?.handoff?.state).toBe('ACCEPTED');
  });

  it('S-123 S-053: while the receiver is away it stays held, the sender is told once, and then it goes out', async () => {
    const { issueKey } = await held('Not while Ana is away', { readiness: 'blocks' });
    const calendar = { zone: 'Europe/Berlin', week: [2, 3].map((day) => ({ day, from: 540, to: 1_020 })), daysOff: [] };
    await site.value('receiver', 'me.save', { calendar, awayUntil: '2031-03-05' }, { issueKey });
    await hours(24);
    await hours(2);
    expect(await site.handoff('sender', issueKey)).toMatchObject({ state: 'DRAFT', hold: { stuck: 'away' } });
    expect(subjects(issueKey)).toEqual(['a held handoff is still held']);
    expect(await site.statusOf(issueKey)).toBe('In Development');
    await site.value('receiver', 'me.save', { calendar, awayUntil: null }, { issueKey });
    await hours(1);
    expect((await site.handoff('sender', issueKey)).state).toBe('OFFERED');
    expect(subjects(issueKey)).toEqual(['a handoff waits for you', 'a held handoff is still held']);
  });

  it('S-123: what was taken out of it, or a work item that went elsewhere, keeps it held; a move by hand hands it off', async () => {
    const { issueKey, handoffId } = await held('Moved by hand');
    expect((await site.move('sender', issueKey, 'In QA')).status).toBe(204);
    await site.idle();
    const moved = await site.handoff('receiver', issueKey);
    expect(moved).toMatchObject({ handoffId, state: 'OFFERED' });
    expect(moved.hold).toBeUndefined();

    const elsewhere = await held('Put back on the pile');
    await site.move('sender', elsewhere.issueKey, 'To Do');
    await hours(24);
    await hours(1);
    expect(await site.handoff('sender', elsewhere.issueKey)).toMatchObject({ state: 'DRAFT', hold: { stuck: 'move' } });
    expect(subjects(elsewhere.issueKey)).toEqual(['a held handoff is still held']);
    await site.value(
      'sender',
      'handoff.release',
      { commandId: site.commandId(), handoffId: elsewhere.handoffId },
      { issueKey: elsewhere.issueKey },
    );
    expect((await site.handoff('sender', elsewhere.issueKey)).hold).toBeUndefined();
  });
});
