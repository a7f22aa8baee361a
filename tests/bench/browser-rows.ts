import type { Browser, Request } from 'playwright-core';

import { launchChromium } from '../support/chromium';
import { startSite, type RunningSite } from '../support/running-site';
import { Visitor } from '../support/visitor';
import { atLeast, atMost, exactly, type BenchRow } from './bench-row';

const PATIENCE_MS = 20_000;

/** Pause between two keys of a quick typist. */
const KEY_PAUSE_MS = 40;

const SENTENCE = 'Orders just below and just above the limit.';

/** A browser invoking a function of the app. */
interface Invoke {
  readonly functionKey: string;
  readonly atMs: number;
}

/** Where people act, and what went wrong on their screens. */
interface Stage {
  readonly site: RunningSite;
  readonly browser: Browser;
  readonly errors: string[];
}

/** Counts of experience.md 4 and what the surfaces invoke, by using them in a browser on the local Jira with its demo. */
export async function measureInBrowser(): Promise<BenchRow[]> {
  const [site, browser] = await Promise.all([startSite(), launchChromium()]);
  const errors: string[] = [];
  const stage = { site, browser, errors };
  try {
    const rows = [
      ...(await measureSender(stage)),
      ...(await measureReceiver(stage)),
      ...(await measureLead(stage)),
      ...(await measureAdmin(stage)),
    ];
    const reports = await site.request<unknown[]>('GET', '/__csp_report');
    return [
      ...rows,
      exactly('content policy reports', reports.length, 0),
      exactly('console errors', errors.length === 0 ? 0 : (errors[0] ?? ''), 0),
    ];
  } finally {
    await browser.close();
    await site.close();
  }
}

async function measureSender(stage: Stage): Promise<BenchRow[]> {
  return asPart(stage, 'sender', async (sender, invokes) => {
    await sender.goTo('/jira/projects/SHOP/board');
    await sender.drag('SHOP-2', 'In QA');
    await sender.see(sender.flag);

    sender.startCounting();
    await sender.click(sender.card('SHOP-2').locator('a.card-summary'));
    const { handoff } = sender;
    await sender.see(handoff.getByRole('textbox', { name: 'Situation' }));
    const opening = invokes.splice(0).map(({ functionKey }) => functionKey);

    await sender.fill(handoff.getByLabel('Pull request', { exact: false }).first(), 'https://git.example.com/shop/pull/431');
    await sender.fill(handoff.getByRole('textbox', { name: 'Where to test' }), 'Staging 2, account test-buyer-4.');
    await sender.fill(handoff.getByRole('textbox', { name: 'How to check it' }), 'Order for 60 € with voucher TEN.');
    await sender.click(handoff.getByRole('button', { name: 'None known' }));
    await sender.fill(handoff.getByRole('textbox', { name: 'Situation' }), 'The limit looks at the goods before the voucher.');
    await sender.page.waitForTimeout(2_500);
    invokes.splice(0);

    // The last field is typed key by key: this is what autosave is measured on. One interaction, as any field.
    sender.interactions += 1;
    await handoff.getByRole('textbox', { name: 'Recommendation' }).pressSequentially(SENTENCE, { delay: KEY_PAUSE_MS });
    const typedAtMs = performance.now();
    const duringTyping = invokes.filter(({ functionKey }) => functionKey === 'handoff.edit').length;
    await waitFor(() => invokes.some(({ functionKey }) => functionKey === 'handoff.edit'));
    const saves = invokes.splice(0).filter(({ functionKey }) => functionKey === 'handoff.edit');
    const restMs = (saves[0]?.atMs ?? typedAtMs) - typedAtMs;

    await sender.click(handoff.getByRole('button', { name: /^Hand off to/u }));
    await sender.see(handoff.getByText(/Waiting for .+ since/u));
    return [
      exactly('Handoff screen: invokes until its first paint', opening.join(' '), 'handoff.get'),
      exactly(`typing ${String(SENTENCE.length)} keys: saves while typing`, duringTyping, 0),
      exactly('  saves after resting', saves.length, 1),
      atLeast('  rest before the save', Math.round(restMs), 950, 'ms'),
      atMost('sender: blocked → moved, interactions', sender.interactions, 8),
    ];
  });
}

