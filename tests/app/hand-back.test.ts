import type { HandoffType } from '../../src/domain/type/handoff-type';
import { AppSite } from '../support/app-site';

let site: AppSite;
let type: HandoffType;

beforeAll(async () => {
  site = await AppSite.start();
  type = await site.turnOn();
});
afterAll(() => site.close());

const on = (handoffId: string) => ({ commandId: site.commandId(), handoffId });

describe('accepted by mistake', () => {
  it('E23: where a type leads back one click begins the handoff back, and it goes the whole way', async () => {
    const issueKey = await site.createInDevelopment('Not mine after all');
    const handoff = await site.handOver(issueKey, type);
    await site.accept(issueKey, handoff);
    const shown = async () => (await site.card('receiver', issueKey)).viewerMayHandBack;
    expect(await shown()).toBeUndefined();
    expect(await site.code('receiver', 'handoff.handBack', on(handoff.handoffId), { issueKey })).toBe('INVALID_STATE');

    const back = await site.addWayBack('SHOP', type);
    expect(await shown()).toBe(true);
    expect((await site.card('sender', issueKey)).viewerMayHandBack).toBeUndefined();
    const payload = on(handoff.handoffId);
    const { cards } = await site.value('receiver', 'handoff.handBack', payload, { issueKey });
    const draft = cards.find(({ handoffType }) => handoffType.typeId === back.typeId);
    expect(draft?.handoff).toMatchObject({
      state: 'DRAFT',
      handsBack: handoff.handoffId,
      receiver: { value: { accountId: site.account('sender') } },
    });
    expect(draft?.left.map(({ id }) => id)).toEqual(['known_issues', 'situation', 'recommendation']);
    await site.value('receiver', 'handoff.handBack', payload, { issueKey });
    expect(await shown()).toBeUndefined();

    await site.edit('receiver', issueKey, back, [
      { field: 'item', id: 'known_issues', value: { kind: 'noneKnown' }, basedOn: 0 },
      { field: 'section', id: 'situation', value: 'I took it for another one', basedOn: 0 },
      { field: 'section', id: 'recommendation', value: 'Ask Grace to test it', basedOn: 0 },
    ]);
    const { outcome } = await site.value('receiver', 'handoff.handOff', on(draft?.handoff?.handoffId ?? ''), { issueKey });
    expect(outcome).toBe('handedOff');
    expect(await site.statusOf(issueKey)).toBe('In Development');
    await site.idle();
    const { waitingForMe } = await site.value('sender', 'project.home', {}, { projectKey: 'SHOP' });
    expect(waitingForMe.map((row) => row.handoffId)).toContain(draft?.handoff?.handoffId);
  });
});
