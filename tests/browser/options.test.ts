import type { SettingsView } from '../../src/contract/settings';
import type { EditAnswer } from '../../src/contract/handoff-screen';
import { ALL_ANSWERS } from '../support/app-site';
import { useBrowserStage } from '../support/browser-stage';
import { everyOption } from '../support/every-option';
import { KeyboardVisitor } from '../support/keyboard-visitor';
import type { Visitor } from '../support/visitor';

const DAY_MS = 24 * 3_600_000;
const OWN_WORDS = 'I start with an order that was paid back in part';

const stage = useBrowserStage();
let typeId = '';

beforeAll(async () => {
  const { rev, types } = await invoke<SettingsView>('projectAdmin', 'settings.get', {}, { projectKey: 'SHOP' });
  const { typeId: first, version: _version, ...draft } = types[0]!.current;
  const options = everyOption(stage.site.user('lead').accountId);
  await invoke(
    'projectAdmin',
    'settings.saveType',
    { rev, typeId: first, draft: { ...draft, options }, note: 'Everything on' },
    { projectKey: 'SHOP' },
  );
  typeId = first;
});

async function invoke<Value>(part: string, functionKey: string, payload: object, context: Record<string, string>): Promise<Value> {
  const moduleKey = functionKey.startsWith('settings.') ? 'handoff-settings' : 'handoff-context';
  const answer = await stage.site.invoke<{ ok: boolean; value: Value }>(stage.site.user(part), {
    moduleKey,
    functionKey,
    payload,
    context,
  });
  if (!answer.ok) throw new Error(`${functionKey} failed: ${JSON.stringify(answer)}`);
  return answer.value;
}

async function arrive(part: string, issueKey: string): Promise<{ keyboard: KeyboardVisitor; visitor: Visitor }> {
  const visitor = await stage.arrive(part);
  const keyboard = new KeyboardVisitor(visitor);
  await keyboard.goTo(`/browse/${issueKey}`);
  return { keyboard, visitor };
}

/** A new work item of the sender's, complete and handed to the receiver. */
async function handOver(summary: string): Promise<string> {
  const sender = stage.site.user('sender');
  const rest = (method: string, path: string, body?: object) => stage.site.rest(sender, method, `/rest/api/3/issue${path}`, body);
  const created = await rest('POST', '', { fields: { project: { key: 'SHOP' }, summary, issuetype: { id: '10002' } } });
  const { key: issueKey } = created.body as { key: string };
  const { transitions } = (await rest('GET', `/${issueKey}/transitions`)).body as { transitions: { id: string; to: { name: string } }[] };
  await rest('POST', `/${issueKey}/transitions`, { transition: { id: transitions.find(({ to }) => to.name === 'In Development')?.id } });
  const receiver = { field: 'receiver', value: { kind: 'person', accountId: stage.site.user('receiver').accountId }, basedOn: 0 };
  const edit = { commandId: 'overdue-1', typeId, changes: [...ALL_ANSWERS, receiver] };
  const { handoff } = await invoke<EditAnswer>('sender', 'handoff.edit', edit, { issueKey });
  const given = { commandId: 'overdue-2', handoffId: handoff.handoffId };
  const { outcome } = await invoke<{ outcome: string }>('sender', 'handoff.handOff', given, { issueKey });
  expect(outcome).toBe('handedOff');
  await stage.site.idle();
  return issueKey;
}

