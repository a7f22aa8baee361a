import type { HandoffType } from '../../src/domain/type/handoff-type';
import { AppSite } from '../support/app-site';

const PLACE = { projectKey: 'SHOP' };

let site: AppSite;
let type: HandoffType;

beforeAll(async () => {
  site = await AppSite.start();
  type = await site.turnOn();
});
afterEach(() => site.clearFaults());
afterAll(() => site.close());

describe('lists that lag behind', () => {
  it('the answer to a command knows what the list does not yet, and the list catches up', async () => {
    const issueKey = await site.createInDevelopment('Seen late in lists');
    const handoff = await site.handOver(issueKey, type);
    const waiting = async (): Promise<readonly string[]> =>
      (await site.value('receiver', 'project.home', {}, PLACE)).waitingForMe.map((row) => row.issueKey);
    expect(await waiting()).toContain(issueKey);

    await site.request('POST', '/_local/faults', { service: 'kvs', queryLagMs: 60_000 });
    const { screen } = await site.accept(issueKey, handoff);
    expect(screen.cards[0]?.handoff?.state).toBe('ACCEPTED');
    expect(await waiting()).toContain(issueKey);
    expect((await site.handoff('receiver', issueKey)).state).toBe('ACCEPTED');

    await site.advance(61_000);
    expect(await waiting()).not.toContain(issueKey);
  });
});
