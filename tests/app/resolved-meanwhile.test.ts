import type { HandoffType } from '../../src/domain/type/handoff-type';
import { AppSite } from '../support/app-site';

const HOUR_MS = 3_600_000;

let site: AppSite;
let type: HandoffType;

beforeAll(async () => {
  site = await AppSite.start();
  type = await site.turnOn();
  // Nobody is stopped on the way out of QA here: the work item is resolved over the handoff's head.
  await site.setRule('SHOP', 'Finish', { requires: 'accepted', mode: 'observe' });
});
afterAll(() => site.close());

async function resolved(summary: string) {
  const issueKey = await site.createInDevelopment(summary);
  const handoff = await site.handOver(issueKey, type);
  expect((await site.move('sender', issueKey, 'Done')).status).toBe(204);
  await site.idle();
  return { issueKey, handoff };
}

async function hours(count: number): Promise<void> {
  await site.advance(count * HOUR_MS);
  await site.idle();
}

const told = (issueKey: string) =>
  site.mails().filter((mail) => mail.fromApp && mail.issueKey === issueKey && mail.subject.includes('resolved'));

describe('a work item that is resolved while its handoff waits', () => {
  it('E18: after a day the handoff ends, and both sides are told once', async () => {
    const { issueKey, handoff } = await resolved('Fixed by accident');
    await hours(23);
    expect((await site.handoff('receiver', issueKey)).state).toBe('OFFERED');
    await hours(2);
    const { ended } = await site.card('receiver', issueKey);
    expect(ended).toMatchObject({ handoffId: handoff.handoffId, state: 'CANCELLED', endedBy: null, reason: 'ticketClosed' });
    await hours(1);
    expect(told(issueKey)).toHaveLength(2);
    const history = { commandId: site.commandId(), handoffId: handoff.handoffId };
    const { entries } = await site.value('sender', 'handoff.timeline', history, { issueKey });
    expect(entries.at(-1)).toMatchObject({ event: 'cancelled.ticketClosed', actorKind: 'system' });
    const { waitingForMe } = await site.value('receiver', 'project.home', {}, { projectKey: 'SHOP' });
    expect(waitingForMe.map((row) => row.issueKey)).not.toContain(issueKey);
  });

  it('E18: reopened before that, or accepted, it goes on', async () => {
    const reopened = await resolved('Reopened in time');
    const accepted = await resolved('Accepted in time');
    await hours(20);
    expect((await site.move('sender', reopened.issueKey, 'In Development')).status).toBe(204);
    await site.accept(accepted.issueKey, accepted.handoff);
    await hours(5);
    expect((await site.handoff('receiver', reopened.issueKey)).state).toBe('OFFERED');
    expect((await site.handoff('receiver', accepted.issueKey)).state).toBe('ACCEPTED');
    expect([...told(reopened.issueKey), ...told(accepted.issueKey)]).toEqual([]);
  });
});
