import { HttpException, Version3Client } from 'jira.js';

import type { HandoffType } from '../../src/domain/type/handoff-type';
import { AppSite } from '../support/app-site';

let site: AppSite;
let type: HandoffType;
let client: Version3Client;
beforeAll(async () => {
  site = await AppSite.start();
  type = await site.turnOn();
  client = new Version3Client({ host: site.url, authentication: { basic: { email: 'maya@example.com', apiToken: 'any' } } });
});
afterAll(() => site.close());

async function move(issueIdOrKey: string, toStatusName: string): Promise<void> {
  const { transitions = [] } = await client.issues.getTransitions({ issueIdOrKey });
  const transition = transitions.find(({ to }) => to?.name === toStatusName);
  await client.issues.doTransition({ issueIdOrKey, transition: { id: transition?.id ?? '' } });
}

describe('jira.js as a client of the site', () => {
  it('S-061: creates a work item, is refused with what is needed, and moves once the handoff is prepared', async () => {
    const { key } = await client.issues.createIssue({
      fields: { project: { key: 'SHOP' }, issuetype: { name: 'Task' }, summary: 'Made by a script' },
    });
    await client.issues.assignIssue({ issueIdOrKey: key, accountId: site.account('sender') });
    await move(key, 'In Development');
    const refusal: unknown = await move(key, 'In QA').catch((error: unknown) => error);
    expect(refusal).toBeInstanceOf(HttpException);
    expect((refusal as HttpException).response).toMatchObject({
      status: 400,
      data: { errorMessages: [expect.stringMatching(/^Nothing prepared for QA yet\. Needed: Pull request/u) as string] },
    });
    await site.prepare(key, type);
    await move(key, 'In QA');
    const { fields } = await client.issues.getIssue({ issueIdOrKey: key });
    expect(fields.status.name).toBe('In QA');
    await site.idle();
    expect((await site.handoff('receiver', key)).state).toBe('OFFERED');
  });
});
