import { DemoHandoff, call, type DemoPackage } from './app-calls';
import type { DemoSite, DemoStep } from './run-demo';
import { CLOSES_AT, workdayAfter } from './workdays';

const HOUR_MS = 3_600_000;

/** A handoff that ended before the visitor came. */
interface PastHandoff {
  readonly projectKey: string;
  readonly typeName: string;
  readonly summary: string;
  readonly sender: string;
  readonly receiver: string;
  /** Working days after the one before it. */
  readonly afterWorkdays: number;
  /** Working hours, at most 14: accepted on the day itself or the working day after it. */
  readonly waitHours: number;
  readonly returnedFor: string | null;
  readonly question: readonly [string, string] | null;
  /** 1 to 5; null when it was never rated. */
  readonly rating: number | null;
}

/** In order of time; the last one ends three working days before today. */
const PAST: readonly PastHandoff[] = [
  past(['APP', 'Orders can be sorted by date'], ['maya', 'ana'], [4, 3], { rating: 5 }),
  past(['APP', 'Cart survives a restart'], ['tomas', 'grace'], [1, 6], { rating: 4 }),
  past(['APP', 'Photos upload in the background'], ['wei', 'sara'], [2, 10], { rating: 2, returnedFor: 'where_to_test' }),
  past(['APP', 'Receipts open offline'], ['maya', 'grace'], [2, 4], { rating: 5 }),
  past(['APP', 'Address suggestions while typing'], ['tomas', 'ana'], [1, 2], { rating: 4 }),
  past(['APP', 'Language can be changed inside the app'], ['wei', 'sara'], [2, 6], { rating: null }),
  past(['SHOP', 'Basket shows the saved amount'], ['maya', 'ana'], [3, 5], { rating: 4 }),
  past(['APP', 'Loyalty points on the start page'], ['maya', 'sara'], [2, 12], { rating: 3, returnedFor: 'where_to_test' }),
  past(['APP', 'Widget with the next delivery'], ['tomas', 'ana'], [1, 3], { rating: 5 }),
  past(['APP', 'Search remembers the last five words'], ['wei', 'grace'], [1, 5], { rating: 4 }),
  past(['APP', 'Fewer permissions at first start'], ['maya', 'grace'], [2, 9], {
    rating: 4,
    question: ['Which Android versions matter?', '12 to 15; 11 is no longer supported.'],
  }),
  past(['SHOP', 'Payment page loads without the tracker'], ['tomas', 'grace'], [2, 4], {
    rating: 5,
    question: ['Is the consent kept?', 'Yes, in the same cookie as before.'],
  }),
  past(['APP', 'Reminder before a voucher ends'], ['tomas', 'sara'], [1, 2], { rating: 5 }),
  past(['APP', 'Order status in the notification'], ['wei', 'ana'], [2, 13], { rating: 2, returnedFor: 'known_issues' }),
];

/**
 * What happened on the demo site before its visitor came: the app's own configuration and some history, made through
 * the app itself, as users would have made it.
 */
export const DEMO_STEPS: DemoStep[] = [
  { title: 'Priya turns handoffs on in SHOP', run: (site) => turnOn(site, 'SHOP') },
  { title: 'Priya turns handoffs on in APP and asks for the next step', run: requireNextStep },
  ...PAST.map((handoff) => ({ title: `${handoff.sender} hands over "${handoff.summary}"`, run: (site: DemoSite) => play(site, handoff) })),
  { title: 'Tomas hands SHOP-3 to Ana', run: leaveOneWaiting },
  { title: 'Maya begins the handoff of SHOP-1 and leaves two things', run: leaveTwoThings },
];

async function turnOn(site: DemoSite, projectKey: string): Promise<void> {
  const { rev, proposal } = await call<Settings>(site, 'priya', inSettings(projectKey, 'settings.get', {}));
  await call(site, 'priya', inSettings(projectKey, 'settings.turnOn', { rev, route: proposal.route }));
}

/** What the demo reads of the settings. */
interface Settings {
  readonly rev: number;
  readonly proposal: { readonly route: unknown };
  readonly types: readonly { readonly current: Readonly<Record<string, unknown>> & { readonly typeId: string } }[];
}

async function requireNextStep(site: DemoSite): Promise<void> {
  await turnOn(site, 'APP');
  const settings = await call<Settings>(site, 'priya', inSettings('APP', 'settings.get', {}));
  const current = settings.types[0]?.current;
  if (current === undefined) throw new Error('APP has no handoff type');
  const { typeId, version: _version, ...draft } = current;
  await call(
    site,
    'priya',
    inSettings('APP', 'settings.saveType', {
      rev: settings.rev,
      typeId,
      draft: { ...draft, nextStepRequired: true },
      note: 'Receivers say what they do next',
    }),
  );
}

