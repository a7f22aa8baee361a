import type { ReviewView } from '../../src/contract/review';
import { verifyChain } from '../../src/domain/audit/event-chain';
import type { ReviewWords } from '../../src/domain/review/review';
import type { HandoffType } from '../../src/domain/type/handoff-type';
import { AppSite, type Part } from '../support/app-site';
import { A_GUIDE } from '../support/a-guide';
import { sha256 } from '../support/handoff-world';
import { SiteRows } from '../support/site-rows';

const PLACE = { projectKey: 'SHOP' };
const DAY_MS = 24 * 3_600_000;

let site: AppSite;
let rows: SiteRows;
let type: HandoffType;

beforeAll(async () => {
  site = await AppSite.start();
  rows = new SiteRows(site);
  await site.request('POST', '/_local/clock', { freeze: '2031-03-03T09:00:00.000Z' });
  type = await site.turnOn();
});
afterAll(async () => {
  rows.close();
  await site.close();
});

const read = (part: Part = 'projectAdmin'): Promise<ReviewView> => site.value(part, 'project.review', { typeId: type.typeId }, PLACE);
const open = (month: string, signal: object | null = null): Promise<ReviewView> =>
  site.value('projectAdmin', 'project.openReview', { typeId: type.typeId, month, signal }, PLACE);
const save = (version: number, words: object): Promise<ReviewView> =>
  site.value('projectAdmin', 'project.saveReview', { typeId: type.typeId, version, words }, PLACE);
const finish = (version: number, part: Part = 'projectAdmin'): Promise<ReviewView> =>
  site.value(part, 'project.finishReview', { typeId: type.typeId, version }, PLACE);
const handOver = async (summary: string): Promise<void> => {
  const issueKey = await site.createInDevelopment(summary);
  const offered = await site.handOver(issueKey, type);
  await site.accept(issueKey, offered);
  await site.idle();
};
const words = (over: object = {}): ReviewWords => ({
  ...{ slow: '', redone: '', missing: '', finding: '', decisions: [], failed: null, playbook: { kind: 'noChange', why: 'It says so' } },
  ...over,
});

