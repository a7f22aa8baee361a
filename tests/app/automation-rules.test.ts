import type { HandoffType } from '../../src/domain/type/handoff-type';
import { AppSite } from '../support/app-site';

let site: AppSite;
let type: HandoffType;

beforeAll(async () => {
  site = await AppSite.start();
  type = await site.turnOn();
});
afterAll(() => site.close());

/** A rule as docs/automation-rules describes it: a change of *Handoff state* to a value starts it. */
async function addRule(value: string): Promise<string> {
  const { body } = await site.request('POST', '/_local/automation', {
    name: `Handoff: ${value}`,
    trigger: { kind: 'fieldChanged', field: 'Handoff state', value },
    action: { kind: 'comment', text: `It says ${value}` },
  });
  return (body as { id: string }).id;
}

async function countRuns(ruleId: string, issueKey: string): Promise<number> {
  await site.idle();
  const { body } = await site.request('GET', '/_local/automation');
  const { runs } = body as { runs: readonly { ruleId: string; issueKey: string; outcome: string }[] };
  return runs.filter((run) => run.ruleId === ruleId && run.issueKey === issueKey && run.outcome === 'success').length;
}

describe('Automation rules on Handoff state (S-085, S-111, S-112)', () => {
  it('S-112 tells once per handoff, whatever else happens to it, and again when it is handed off again', async () => {
    const waiting = await addRule('Waiting');
    const returned = await addRule('Returned');
    const accepted = await addRule('Accepted');
    const issueKey = await site.createInDevelopment('Told to a channel');
    const handoff = await site.handOver(issueKey, type);
    expect(await countRuns(waiting, issueKey)).toBe(1);

    // A change of the work item that has nothing to do with the handoff, the schedule, and somebody looking.
    await site.rest('sender', 'PUT', `/issue/${issueKey}`, { fields: { summary: 'Told to a channel, renamed' } });
    await site.advance(6 * 60_000);
    await site.screen('receiver', issueKey);
    expect(await countRuns(waiting, issueKey)).toBe(1);

    const { handoffId } = handoff;
    await site.value(
      'receiver',
      'handoff.return',
      { commandId: site.commandId(), handoffId, reason: 'The account does not work', itemIds: ['where_to_test'], sectionIds: [] },
      { issueKey },
    );
    expect([await countRuns(returned, issueKey), await countRuns(waiting, issueKey)]).toEqual([1, 1]);

    const { items } = await site.handoff('sender', issueKey);
    await site.edit('sender', issueKey, type, [
      {
        field: 'item',
        id: 'where_to_test',
        value: { kind: 'text', text: 'Staging 2, account qa-9' },
        basedOn: items['where_to_test']?.version ?? 0,
      },
    ]);
    await site.value('sender', 'handoff.handOff', { commandId: site.commandId(), handoffId }, { issueKey });
    await site.idle();
    await site.accept(issueKey, await site.handoff('receiver', issueKey));
    expect([await countRuns(waiting, issueKey), await countRuns(accepted, issueKey)]).toEqual([2, 1]);
  });
});
