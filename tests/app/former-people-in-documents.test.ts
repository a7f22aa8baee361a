import { verifyChain, type StoredEvent } from '../../src/domain/audit/event-chain';
import { QUESTION_IDS } from '../../src/domain/ten-questions/question';
import type { HandoffType } from '../../src/domain/type/handoff-type';
import { A_GUIDE } from '../support/a-guide';
import { AppSite } from '../support/app-site';
import { sha256 } from '../support/handoff-world';
import { SiteRows } from '../support/site-rows';

const WEEK_MS = 7 * 24 * 3_600_000 + 60_000;
const PLACE = { projectKey: 'SHOP' };

let site: AppSite;
let rows: SiteRows;
let type: HandoffType;

/** The lead is named wherever a document can name somebody; the project admin saved both. */
beforeAll(async () => {
  site = await AppSite.start();
  rows = new SiteRows(site);
  const accountId = site.account('lead');
  type = await site.turnOn();
  const { typeId } = type;
  const named = [{ kind: 'person', accountId }] as const;
  const raciR = { responsible: named, accountable: named, consulted: named, informed: named, receiver: named };
  const guide = { ...A_GUIDE, championId: accountId, raciR };
  const { guides } = await site.value('projectAdmin', 'settings.guides', {}, PLACE);
  const version = guides.find((each) => each.typeId === typeId)?.version ?? 0;
  await site.value('projectAdmin', 'settings.saveGuide', { typeId, version, guide, note: null }, PLACE);
  await site.value('projectAdmin', 'settings.reviewGuide', { typeId, version: version + 1 }, PLACE);
  const answers = QUESTION_IDS.map((questionId) => ({ questionId, says: 'no' }));
  const edits = [{ questionId: 'talk', ownerId: accountId, dueOn: '2031-05-01', note: 'Each Monday' }];
  await site.value('projectAdmin', 'settings.saveAudit', { typeId, version: 0, answers, edits }, PLACE);
  await site.value('projectAdmin', 'settings.completeAudit', { typeId, version: 1 }, PLACE);
  await site.value('projectAdmin', 'settings.saveAudit', { typeId, version: 2, answers, edits }, PLACE);
});
afterAll(async () => {
  rows.close();
  await site.close();
});

function logOf(kind: string): readonly StoredEvent[] {
  return rows.events(`e:d:10000:${kind}:`);
}

describe('a closed account that documents of a type name', () => {
  it('E20: leaves playbook page and audits, in every version there ever was; what was answered and written stays, and each log verifies', async () => {
    const gone = (['lead', 'projectAdmin'] as const).map((part) => site.account(part));
    const before = { guide: logOf('guide'), audit: logOf('audit') };
    const documents = (): string => JSON.stringify(rows.keys('project-document').map((key) => rows.value('project-document', key)));
    expect(before.guide.length).toBeGreaterThanOrEqual(2);
    expect(before.audit).toHaveLength(3);
    expect(gone.filter((accountId) => !documents().includes(accountId))).toEqual([]);

    for (const accountId of gone) await site.request('POST', '/_local/accounts', { accountId, active: false });
    await site.advance(WEEK_MS);
    await site.idle();
    await site.request('POST', '/_local/invoke', { moduleKey: 'personal-data', payload: {} });
    await site.idle();

    const stored = rows.stored();
    expect(gone.filter((accountId) => stored.includes(accountId))).toEqual([]);
    for (const kind of ['guide', 'audit'] as const) {
      expect(verifyChain(logOf(kind), sha256)).toEqual({ ok: true });
      expect(logOf(kind).map(({ hash, body }) => ({ hash, body }))).toEqual(before[kind].map(({ hash, body }) => ({ hash, body })));
    }
    expect(documents()).toContain('Each Monday');
    expect(documents()).toContain(A_GUIDE.whenUsed);
  });

  it('E20: the audit goes on for whoever is there: nobody who left is asked, and what is finished stays as it was', async () => {
    const { typeId } = type;
    const view = await site.value('jiraAdmin', 'settings.audit', { typeId }, PLACE);
    expect(view.defaults.ownerId).toBe(site.account('jiraAdmin'));
    expect(view.runs[0]).toMatchObject({ noCount: 10, priority: true });
    expect(view.proposals.find(({ questionId }) => questionId === 'champion')?.says).toBe('no');
    expect(view.proposals.find(({ questionId }) => questionId === 'sides')?.says).toBe('no');
    const { answers = [], items = [] } = view.current ?? {};
    const edits = items
      .filter(({ edited }) => edited)
      .map(({ edited: _edited, ...edit }) => ({ ...edit, ownerId: site.account('receiver') }));
    const saved = await site.value('jiraAdmin', 'settings.saveAudit', { typeId, version: view.version, answers, edits }, PLACE);
    expect(saved.current?.items.find(({ questionId }) => questionId === 'talk')?.ownerId).toBe(site.account('receiver'));
    expect(rows.keys('person').filter((key) => key.includes('former'))).toEqual([]);
  });
});
