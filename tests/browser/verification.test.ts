import type { Browser } from 'playwright-core';
import type { SettingsView } from '../../src/contract/settings';
import type { HandoffScreen } from '../../src/contract/handoff-screen';
import { ALL_ANSWERS } from '../support/app-site';
import { launchChromium } from '../support/chromium';
import { KeyboardVisitor } from '../support/keyboard-visitor';
import { startSite, type RunningSite } from '../support/running-site';
import { Visitor } from '../support/visitor';

/** Longest a person waits for the screen to follow, in ms. */
const PATIENCE_MS = 15_000;
const ISSUE_KEY = 'SHOP-2';

let site: RunningSite;
let browser: Browser;
const visitors: Visitor[] = [];

beforeAll(async () => {
  [site, browser] = await Promise.all([startSite(), launchChromium()]);
  await handOverWithReadback();
});

afterAll(async () => {
  const errors = visitors.flatMap(({ consoleErrors }) => consoleErrors);
  await Promise.all(visitors.map((visitor) => visitor.leave()));
  await browser.close();
  await site.close();
  expect(errors).toEqual([]);
});

async function invoke<Value>(part: string, functionKey: string, payload: object, context: Record<string, string>): Promise<Value> {
  const moduleKey = functionKey.startsWith('settings.') ? 'handoff-settings' : 'handoff-context';
  const answer = await site.invoke<{ ok: boolean; value: Value }>(site.user(part), { moduleKey, functionKey, payload, context });
  if (!answer.ok) throw new Error(`${functionKey} failed: ${JSON.stringify(answer)}`);
  return answer.value;
}

/** Switches the readback on for the first type of SHOP, and hands a work item to the receiver. */
async function handOverWithReadback(): Promise<void> {
  const { rev, types } = await invoke<SettingsView>('projectAdmin', 'settings.get', {}, { projectKey: 'SHOP' });
  const { typeId, version: _version, ...draft } = types[0]!.current;
  const saved = { rev, typeId, draft: { ...draft, options: { verificationLevel: 2 } } };
  await invoke('projectAdmin', 'settings.saveType', saved, { projectKey: 'SHOP' });
  const place = { issueKey: ISSUE_KEY };
  const receiver = { field: 'receiver', value: { kind: 'person', accountId: site.user('receiver').accountId }, basedOn: 0 };
  const changes = [...ALL_ANSWERS, receiver];
  const { handoff } = await invoke<{ handoff: { handoffId: string } }>(
    'sender',
    'handoff.edit',
    { commandId: 'command-1', typeId, changes },
    place,
  );
  const given = { commandId: 'command-2', handoffId: handoff.handoffId };
  const { screen } = await invoke<{ screen: HandoffScreen }>('sender', 'handoff.handOff', given, place);
  expect(screen.cards[0]?.handoff?.state).toBe('OFFERED');
  await site.idle();
}

async function arrive(part: string): Promise<{ keyboard: KeyboardVisitor; visitor: Visitor }> {
  const visitor = await Visitor.arrive(browser, site, site.user(part));
  visitor.page.setDefaultTimeout(PATIENCE_MS);
  visitors.push(visitor);
  const keyboard = new KeyboardVisitor(visitor);
  await keyboard.goTo(`/browse/${ISSUE_KEY}`);
  return { keyboard, visitor };
}

describe('saying it back, with the keyboard alone', () => {
  it('T10, T11: a receiver fails, tries once more and accepts; the sender hears it back', async () => {
    const { keyboard, visitor } = await arrive('receiver');
    const { handoff } = visitor;
    const first = handoff.getByRole('textbox', { name: 'What will you do first?' });
    await keyboard.type(first, 'Look at refunds first');
    await keyboard.type(handoff.getByRole('textbox', { name: 'Why is this handed over?' }), 'Vouchers used to count after shipping');
    const send = handoff.getByRole('button', { name: 'Say it back' });
    await keyboard.press(send);
    await visitor.see(handoff.getByRole('textbox', { name: /wrong or risky/u }).and(handoff.locator(':focus')));
    await keyboard.type(handoff.getByRole('textbox', { name: /wrong or risky/u }), 'Nothing known');
    await keyboard.press(send);
    await visitor.see(handoff.getByText('Something did not come across.'));
    await visitor.see(handoff.getByText('Not in own words'));
    expect(await handoff.getByRole('button', { name: 'Accept', exact: true }).count()).toBe(0);

    await keyboard.tabTo(first, 'backward');
    await keyboard.type(first, 'I start with an order that was paid back in part');
    await keyboard.press(send);
    const accept = handoff.getByRole('button', { name: 'Accept', exact: true });
    await visitor.see(accept);
    expect(await handoff.getByRole('textbox', { name: 'My next step' }).inputValue()).toBe(
      'I start with an order that was paid back in part',
    );
    await keyboard.press(accept);
    await visitor.see(handoff.getByText(/^You have it since/u));

    const sender = await arrive('sender');
    await sender.visitor.see(sender.visitor.handoff.getByText('I start with an order that was paid back in part').first());
    await sender.keyboard.press(sender.visitor.handoff.getByRole('button', { name: 'Yes, that is it' }));
    await sender.visitor.see(sender.visitor.handoff.getByText(/heard by/u));
  });
});
