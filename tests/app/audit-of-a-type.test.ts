import { verifyChain } from '../../src/domain/audit/event-chain';
import type { AuditView } from '../../src/contract/audit';
import { QUESTION_IDS, type QuestionId } from '../../src/domain/ten-questions/question';
import type { HandoffType } from '../../src/domain/type/handoff-type';
import { AppSite } from '../support/app-site';
import { sha256 } from '../support/handoff-world';
import { SiteRows } from '../support/site-rows';

const PLACE = { projectKey: 'SHOP' };

let site: AppSite;
let rows: SiteRows;
let type: HandoffType;
let view: AuditView;

beforeAll(async () => {
  site = await AppSite.start();
  rows = new SiteRows(site);
  await site.turnOn();
  type = await site.turnOn('SHOP', { options: { accountableId: site.account('lead') } });
});
afterAll(async () => {
  rows.close();
  await site.close();
});

const answered = (noIds: readonly QuestionId[]): object[] =>
  QUESTION_IDS.map((questionId) => ({ questionId, says: noIds.includes(questionId) ? 'no' : 'yes' }));
const read = (): Promise<AuditView> => site.value('projectAdmin', 'settings.audit', { typeId: type.typeId }, PLACE);
const save = (version: number, answers: readonly object[], edits: readonly object[] = []): Promise<AuditView> =>
  site.value('projectAdmin', 'settings.saveAudit', { typeId: type.typeId, version, answers, edits }, PLACE);
const mark = ({ runs: [run] }: Pick<AuditView, 'runs'>, questionId: QuestionId, done: boolean): Promise<AuditView> => {
  const payload = { typeId: type.typeId, finishedAt: run?.finished.at, questionId, done };
  return site.value('projectAdmin', 'settings.closeAuditItem', payload, PLACE);
};
const factOf = (questionId: QuestionId, { proposals }: AuditView): object | undefined =>
  proposals.find((proposal) => proposal.questionId === questionId);