describe('with every option on', () => {
  it('T9 T10 T11: by keys alone a sender prepares, a receiver fails to say it back, tries again, talks, and accepts what was heard', async () => {
    const { keyboard: senders, visitor: maya } = await arrive('sender', 'SHOP-2');
    const { handoff: sent } = maya;
    await senders.type(sent.getByRole('textbox', { name: 'Pull request' }), 'https://git.example.com/shop/pull/431');
    await senders.type(sent.getByRole('textbox', { name: 'Where to test' }), 'Staging 2, account test-buyer-4.');
    await senders.press(sent.getByRole('button', { name: "I don't know yet" }).nth(2));
    const unknown = sent.getByRole('form', { name: 'Who finds out about How to check it' });
    await senders.press(unknown.getByRole('button', { name: 'Save' }));
    await maya.see(sent.getByText(/^Not known yet\. Maya Brandt finds out by/u));
    await senders.type(sent.getByRole('textbox', { name: 'How to check it' }), 'Order for 60 € with voucher TEN.');
    await senders.press(sent.getByRole('button', { name: 'None known' }), 'Space');
    await senders.press(sent.getByRole('checkbox', { name: /^High risk/u }), 'Space');
    await senders.type(sent.getByRole('textbox', { name: 'Situation' }), 'The limit now looks at the goods before the voucher.');
    await senders.type(sent.getByRole('textbox', { name: 'Recommendation' }), 'Look at refunds first');
    await senders.tabTo(sent.getByRole('button', { name: 'Hand off to Ana Ferreira' }), 'backward');
    await senders.keys('Enter');
    await maya.see(sent.getByText('Waiting for Ana Ferreira since'));

    const { keyboard: receivers, visitor: ana } = await arrive('receiver', 'SHOP-2');
    const { handoff } = ana;
    const first = handoff.getByRole('textbox', { name: 'What will you test first?' });
    const send = handoff.getByRole('button', { name: 'Say it back' });
    await receivers.type(first, 'Look at refunds first');
    await receivers.type(handoff.getByRole('textbox', { name: 'Why is this handed over?' }), 'Vouchers used to count after shipping');
    await receivers.press(send);
    await ana.see(handoff.getByRole('textbox', { name: /wrong or risky/u }).and(handoff.locator(':focus')));
    await receivers.type(handoff.getByRole('textbox', { name: /wrong or risky/u }), 'Nothing known');
    await receivers.press(send);
    await ana.see(handoff.getByText('Something did not come across.'));
    await ana.see(handoff.getByText('Not in own words'));
    await receivers.tabTo(first, 'backward');
    await receivers.type(first, OWN_WORDS);
    await receivers.press(send);
    await ana.see(handoff.getByRole('region', { name: 'Said back' }).getByText(OWN_WORDS));
    expect(await handoff.getByRole('button', { name: 'Accept', exact: true }).count()).toBe(0);
    await receivers.tabTo(handoff.getByRole('button', { name: 'We talked' }), 'backward');
    await receivers.keys('Enter');
    await ana.see(handoff.getByText(/^You said that you talked/u));

    await senders.goTo('/browse/SHOP-2');
    await maya.see(sent.getByText(OWN_WORDS).first());
    await senders.press(sent.getByRole('button', { name: 'Yes, we talked' }));
    await senders.press(sent.getByRole('button', { name: 'Yes, that is it' }));
    await maya.see(sent.getByText(/heard by/u));
    const { keyboard: leads, visitor: lena } = await arrive('lead', 'SHOP-2');
    await leads.press(lena.handoff.getByRole('button', { name: 'Sign off as second person' }));
    await lena.see(lena.handoff.getByText(/signed off as the second person/u));

    await receivers.goTo('/browse/SHOP-2');
    const accept = handoff.getByRole('button', { name: 'Accept', exact: true });
    await ana.see(accept);
    expect(await handoff.getByRole('textbox', { name: 'What will you test first?' }).inputValue()).toBe(OWN_WORDS);
    await receivers.press(accept);
    await ana.see(handoff.getByText(/^You have it since/u));
  });

  it('T5 S-141: once an answer is overdue, the receiver is reminded and the accountable person told, each once', async () => {
    const issueKey = await handOver('Answered too late');
    const lena = await stage.arrive('lead');
    const subjects = async (): Promise<string[]> => {
      await lena.goTo('/outbox');
      const mails = lena.page.locator('.mail', { has: lena.page.getByRole('link', { name: `Open ${issueKey}`, exact: true }) });
      await lena.see(mails.first());
      return (await mails.locator('.mail-subject').allInnerTexts()).map((subject) => subject.replace(`${issueKey}: `, '')).sort();
    };
    expect(await subjects()).toEqual(['a handoff waits for you']);
    // Two looks of the schedule after the due time: the second has nothing left to say.
    for (const days of [4, 1]) {
      await stage.site.request('POST', '/_local/clock', { advanceMs: days * DAY_MS });
      await stage.site.idle();
    }
    expect(await subjects()).toEqual([
      'a handoff waits for you',
      'a handoff waits for your answer longer than planned',
      'nobody has answered a handoff in time',
    ]);

    await lena.page.clock.setSystemTime(Date.now() + 5 * DAY_MS);
    await lena.goTo(`/browse/${issueKey}`);
    await lena.see(lena.handoff.getByText('Overdue'));
    await lena.see(lena.handoff.getByRole('button', { name: 'Change receiver' }));
  });
});