async function measureReceiver(stage: Stage): Promise<BenchRow[]> {
  await stage.site.idle();
  return asPart(stage, 'receiver', async (receiver, invokes) => {
    await receiver.goTo('/jira/projects/SHOP/apps/handoffs');
    const row = receiver.app.getByRole('button', { name: /Total is wrong/u });
    await receiver.see(row);
    const opening = invokes.splice(0).map(({ functionKey }) => functionKey);
    receiver.startCounting();
    await receiver.click(row);
    const place = receiver.app.getByRole('region', { name: 'Handoff of SHOP-2' });
    await receiver.click(place.getByRole('button', { name: 'Accept', exact: true }));
    await receiver.see(receiver.app.getByText(/SHOP-2 accepted/u));
    const accepting = receiver.interactions;
    receiver.startCounting();
    await receiver.click(receiver.app.getByRole('radiogroup', { name: /SHOP-2/u }).getByRole('radio', { name: /^4/u }));
    await receiver.see(receiver.app.getByText('Rated 4. Thank you.'));
    return [
      atMost('project page: invokes until its first paint', opening.length, 3),
      atMost('receiver: list → accepted, interactions', accepting, 2),
      atMost('receiver: rating, interactions', receiver.interactions, 1),
    ];
  });
}

async function measureLead(stage: Stage): Promise<BenchRow[]> {
  return asPart(stage, 'lead', async (lead) => {
    await lead.goTo('/jira/projects/APP/apps/handoffs');
    await lead.see(lead.app.getByText('What to change'));
    return [exactly('lead: project page → what to change this month, interactions', lead.interactions, 0)];
  });
}

async function measureAdmin(stage: Stage): Promise<BenchRow[]> {
  return asPart(stage, 'projectAdmin', async (admin, invokes) => {
    await admin.goTo('/jira/projects/OPS/board');
    invokes.splice(0);
    admin.startCounting();
    await admin.click(admin.page.getByRole('link', { name: /Project settings/u }));
    await admin.see(admin.app.getByRole('button', { name: 'Turn on' }));
    const opening = invokes.splice(0).length;
    await admin.click(admin.app.getByRole('button', { name: 'Turn on' }));
    await admin.see(admin.app.getByText('The rule is installed: this move is checked.'));
    await admin.click(admin.page.getByRole('link', { name: 'Board' }));
    await admin.drag('OPS-1', 'In QA');
    await admin.see(admin.flag);
    return [
      atMost('settings: invokes until the first paint', opening, 3),
      atMost('admin: project off → first blocked move, interactions', admin.interactions, 8),
    ];
  });
}

/** Somebody at a browser of their own, with the invokes of every app frame they open. */
async function asPart(
  { site, browser, errors }: Stage,
  part: string,
  act: (visitor: Visitor, invokes: Invoke[]) => Promise<BenchRow[]>,
): Promise<BenchRow[]> {
  const visitor = await Visitor.arrive(browser, site, site.user(part));
  visitor.page.setDefaultTimeout(PATIENCE_MS);
  const invokes: Invoke[] = [];
  visitor.page.on('request', (request) => {
    const invoke = toInvoke(request);
    if (invoke !== null) invokes.push(invoke);
  });
  try {
    return await act(visitor, invokes);
  } finally {
    errors.push(...visitor.consoleErrors);
    await visitor.leave();
  }
}

/** Null for whatever is not an invoke. */
function toInvoke(request: Request): Invoke | null {
  if (!request.url().endsWith('/_host/bridge')) return null;
  const { command, payload } = request.postDataJSON() as { command: string; payload?: { functionKey?: string } };
  if (command !== 'invoke') return null;
  return { functionKey: payload?.functionKey ?? '', atMs: performance.now() };
}

async function waitFor(condition: () => boolean): Promise<void> {
  const deadline = performance.now() + PATIENCE_MS;
  while (!condition()) {
    if (performance.now() > deadline) throw new Error('nothing was saved');
    await new Promise((resolve) => setTimeout(resolve, 5));
  }
}