describe('the audit of a type', () => {
  it('S-147 S-152 S-156: reading writes nothing, answers nothing, and says how much each number is about', async () => {
    const before = await rows.unchanged(read);
    expect(before).toMatchObject({ version: 0, current: null, runs: [] });
    expect(factOf('feedback', before)).toMatchObject({ says: 'yes', fact: 'feedback.noneYet' });
    const issueKey = await site.createInDevelopment('Looked at by the audit');
    const offered = await site.handOver(issueKey, type);
    const command = (): object => ({ commandId: site.commandId(), handoffId: offered.handoffId });
    await site.value('receiver', 'handoff.ask', { ...command(), text: 'Which account?' }, { issueKey });
    const [question] = (await site.handoff('receiver', issueKey)).questions;
    const answer = { ...command(), questionId: question?.questionId, text: 'The second one' };
    await site.value('sender', 'handoff.answer', answer, { issueKey });
    await site.accept(issueKey, await site.handoff('receiver', issueKey));
    await site.value('receiver', 'handoff.rate', { ...command(), value: 4, comment: null }, { issueKey });
    await site.idle();
    const after = await read();
    expect(factOf('feedback', after)).toMatchObject({ says: 'yes', fact: 'feedback.rate', count: 1, part: 1 });
    expect(factOf('onePlace', after)).toMatchObject({ says: 'yes', fact: 'onePlace.share', count: 1, part: 1 });
    expect(factOf('recorded', after)).toMatchObject({ says: 'yes', fact: 'recorded.installed', count: 1, part: 0 });
    expect(factOf('sides', after)).toMatchObject({ says: 'yes', fact: 'sides.raciR' });
    expect(after.current).toBeNull();
  });

  it('S-157: every "no" has its item at once, for whoever answers for the type; what was edited is kept, and both are there the next day', async () => {
    const edit = { questionId: 'training', ownerId: site.account('receiver'), dueOn: '2031-01-31', note: ' Show it to Ana ' };
    const { version } = await save(0, answered(['sides', 'talk', 'training']).slice(0, 9), [edit]);
    expect(version).toBe(1);
    await site.advance(24 * 3_600_000);
    const { current, defaults, people } = await read();
    expect(current?.answers).toHaveLength(9);
    expect(current?.items.map(({ questionId, ownerId, edited }) => [questionId, ownerId, edited])).toEqual([
      ['sides', site.account('lead'), false],
      ['talk', site.account('lead'), false],
      ['training', site.account('receiver'), true],
    ]);
    expect(current?.items[2]).toEqual({ ...edit, note: 'Show it to Ana', edited: true });
    expect(current?.items[0]?.dueOn).not.toBe(defaults.dueOn);
    expect(Object.keys(people)).toEqual(expect.arrayContaining([site.account('lead'), site.account('receiver')]));
  });

  it('S-158: with a question unanswered nothing is finished, and nothing changes', async () => {
    const payload = { typeId: type.typeId, version: 1 };
    expect(await rows.unchanged(() => site.code('projectAdmin', 'settings.completeAudit', payload, PLACE))).toBe('AUDIT_INCOMPLETE');
  });

  it('who saved second sees that, and loses nothing', async () => {
    const payload = { typeId: type.typeId, version: 0, answers: answered([]), edits: [] };
    expect(await rows.unchanged(() => site.code('jiraAdmin', 'settings.saveAudit', payload, PLACE))).toBe('CONFIG_CONFLICT');
    const finish = { typeId: type.typeId, version: 7 };
    expect(await rows.unchanged(() => site.code('jiraAdmin', 'settings.completeAudit', finish, PLACE))).toBe('CONFIG_CONFLICT');
  });

  it.each<[string, object]>([
    ['a day there is none of', { edits: [{ questionId: 'sides', ownerId: 'u', dueOn: '2031-02-30', note: '' }] }],
    ['a note of 201 characters', { edits: [{ questionId: 'sides', ownerId: 'u', dueOn: '2031-02-01', note: 'x'.repeat(201) }] }],
    ['nobody as owner', { edits: [{ questionId: 'sides', ownerId: '', dueOn: '2031-02-01', note: '' }] }],
    ['a question there is none of', { answers: [{ questionId: 'salary', says: 'no' }] }],
    ['an answer between yes and no', { answers: [{ questionId: 'sides', says: 'unknown' }] }],
    ['a priority of the caller’s own', { priority: false }],
    ['items of the caller’s own', { items: [] }],
  ])('%s: INVALID_PAYLOAD', async (_what, change) => {
    const payload = { typeId: type.typeId, version: 1, answers: [], edits: [], ...change };
    expect(await rows.unchanged(() => site.code('projectAdmin', 'settings.saveAudit', payload, PLACE))).toBe('INVALID_PAYLOAD');
  });

  it('a type of another project: NOT_FOUND', async () => {
    const other = await site.turnOn('APP');
    expect(await rows.unchanged(() => site.code('projectAdmin', 'settings.audit', { typeId: other.typeId }, PLACE))).toBe('NOT_FOUND');
  });

  it('S-158 S-161: finished with four "no" the type comes first, the run stands fixed, and the next one has its day; the log verifies', async () => {
    view = await save(1, answered(['sides', 'talk', 'training', 'champion']));
    view = await site.value('projectAdmin', 'settings.completeAudit', { typeId: type.typeId, version: view.version }, PLACE);
    expect(view.current).toBeNull();
    const [run] = view.runs;
    expect(run).toMatchObject({ noCount: 4, priority: true, typeVersion: type.version, finished: { by: site.account('projectAdmin') } });
    expect(run?.items).toHaveLength(4);
    expect(run?.proposals).toHaveLength(10);
    expect(run?.nextDueOn.slice(0, 7)).not.toBe(view.today.slice(0, 7));
    expect((await read()).runs).toEqual(view.runs);
    const log = rows.events('e:d:10000:audit:');
    expect(log).toHaveLength(3);
    expect(verifyChain(log, sha256)).toEqual({ ok: true });
    expect(JSON.stringify(log.map(({ body }) => body))).not.toContain(site.account('lead'));
  });

  it('S-158: three "no" do not put it first; the run before is still there', async () => {
    const saved = await save(view.version, answered(['sides', 'talk', 'training']));
    const { runs } = await site.value('projectAdmin', 'settings.completeAudit', { typeId: type.typeId, version: saved.version }, PLACE);
    expect(runs.map(({ noCount, priority }) => [noCount, priority])).toEqual([
      [3, false],
      [4, true],
    ]);
    expect(runs[1]).toEqual(view.runs[0]);
  });

  it('M20: what a finished audit asked for is marked done and open again, and nothing else of it changes', async () => {
    const before = await read();
    const [run] = (await mark(before, 'sides', true)).runs;
    const done = { by: site.account('projectAdmin'), at: expect.any(String) as string };
    expect(run?.items).toEqual(before.runs[0]?.items.map((item) => (item.questionId === 'sides' ? { ...item, done } : item)));
    expect((await mark(before, 'sides', true)).runs).toEqual([run, ...before.runs.slice(1)]);
    expect((await mark(before, 'sides', false)).runs).toEqual(before.runs);
  });

  it('M20: what is marked at the same moment is all done: nobody is asked because somebody else pressed', async () => {
    const before = await read();
    const questionIds = before.runs[0]?.items.map(({ questionId }) => questionId) ?? [];
    expect(questionIds.length).toBeGreaterThan(1);
    await Promise.all(questionIds.map((questionId) => mark(before, questionId, true)));
    const [run] = (await read()).runs;
    expect(run?.items.filter(({ done }) => done === undefined)).toEqual([]);
    for (const questionId of questionIds) await mark(before, questionId, false);
  });

  it('S-161: the admin’s first screen and the champion’s home say when it is due again, and nothing before or where the type is off', async () => {
    const { typeId } = type;
    const drafts = () => site.value('projectAdmin', 'settings.drafts', {}, PLACE);
    const home = () => site.value('projectAdmin', 'playbook.home', { ...PLACE, typeId }, {});
    expect(await drafts()).not.toHaveProperty('auditsDue');
    expect(await home()).not.toHaveProperty('auditDue');
    const dueOn = (await read()).runs[0]?.nextDueOn ?? '';
    await site.request('POST', '/_local/clock', { freeze: `${dueOn}T12:00:00.000Z` });
    const due = { dueOn, state: 'soon' };
    expect((await drafts()).auditsDue).toEqual([{ typeId, ...due }]);
    expect((await home()).auditDue).toEqual(due);
    const { rev } = await site.value('projectAdmin', 'settings.get', {}, PLACE);
    await site.value('projectAdmin', 'settings.switchType', { rev, typeId, active: false }, PLACE);
    expect(await drafts()).not.toHaveProperty('auditsDue');
  });
});
