import type { MyTime } from '../../src/contract/times';
import { AppSite, type Part } from '../support/app-site';
import type { HandoffType } from '../../src/domain/type/handoff-type';
import type { TypeOptions } from '../../src/domain/type/type-options';

const HOUR_MS = 3_600_000;
/** A Monday, 10 in Berlin: where everybody of the demo lives. */
const MONDAY = '2031-03-03T09:00:00.000Z';
const WEEKDAYS = [1, 2, 3, 4, 5].map((day) => ({ day, from: 540, to: 1_020 }));

let site: AppSite;
beforeAll(async () => {
  site = await AppSite.start();
  await site.request('POST', '/_local/clock', { freeze: MONDAY });
});
afterAll(() => site.close());

function turnOn(options: Partial<TypeOptions>): Promise<HandoffType> {
  return site.turnOn('SHOP', { options });
}

const subjects = (issueKey: string): string[] =>
  site
    .mails()
    .filter((mail) => mail.fromApp && mail.issueKey === issueKey)
    .map(({ subject }) => subject.replace(`${issueKey}: `, ''))
    .sort();

function saveTime(part: Part, issueKey: string, own: Partial<MyTime>): Promise<MyTime> {
  const calendar = { zone: 'Europe/Berlin', week: WEEKDAYS, daysOff: [] };
  return site.value(part, 'me.save', { calendar, awayUntil: own.awayUntil ?? null }, { issueKey });
}

describe('due times', () => {
  it('T5 S-141 E5: an unanswered handoff tells the receiver and the accountable person, each once, and stays where it is', async () => {
    const type = await turnOn({
      due: { kind: 'workingHours', hours: 4 },
      overdueReminds: true,
      overdueEscalates: true,
      accountableId: site.account('lead'),
    });
    const issueKey = await site.createInDevelopment('Answered too late');
    const { offer } = await site.handOver(issueKey, type);
    expect(offer).toMatchObject({ dueAt: '2031-03-03T13:00:00.000Z', calendar: { zone: 'Europe/Berlin', version: 0 } });
    expect(subjects(issueKey)).toEqual(['a handoff waits for you']);
    const home = await site.value('receiver', 'project.home', {}, { projectKey: 'SHOP' });
    expect(home.waitingForMe.find((row) => row.issueKey === issueKey)?.dueAt).toBe('2031-03-03T13:00:00.000Z');

    for (let round = 0; round < 3; round += 1) {
      await site.advance(5 * HOUR_MS);
      await site.idle();
    }
    expect(subjects(issueKey)).toEqual([
      'a handoff waits for you',
      'a handoff waits for your answer longer than planned',
      'nobody has answered a handoff in time',
    ]);
    expect(await site.handoff('receiver', issueKey)).toMatchObject({ state: 'OFFERED', offer: { takenBy: null } });
  });
});

describe("the receiver's absence", () => {
  it('S-050: is shown to the sender, stops a handoff, and gives way to a reason', async () => {
    const type = await turnOn({ readiness: 'blocks' });
    const issueKey = await site.createInDevelopment('For somebody away');
    await saveTime('receiver', issueKey, { awayUntil: '2031-03-17' });
    const { handoffId } = await site.prepare(issueKey, type);
    const times = await site.value('sender', 'handoff.times', { handoffId }, { issueKey });
    expect(times.receiver?.awayUntil).toBe('2031-03-16T23:00:00.000Z');
    const press = (more: object = {}) => ({ commandId: site.commandId(), handoffId, ...more });
    expect(await site.code('sender', 'handoff.handOff', press(), { issueKey })).toBe('RECEIVER_NOT_READY');
    expect(await site.statusOf(issueKey)).toBe('In Development');
    const given = press({ readinessOverride: 'The release is tonight' });
    expect((await site.value('sender', 'handoff.handOff', given, { issueKey })).outcome).toBe('handedOff');
    expect((await site.handoff('sender', issueKey)).offer?.readinessOverride).toBe('The release is tonight');
    await saveTime('receiver', issueKey, {});
  });
});

describe('a talk', () => {
  it('T9 S-138 S-143: said by one and confirmed by the other lets the receiver accept', async () => {
    const type = await turnOn({ talk: 'required' });
    const issueKey = await site.createInDevelopment('Much to know');
    const { handoffId } = await site.prepare(issueKey, type);
    await site.edit('sender', issueKey, type, [
      { field: 'item', id: 'known_issues', value: { kind: 'text', text: 'One\nTwo\nThree\nFour\nFive\nSix' }, basedOn: 1 },
    ]);
    await site.value('sender', 'handoff.handOff', { commandId: site.commandId(), handoffId }, { issueKey });
    const offered = await site.handoff('receiver', issueKey);
    expect(offered.offer?.talk).toEqual({ pieces: 6, rule: 'pieces' });
    expect((await site.value('receiver', 'handoff.times', { handoffId }, { issueKey })).shared?.slot).not.toBeNull();
    const decide = { commandId: site.commandId(), handoffId, digest: offered.offer?.digest, nextStep: null };
    expect(await site.code('receiver', 'handoff.accept', decide, { issueKey })).toBe('TALK_REQUIRED');
    const say = () => ({ commandId: site.commandId(), handoffId });
    await site.value('sender', 'handoff.logTalk', say(), { issueKey });
    expect(await site.code('sender', 'handoff.confirmTalk', say(), { issueKey })).toBe('TALK_SAME_PERSON');
    await site.value('receiver', 'handoff.confirmTalk', say(), { issueKey });
    await site.accept(issueKey, offered);
    expect((await site.handoff('receiver', issueKey)).state).toBe('ACCEPTED');
  });
});

describe('trying it alone', () => {
  it('E2: one person goes through all of it, and it counts in no number', async () => {
    const type = await turnOn({ selfAllowed: true });
    const before = await site.value('lead', 'project.home', {}, { projectKey: 'SHOP' });
    const issueKey = await site.createInDevelopment('Just trying');
    const { handoffId } = await site.prepare(issueKey, type, 'sender');
    await site.value('sender', 'handoff.handOff', { commandId: site.commandId(), handoffId }, { issueKey });
    const { offer } = await site.handoff('sender', issueKey);
    const decide = { commandId: site.commandId(), handoffId, digest: offer?.digest, nextStep: null };
    await site.value('sender', 'handoff.accept', decide, { issueKey });
    const rate = { commandId: site.commandId(), handoffId, value: 5, comment: null };
    expect(await site.code('sender', 'handoff.rate', rate, { issueKey })).toBe('FORBIDDEN');
    await site.idle();
    const after = await site.value('lead', 'project.home', {}, { projectKey: 'SHOP' });
    expect(after.months[0]?.handoffs).toBe(before.months[0]?.handoffs);
    expect(after.toRate.map((row) => row.issueKey)).not.toContain(issueKey);
  });
});