async function play(site: DemoSite, told: PastHandoff): Promise<void> {
  await nextWorkday(site, told.afterWorkdays);
  const issueKey = await site.create(told.sender, told.projectKey, told.summary, told.typeName);
  await site.assign(told.sender, issueKey, told.sender);
  await moved(site, told.sender, issueKey, 'Start work');

  const handoff = new DemoHandoff(site, issueKey);
  await handoff.fill(told.sender, packageOf(told.summary, issueKey), told.receiver);
  await site.advance(HOUR_MS);
  await handoff.handOff(told.sender);
  await waitWorkingHours(site, told.waitHours);
  if (told.returnedFor !== null) {
    await handoff.giveBackForMore(told.receiver, 'This is not there yet, I cannot start.', [told.returnedFor]);
    await handoff.fill(
      told.sender,
      { items: { [told.returnedFor]: { kind: 'text', text: 'Staging 3, build from main, account test-buyer-7.' } }, note: {} },
      null,
    );
    await handoff.handOff(told.sender);
    await site.advance(HOUR_MS);
  }
  if (told.question !== null) {
    await handoff.askQuestion(told.receiver, told.question[0]);
    await handoff.answer(told.sender, told.question[1]);
  }
  await handoff.accept(told.receiver, 'Run the steps on staging, then the regression set.');
  await site.advance(HOUR_MS);
  if (told.rating !== null) await handoff.rate(told.receiver, told.rating);
  await moved(site, told.receiver, issueKey, 'Finish');
}

async function leaveOneWaiting(site: DemoSite): Promise<void> {
  await nextWorkday(site, 2);
  const handoff = new DemoHandoff(site, 'SHOP-3');
  await handoff.fill('tomas', packageOf('Order confirmation shows the delivery window', 'SHOP-3'), 'ana');
  await handoff.handOff('tomas');
}

/** The guide's work item lacks exactly two things: how to check it, and the recommendation. */
async function leaveTwoThings(site: DemoSite): Promise<void> {
  const { items, note } = packageOf('Gift cards can be redeemed at checkout', 'SHOP-1');
  const { how_to_check: _check, ...begun } = items;
  const { recommendation: _recommendation, ...noted } = note;
  await new DemoHandoff(site, 'SHOP-1').fill('maya', { items: begun, note: noted }, 'ana');
}

function packageOf(summary: string, issueKey: string): DemoPackage {
  return {
    items: {
      pull_request: { kind: 'link', url: `https://git.example.com/shop/pull/${String(400 + Number(issueKey.split('-')[1]))}` },
      where_to_test: { kind: 'text', text: 'Staging 2, build from the branch of the pull request, account test-buyer-4.' },
      how_to_check: { kind: 'text', text: 'Follow the steps in the pull request; the result to expect stands beside each.' },
      known_issues: { kind: 'noneKnown' },
    },
    note: {
      situation: `The work on "${summary.toLowerCase()}" is finished and reviewed; nothing else is in the branch.`,
      recommendation: 'Begin with a returning customer on a small screen, that path changed most.',
    },
  };
}

/** Until nine in the morning, so many working days later. */
async function nextWorkday(site: DemoSite, workdays: number): Promise<void> {
  await site.advance(workdayAfter(site.nowMs(), workdays) - site.nowMs());
}

/** Everybody of the demo works from nine to five, Monday to Friday, by UTC: the hours a handoff type has that sets none. */
async function waitWorkingHours(site: DemoSite, hours: number): Promise<void> {
  const leftToday = CLOSES_AT - new Date(site.nowMs()).getUTCHours();
  if (hours < leftToday) return site.advance(hours * HOUR_MS);
  await nextWorkday(site, 1);
  await site.advance((hours - leftToday) * HOUR_MS);
}

async function moved(site: DemoSite, name: string, issueKey: string, transitionName: string): Promise<void> {
  const outcome = await site.move(name, issueKey, transitionName);
  if (!outcome.ok) throw new Error(`${transitionName} of ${issueKey} was refused: ${outcome.messages.join(' ')}`);
  await site.idle();
}

function inSettings(projectKey: string, functionKey: string, payload: object): Parameters<DemoSite['invoke']>[1] {
  return { moduleKey: 'handoff-settings', place: { kind: 'projectSettings', projectKey }, functionKey, payload };
}

/** Where and what, who to whom, how many working days after the one before and how many working hours of waiting, and how it went. */
function past(
  [projectKey, summary]: [string, string],
  [sender, receiver]: [string, string],
  [afterWorkdays, waitHours]: [number, number],
  went: Pick<PastHandoff, 'rating'> & Partial<Pick<PastHandoff, 'returnedFor' | 'question'>>,
): PastHandoff {
  return { projectKey, typeName: 'Task', summary, sender, receiver, afterWorkdays, waitHours, returnedFor: null, question: null, ...went };
}