describe('reviews', () => {
  it('off means not there: no line, no function, no call', async () => {
    expect(await site.value('sender', 'project.home', {}, PLACE)).not.toHaveProperty('reviews');
    expect(await rows.unchanged(() => site.code('projectAdmin', 'project.review', { typeId: type.typeId }, PLACE))).toBe('NOT_FOUND');
    type = await site.turnOn('SHOP', { options: { review: 'monthly', accountableId: site.account('lead') } });
    const guide = { ...A_GUIDE, championId: site.account('receiver') };
    await site.value('projectAdmin', 'settings.saveGuide', { typeId: type.typeId, version: 1, guide, note: null }, PLACE);
    const { reviews } = await site.value('sender', 'project.home', {}, PLACE);
    expect(reviews).toMatchObject([{ typeId: type.typeId, option: 'monthly', openMonth: null, hadHandoffs: false, reviewed: null }]);
  });

  it('S-126: a review keeps its numbers while the month moves on', async () => {
    await handOver('Counted in the review');
    const { open: begun } = await open('2031-03');
    expect(begun?.numbers).toMatchObject({ month: '2031-03', offered: 1, accepted: 1 });
    expect(begun?.numbers).not.toHaveProperty('ratings');
    await handOver('Too late for the review');
    expect((await site.value('sender', 'project.home', {}, PLACE)).months[0]).toMatchObject({ handoffs: 2 });
    expect((await read()).open).toEqual(begun);
  });

  it('S-110: one at a time; a signal joins it, and opening again changes nothing', async () => {
    const before = await read();
    expect(await rows.unchanged(() => open('2031-02'))).toEqual(before);
    const joined = await open('2031-03', { key: 'health.flag.low3' });
    expect(joined.open).toMatchObject({ month: '2031-03', signals: [{ key: 'health.flag.low3' }] });
    const second = await open('2031-03', { key: 'health.flag.drop' });
    expect(second.open?.signals.map(({ key }) => key)).toEqual(['health.flag.low3', 'health.flag.drop']);
    expect(second.open?.numbers).toEqual(before.open?.numbers);
    expect(second.open?.invited).toEqual(
      expect.arrayContaining(['lead', 'receiver', 'sender'].map((part) => ({ accountId: site.account(part as Part) }))),
    );
  });

  it('S-114: handoffs are named to those who see the work item', async () => {
    const { open: begun, handoffs } = await read('sender');
    expect(begun?.lists.slow).toHaveLength(1);
    const [line] = begun?.lists.slow ?? [];
    expect(handoffs[line?.handoffId ?? '']?.summary).toBe('Counted in the review');
  });

  it('S-102 S-117: not done without a finding and without the playbook; nothing changes then', async () => {
    const { version } = await save((await read()).version, words({ playbook: null }));
    const tryIt = (): Promise<string | null> => site.code('projectAdmin', 'project.finishReview', { typeId: type.typeId, version }, PLACE);
    expect(await rows.unchanged(tryIt)).toBe('REVIEW_INCOMPLETE');
    const said = await save(version, words({ finding: 'New label rules', playbook: { kind: 'updated' } }));
    const payload = { typeId: type.typeId, version: said.version };
    expect(await rows.unchanged(() => site.code('projectAdmin', 'project.finishReview', payload, PLACE))).toBe('REVIEW_INCOMPLETE');
    expect(
      await rows.unchanged(() => site.code('projectAdmin', 'project.saveReview', { ...payload, version, words: words() }, PLACE)),
    ).toBe('CONFIG_CONFLICT');
  });

  it('S-127 S-132: Done puts a peer review into a draft, and counts once that is published; the other of the pair signs', async () => {
    const decision = { text: 'Somebody looks first', ownerId: site.account('lead'), dueOn: '2031-03-31' };
    const failed = { cause: 'No test account', checklistGap: 'yes', trainingGap: 'no' };
    const change = { kind: 'peerReview', title: 'Peer review' };
    const { version } = await save(
      (await read()).version,
      words({ finding: 'New label rules', decisions: [{ ...decision, change }], failed }),
    );
    const done = await finish(version, 'lead');
    expect(done.open).toBeNull();
    expect(done.past[0]).toMatchObject({ finished: { by: site.account('lead') }, cosigned: null, words: { failed } });
    const { drafts } = await site.value('projectAdmin', 'settings.drafts', {}, PLACE);
    const [draft] = drafts;
    expect(draft?.draft.items.at(-1)).toMatchObject({ title: 'Peer review', kind: 'approval', required: true });
    expect(draft?.note).toBe('Somebody looks first');
    const { rev } = await site.value('projectAdmin', 'settings.get', {}, PLACE);
    const published = { rev, typeId: type.typeId, draft: draft?.draft, note: 'From the review', fromDraft: draft?.version };
    await site.value('projectAdmin', 'settings.saveType', published, PLACE);
    const [drafted] = done.past[0]?.drafted ?? [];
    const after = await read();
    expect(after.type.version).toBeGreaterThan(drafted?.basedOn ?? 0);
    expect(after.type.items.map(({ itemId }) => itemId)).toContain(drafted?.itemId);
    expect(after.viewer.canCosign).toBe(false);
    const onNewest = { typeId: type.typeId, version: after.version };
    expect(await rows.unchanged(() => site.code('lead', 'project.cosignReview', onNewest, PLACE))).toBe('FORBIDDEN');
    const signed = await site.value('receiver', 'project.cosignReview', onNewest, PLACE);
    expect(signed.past[0]?.cosigned).toMatchObject({ by: site.account('receiver') });
  });

  it('M20: a decision is marked done by who owns it, counted by its day, and open again when that is taken back', async () => {
    const { past } = await read();
    const place = { typeId: type.typeId, finishedAt: past[0]?.finished?.at, place: 0 };
    const mark = (part: Part, done: boolean): Promise<ReviewView> => site.value(part, 'project.closeDecision', { ...place, done }, PLACE);
    const refused = { ...place, done: true };
    expect(await rows.unchanged(() => site.code('sender', 'project.closeDecision', refused, PLACE))).toBe('FORBIDDEN');
    const { past: done } = await mark('lead', true);
    expect(done[0]?.words.decisions[0]?.done).toMatchObject({ by: site.account('lead') });
    expect((await mark('lead', true)).past).toEqual(done);
    expect((await mark('projectAdmin', false)).past).toEqual(past);
    expect((await site.value('sender', 'project.home', {}, PLACE)).reviews).toMatchObject([{ stillOpen: 1 }]);
  });

  it('S-067: the next review keeps apart what was discussed; the log holds every version, and no name', async () => {
    await site.advance(3 * DAY_MS);
    const { open: begun } = await open('2031-03');
    expect(begun?.lists.slow.map(({ before }) => before)).toEqual([undefined, true]);
    const log = rows.events('e:d:10000:review:');
    expect(log).toHaveLength(11);
    expect(verifyChain(log, sha256)).toEqual({ ok: true });
    const bodies = JSON.stringify(log.map(({ body }) => body));
    expect(bodies).not.toContain(site.account('lead'));
    expect(bodies).not.toContain('No test account');
  });

  it('E22 S-114: of a work item hidden from the reader neither key, title nor time reaches them; saving keeps it for who sees it', async () => {
    const before = await read();
    const [handoffId = '', issue] = Object.entries(before.handoffs).find(([, { summary }]) => summary === 'Too late for the review') ?? [];
    const { body } = await site.rest('sender', 'GET', '/project/SHOP/securitylevel');
    const [level] = (body as { levels: { id: string }[] }).levels;
    await site.rest('sender', 'PUT', `/issue/${String(issue?.key)}`, { fields: { security: { id: level?.id } } });
    const answers = [
      await read('receiver'),
      await site.value(
        'receiver',
        'project.saveReview',
        { typeId: type.typeId, version: before.version, words: words({ slow: 'On Fridays' }) },
        PLACE,
      ),
    ];
    for (const text of answers.map((view) => JSON.stringify(view)))
      expect([handoffId, `"${String(issue?.key)}"`, 'Too late for the review'].filter((told) => text.includes(told))).toEqual([]);
    expect(answers[1]?.open?.lists.slow).toHaveLength(before.open!.lists.slow.length - 1);
    expect((await read('sender')).open?.lists).toEqual(before.open?.lists);
  });
});
