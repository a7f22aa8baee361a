import type { Browser } from 'playwright-core';
import type { CallResult } from '../../src/contract/call';
import type { EditAnswer, HandoffScreen } from '../../src/contract/handoff-screen';
import type { Receiver } from '../../src/domain/handoff/handoff';
import { ALL_ANSWERS } from '../support/app-site';
import { launchChromium } from '../support/chromium';
import { startSite, type DemoUser, type RunningSite } from '../support/running-site';
import { Visitor } from '../support/visitor';

/** Longest a person waits for the screen to follow, in ms. */
const PATIENCE_MS = 15_000;
const QA_TEAM = { kind: 'group', groupId: '6f0c1d52-3b7e-4a68-9c15-d2e4f8a7b302' } as const;

let site: RunningSite;
let browser: Browser;
const visitors: Visitor[] = [];

beforeAll(async () => {
  [site, browser] = await Promise.all([startSite(), launchChromium()]);
});
afterEach(async () => {
  const errors = visitors.flatMap(({ consoleErrors }) => consoleErrors);
  await Promise.all(visitors.splice(0).map((visitor) => visitor.leave()));
  expect(errors).toEqual([]);
});
afterAll(async () => {
  await browser.close();
  await site.close();
});

function named(displayName: string): DemoUser {
  const user = site.users.find((each) => each.displayName.startsWith(displayName));
  if (user === undefined) throw new Error(`the demo has nobody called ${displayName}`);
  return user;
}

async function arrive(user: DemoUser, path: string): Promise<Visitor> {
  const visitor = await Visitor.arrive(browser, site, user);
  visitor.page.setDefaultTimeout(PATIENCE_MS);
  visitors.push(visitor);
  await visitor.goTo(path);
  return visitor;
}

async function call<T>(user: DemoUser, issueKey: string, functionKey: string, payload: object): Promise<T> {
  const answer = await site.invoke<CallResult<T>>(user, { moduleKey: 'handoff-context', functionKey, payload, context: { issueKey } });
  if (!answer.ok) throw new Error(`${functionKey} failed: ${JSON.stringify(answer.error)}`);
  return answer.value;
}

/** Fills what is left of a work item of the sender's and hands it over. */
async function handTo(receiver: Receiver, issueKey: string): Promise<void> {
  const sender = site.user('sender');
  const { cards } = await call<HandoffScreen>(sender, issueKey, 'handoff.get', {});
  const { handoff: draft, handoffType } = cards[0]!;
  const changes = [
    ...ALL_ANSWERS.filter((change) => !('id' in change && (change.id in (draft?.items ?? {}) || change.id in (draft?.note ?? {})))),
    { field: 'receiver', value: receiver, basedOn: draft?.receiver?.version ?? 0 },
  ];
  const { typeId } = handoffType;
  const { handoff } = await call<EditAnswer>(sender, issueKey, 'handoff.edit', { commandId: `prepare-${issueKey}`, typeId, changes });
  await call(sender, issueKey, 'handoff.handOff', { commandId: `hand-over-${issueKey}`, handoffId: handoff.handoffId });
  await site.idle();
}

/** Which of two sentences a person reads first. */
async function reads(visitor: Visitor, one: RegExp, other: RegExp): Promise<'one' | 'other'> {
  await visitor.see(visitor.handoff.getByText(new RegExp(`${one.source}|${other.source}`, 'u')));
  return (await visitor.handoff.getByText(one).count()) > 0 ? 'one' : 'other';
}

describe('two at once', () => {
  it('T6 E6: of two members of a group who press Take it, one has it and the other reads who', async () => {
    await handTo(QA_TEAM, 'SHOP-2');
    const members = [named('Ana'), named('Grace')];
    const both = await Promise.all(members.map((user) => arrive(user, '/browse/SHOP-2')));
    const buttons = both.map((visitor) => visitor.handoff.getByRole('button', { name: 'Take it' }));
    await Promise.all(buttons.map((button) => button.waitFor()));
    await Promise.all(both.map((visitor) => visitor.click(visitor.handoff.getByRole('button', { name: 'Take it' }))));
    const seen = await Promise.all(both.map((visitor) => reads(visitor, /You are checking this since/u, /is checking since/u)));
    expect([...seen].sort()).toEqual(['one', 'other']);
    const winner = members[seen.indexOf('one')];
    const loser = both[seen.indexOf('other')];
    if (loser === undefined || winner === undefined) throw new Error('nobody lost');
    await loser.see(loser.handoff.getByText(`${winner.displayName} is checking since`, { exact: false }));
    await loser.see(loser.handoff.getByText(/Somebody else took this first/u));
  });

  it('T11 T16: accepting and taking back at once end in one of the two, and both read which', async () => {
    const [receiver, sender] = await Promise.all([arrive(named('Ana'), '/browse/SHOP-3'), arrive(named('Tomas'), '/browse/SHOP-3')]);
    await sender.click(sender.handoff.getByRole('button', { name: 'Take back' }));
    await sender.fill(sender.handoff.getByRole('textbox', { name: /Why do you take this back/u }), 'The release moved to May.');
    await receiver.see(receiver.handoff.getByRole('button', { name: 'Accept', exact: true }));
    await Promise.all([
      receiver.click(receiver.handoff.getByRole('button', { name: 'Accept', exact: true })),
      sender.click(sender.handoff.getByRole('button', { name: 'Take back' })),
    ]);
    const seen = await Promise.all([
      reads(receiver, /You have it since/u, /Withdrawn by/u),
      reads(sender, /has it since/u, /Withdrawn by/u),
    ]);
    expect(new Set(seen).size).toBe(1);
    const loser = seen[0] === 'one' ? sender : receiver;
    await loser.see(loser.handoff.getByText(/(?:moved on meanwhile|at the same moment|not here any more)/u));
  });

  it('T11 T16: whoever takes back what was accepted a moment ago reads who has it, and nothing is lost', async () => {
    const issueKey = 'SHOP-1';
    await handTo({ kind: 'person', accountId: named('Ana').accountId }, issueKey);
    const [receiver, sender] = await Promise.all([
      arrive(named('Ana'), `/browse/${issueKey}`),
      arrive(named('Maya'), `/browse/${issueKey}`),
    ]);
    await sender.click(sender.handoff.getByRole('button', { name: 'Take back' }));
    await sender.fill(sender.handoff.getByRole('textbox', { name: /Why do you take this back/u }), 'The release moved to May.');
    await receiver.click(receiver.handoff.getByRole('button', { name: 'Accept', exact: true }));
    await receiver.see(receiver.handoff.getByText(/You have it since/u));
    await sender.click(sender.handoff.getByRole('button', { name: 'Take back' }));
    await sender.see(sender.handoff.getByText(/The handoff has moved on meanwhile, so this is no longer possible\. Nothing was lost/u));
    await sender.see(sender.handoff.getByText(/Ana Ferreira has it since/u));
    await sender.click(sender.handoff.getByText('What was handed over'));
    await sender.see(sender.handoff.getByText('Look at refunds first'));
  });
});
