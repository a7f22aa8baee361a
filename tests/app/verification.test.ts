import type { ChecklistItem, HandoffType } from '../../src/domain/type/handoff-type';
import { AppSite } from '../support/app-site';

let site: AppSite;
beforeAll(async () => {
  site = await AppSite.start();
});
afterAll(() => site.close());

const readback = (text: (id: string) => string) =>
  ['where_to_test', 'recommendation', 'situation'].map((questionId) => ({ questionId, text: text(questionId) }));
const copied = readback((id) => (id === 'recommendation' ? 'Look at refunds first' : `Ana on ${id}`));
const own = readback((id) => `What ${id} means to Ana, in her words`);

describe('verification on a work item', () => {
  it('T10, T11, S-059, S-060: failed, retried, signed by a second person, accepted; the history tells each step', async () => {
    const options = { verificationLevel: 3, accountableId: site.account('lead') } as const;
    const type = await site.turnOn('SHOP', { options });
    const issueKey = await site.createInDevelopment('Read back');
    const handoff = await site.handOver(issueKey, type);
    const { handoffId, offer } = handoff;
    const digest = offer?.digest;
    const command = () => ({ commandId: site.commandId(), handoffId, digest });
    const accept = () => ({ ...command(), nextStep: null });
    expect(await site.code('receiver', 'handoff.accept', accept(), { issueKey })).toBe('READBACK_REQUIRED');
    await site.value('receiver', 'handoff.readback', { ...command(), answers: copied }, { issueKey });
    expect(await site.code('receiver', 'handoff.accept', accept(), { issueKey })).toBe('READBACK_REQUIRED');
    const retry = { ...command(), answers: own };
    await site.value('receiver', 'handoff.readback', retry, { issueKey });
    await site.value('receiver', 'handoff.readback', retry, { issueKey });
    expect(await site.code('receiver', 'handoff.accept', accept(), { issueKey })).toBe('SECOND_SIGNATURE_MISSING');
    await site.value('lead', 'handoff.countersign', command(), { issueKey });
    await site.value('receiver', 'handoff.accept', accept(), { issueKey });
    await site.value('sender', 'handoff.hearback', { commandId: site.commandId(), handoffId, corrections: [] }, { issueKey });
    const { acceptance } = await site.handoff('sender', issueKey);
    expect(acceptance?.nextStep).toBe('What recommendation means to Ana, in her words');
    const { entries } = await site.value('sender', 'handoff.timeline', { commandId: site.commandId(), handoffId }, { issueKey });
    expect(entries.map(({ event }) => event).slice(-6)).toEqual([
      'acknowledged',
      'readback.submitted',
      'readback.submitted',
      'countersigned',
      'accepted',
      'readback.confirmed',
    ]);
    await site.turnOn('SHOP', { options: {} });
  });

  it('S-012: high risk stands in the lists and asks for a readback', async () => {
    const type = await site.turnOn('SHOP', { options: { riskAsked: true } });
    const issueKey = await site.createInDevelopment('Risky');
    await site.prepare(issueKey, type);
    const { handoffId } = await site.edit('sender', issueKey, type, [{ field: 'risk', value: 'high', basedOn: 0 }]);
    await site.value('sender', 'handoff.handOff', { commandId: site.commandId(), handoffId }, { issueKey });
    await site.idle();
    const { offer } = await site.handoff('receiver', issueKey);
    const accept = { commandId: site.commandId(), handoffId, digest: offer?.digest, nextStep: 'I look at refunds before all else' };
    expect(await site.code('receiver', 'handoff.accept', accept, { issueKey })).toBe('READBACK_REQUIRED');
    const { waitingForMe } = await site.value('receiver', 'project.home', {}, { projectKey: 'SHOP' });
    expect(waitingForMe.find((row) => row.issueKey === issueKey)?.highRisk).toBe(true);
    await site.turnOn('SHOP', { options: {} });
  });

  it('a field that changes after the sign-off is shown with old and new until the receiver confirms it', async () => {
    const before: HandoffType = await site.turnOn();
    const labels: ChecklistItem = {
      itemId: 'labels',
      title: 'Labels',
      hint: '',
      kind: 'field',
      required: true,
      allowNoneKnown: false,
      allowInDescription: false,
      fieldId: 'labels',
    };
    const type = await site.turnOn('SHOP', { items: [...before.items, labels] });
    const issueKey = await site.createInDevelopment('Relabelled');
    await site.rest('sender', 'PUT', `/issue/${issueKey}`, { fields: { labels: ['voucher'] } });
    await site.accept(issueKey, await site.handOver(issueKey, type));
    expect((await site.card('receiver', issueKey)).changedAfterSignOff).toBeUndefined();
    await site.rest('sender', 'PUT', `/issue/${issueKey}`, { fields: { labels: ['refund'] } });
    await site.idle();
    const { changedAfterSignOff, handoff } = await site.card('receiver', issueKey);
    expect(changedAfterSignOff?.changes).toEqual([{ itemId: 'labels', was: 'voucher', is: 'refund' }]);
    const confirm = { commandId: site.commandId(), handoffId: handoff?.handoffId, digest: changedAfterSignOff?.digest };
    expect(await site.code('sender', 'handoff.confirmChange', confirm, { issueKey })).toBe('FORBIDDEN');
    const { cards } = await site.value('receiver', 'handoff.confirmChange', confirm, { issueKey });
    expect(cards[0]?.changedAfterSignOff).toBeUndefined();
    await site.turnOn('SHOP', { items: before.items });
  });
});
