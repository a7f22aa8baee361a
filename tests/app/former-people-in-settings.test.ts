import { isFormer } from '../../src/domain/audit/former-person';
import { verifyChain, type StoredEvent } from '../../src/domain/audit/event-chain';
import type { HandoffType } from '../../src/domain/type/handoff-type';
import { ALL_ANSWERS, AppSite } from '../support/app-site';
import { anItem, sha256 } from '../support/handoff-world';
import { SiteRows } from '../support/site-rows';

const WEEK_MS = 7 * 24 * 3_600_000 + 60_000;
const PLACE = { projectKey: 'SHOP' };

let site: AppSite;
let rows: SiteRows;
let type: HandoffType;

/** The lead is named wherever a type can name somebody; the project admin saved it; somebody without a part in anything set their hours. */
beforeAll(async () => {
  site = await AppSite.start();
  rows = new SiteRows(site);
  const accountId = site.account('lead');
  const { items } = await site.turnOn();
  type = await site.turnOn('SHOP', {
    receiver: { kind: 'person', accountId },
    items: [...items, anItem('sign', { title: 'Signed', kind: 'approval', approverId: accountId })],
    options: { accountableId: accountId, waiversAllowed: true, due: { kind: 'workingHours', hours: 1 }, overdueEscalates: true },
  });
});
afterAll(async () => {
  rows.close();
  await site.close();
});

function configChain(): readonly StoredEvent[] {
  return rows.events('e:c:');
}

async function close(...accountIds: readonly string[]): Promise<void> {
  for (const accountId of accountIds) await site.request('POST', '/_local/accounts', { accountId, active: false });
  await site.advance(WEEK_MS);
  await site.idle();
  await site.request('POST', '/_local/invoke', { moduleKey: 'personal-data', payload: {} });
  await site.idle();
}

describe('a closed account that the settings name (E20)', () => {
  it('E20: leaves every version of a type, the settings’ log, working hours and moves without a handoff; the chain verifies, and nobody hears of it', async () => {
    await site.edit('sender', await site.createInDevelopment('Begun before'), type, ALL_ANSWERS);
    const { calendar } = await site.value('outsider', 'me.get', {}, PLACE);
    const { zone, week, daysOff } = calendar;
    await site.value('outsider', 'me.save', { calendar: { zone, week, daysOff }, awayUntil: null }, PLACE);
    await site.value('jiraAdmin', 'admin.switchRules', { enabled: false }, {});
    const past = await site.createInDevelopment('Moved without a handoff');
    expect((await site.move('lead', past, 'In QA')).status).toBe(204);
    await site.idle();
    const gone = (['lead', 'projectAdmin', 'outsider'] as const).map((part) => site.account(part));
    const before = configChain();
    expect([...gone, 'As the team works'].filter((personal) => !rows.stored().includes(personal))).toEqual([]);

    await close(...gone);

    const stored = rows.stored();
    expect([...gone, 'As the team works'].filter((personal) => stored.includes(personal))).toEqual([]);
    expect(verifyChain(configChain(), sha256)).toEqual({ ok: true });
    expect(configChain().map(({ hash, body }) => ({ hash, body }))).toEqual(before.map(({ hash, body }) => ({ hash, body })));
    expect(rows.keys('person').filter((key) => key.includes('former'))).toEqual([]);
    const log = await site.logText();
    expect(gone.filter((accountId) => log.includes(accountId))).toEqual([]);
  });

  it('E20: settings hold nobody a name could be asked for, and take somebody else', async () => {
    const view = await site.value('jiraAdmin', 'settings.get', {}, PLACE);
    const { typeId, version: _version, ...draft } = view.types[0]?.current ?? type;
    expect(draft.receiver.kind === 'person' && isFormer(draft.receiver.accountId)).toBe(true);
    expect(isFormer(draft.options?.accountableId ?? '')).toBe(true);
    expect(isFormer(draft.items.at(-1)?.approverId ?? '')).toBe(true);
    const renamed = { ...draft, name: 'Dev → Test' };
    const saved = await site.value('jiraAdmin', 'settings.saveType', { rev: view.rev, typeId, draft: renamed, note: 'Renamed' }, PLACE);
    expect(rows.keys('person').filter((key) => key.includes('former'))).toEqual([]);
    const chosen = { ...renamed, receiver: { kind: 'person', accountId: site.account('receiver') } } as const;
    const again = await site.value(
      'jiraAdmin',
      'settings.saveType',
      { rev: saved.rev, typeId, draft: chosen, note: 'Somebody else receives' },
      PLACE,
    );
    expect(again.types[0]?.current.receiver).toEqual(chosen.receiver);
  });

  it('E20: a draft begun before asks its sender to choose, anybody else approves, and it goes its way', async () => {
    const issueKey = await findKey('Begun before');
    const card = await site.card('sender', issueKey);
    expect(card.left.map(({ id }) => id)).toEqual(['sign', 'receiver']);
    const { handoffId } = await site.edit('sender', issueKey, type, [
      { field: 'receiver', value: { kind: 'person', accountId: site.account('receiver') }, basedOn: 0 },
    ]);
    const approval = { commandId: site.commandId(), handoffId, itemId: 'sign', approved: true };
    await site.value('receiver', 'handoff.approve', approval, { issueKey });
    const { outcome } = await site.value('sender', 'handoff.handOff', { commandId: site.commandId(), handoffId }, { issueKey });
    expect(outcome).toBe('handedOff');
    await site.idle();
    await site.accept(issueKey, await site.handoff('receiver', issueKey));
    expect((await site.handoff('receiver', issueKey)).state).toBe('ACCEPTED');
  });
});

async function findKey(summary: string): Promise<string> {
  const { body } = await site.rest('sender', 'GET', `/search/jql?jql=${encodeURIComponent(`summary ~ "${summary}"`)}&fields=summary`);
  const [issue] = (body as { issues: { key: string }[] }).issues;
  if (issue === undefined) throw new Error(`no work item is called ${summary}`);
  return issue.key;
}
