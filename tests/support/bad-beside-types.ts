import type { BridgeFunction } from '../../src/contract/bridge-contract';
import { QUESTION_IDS } from '../../src/domain/ten-questions/question';
import type { HandoffType } from '../../src/domain/type/handoff-type';
import { A_GUIDE } from './a-guide';

/** Where the bad payloads are sent: a type, the version its page stands at, and a work item of its project. */
interface BadPlace {
  readonly type: HandoffType;
  readonly guideVersion: number;
  readonly issueKey: string;
}

/** What is wrong, the code that says so, and how to send it. */
type BadRow = readonly [what: string, code: string, name: BridgeFunction, payload: (at: BadPlace) => object];

const guide =
  (change: object, more: object = {}) =>
  ({ type: { typeId }, guideVersion: version }: BadPlace): object => ({
    typeId,
    version,
    guide: { ...A_GUIDE, ...change },
    note: null,
    ...more,
  });

const draft =
  (more: object) =>
  ({ type: { typeId, version: basedOn, ...current } }: BadPlace): object => ({ typeId, version: 0, basedOn, draft: current, ...more });

const ALL_NO = QUESTION_IDS.map((questionId) => ({ questionId, says: 'no' }));
const TODO = { questionId: 'sides', ownerId: '712020:ana', dueOn: '2026-06-01', note: '' };

const audit =
  (more: object) =>
  ({ type: { typeId } }: BadPlace): object => ({ typeId, version: 0, answers: ALL_NO, edits: [], ...more });

const ofType =
  (more: object) =>
  ({ type: { typeId } }: BadPlace): object => ({ typeId, ...more });

const MONTH = new Date().toISOString().slice(0, 7);
const DECISION = { finishedAt: '2026-06-01T09:00:00.000Z', done: true };
const REVIEWER = { ownerId: '712020:ana', dueOn: '2026-06-01', change: null };

const review =
  (more: object) =>
  ({ type: { typeId } }: BadPlace): object => ({
    typeId,
    version: 0,
    words: { slow: '', redone: '', missing: '', finding: '', decisions: [], failed: null, playbook: null, ...more },
  });

const limits = (change: object, more: object = {}): object => ({
  version: 0,
  change: { kind: 'start', from: '2026-01-01', reason: 'A new checklist', ...change },
  ...more,
});

const testRun =
  (more: object) =>
  ({ issueKey }: BadPlace): object => ({ issueKey, workflow: 'Shop delivery workflow', transitionId: '21', ...more });

const suggestion =
  (more: object) =>
  ({ type: { typeId, version: basedOn, items } }: BadPlace): object => ({
    projectKey: 'SHOP',
    version: 0,
    basedOn,
    typeId,
    items,
    note: 'Nobody reads it',
    ...more,
  });

const spotCheck = (answers: readonly object[]) => ofType({ projectKey: 'SHOP', version: 0, check: { handoffId: '10001-t1-1', answers } });

const other = (name: string): object => ({ kind: 'other', name });
const ELSEWHERE = { projectId: '10001' };
const NO_PAGE = { projectKey: 'SHOP', typeId: 'none' };

/** Bad payloads for what stands beside a type (page, draft, audit), the rules of a project, its playbook and types of other projects. */
export const BAD_BESIDE_TYPES: readonly BadRow[] = [
  ['a page of a type of nobody', 'NOT_FOUND', 'settings.saveGuide', guide({}, { typeId: 'none' })],
  ['a page over a version that is to come', 'CONFIG_CONFLICT', 'settings.saveGuide', guide({}, { version: 99 })],
  ['an example of 3,001 characters', 'INVALID_PAYLOAD', 'settings.saveGuide', guide({ example: 'x'.repeat(3_001) })],
  ['21 lines', 'INVALID_PAYLOAD', 'settings.saveGuide', guide({ agenda: Array.from({ length: 21 }, () => 'x') })],
  ['a champion every object has', 'INVALID_PAYLOAD', 'settings.saveGuide', guide({ championId: '__proto__' })],
  ['a look at it nobody took', 'INVALID_PAYLOAD', 'settings.saveGuide', guide({ reviewedOn: '2026-01-01' })],
  ['a note of 501 characters', 'INVALID_PAYLOAD', 'settings.saveGuide', guide({}, { note: 'x'.repeat(501) })],
  [
    'two who answer for it',
    'RACIR_ACCOUNTABLE_NOT_SINGLE',
    'settings.saveGuide',
    guide({ raciR: { ...A_GUIDE.raciR, accountable: [other('Lead'), other('Head')] } }),
  ],
  ['a look at another version', 'CONFIG_CONFLICT', 'settings.reviewGuide', ofType({ version: 99 })],
  ['a look at a type of nobody', 'NOT_FOUND', 'settings.reviewGuide', () => ({ typeId: 'none', version: 1 })],
  ['earlier pages of a type every object has', 'INVALID_PAYLOAD', 'settings.guideVersions', () => ({ typeId: 'constructor' })],
  ['pages of another project', 'INVALID_PAYLOAD', 'settings.guides', () => ELSEWHERE],
  ['drafts of another project', 'INVALID_PAYLOAD', 'settings.drafts', () => ELSEWHERE],
  ['a draft of a type of nobody', 'NOT_FOUND', 'settings.saveDraft', draft({ typeId: 'none' })],
  ['a draft begun on a version to come', 'INVALID_PAYLOAD', 'settings.saveDraft', draft({ basedOn: 99 })],
  ['a draft over one nobody kept', 'CONFIG_CONFLICT', 'settings.saveDraft', draft({ version: 7 })],
  ['half a version', 'INVALID_PAYLOAD', 'settings.discardDraft', ofType({ version: 0.5 })],
  ['an audit of a type of nobody', 'NOT_FOUND', 'settings.audit', () => ({ typeId: 'none' })],
  ['a question there is none of', 'INVALID_PAYLOAD', 'settings.saveAudit', audit({ answers: [{ questionId: 'toString', says: 'no' }] })],
  ['an answer that is neither', 'INVALID_PAYLOAD', 'settings.saveAudit', audit({ answers: [{ questionId: 'sides', says: 'maybe' }] })],
  ['a day there is none of', 'INVALID_PAYLOAD', 'settings.saveAudit', audit({ edits: [{ ...TODO, dueOn: '2026-02-30' }] })],
  ['answers over a version to come', 'CONFIG_CONFLICT', 'settings.saveAudit', audit({ version: 3 })],
  ['a thing to do of no audit', 'NOT_FOUND', 'settings.closeAuditItem', ofType({ ...DECISION, questionId: 'sides' })],
  ['a thing to do of no question', 'INVALID_PAYLOAD', 'settings.closeAuditItem', ofType({ ...DECISION, questionId: 'none' })],
  ['an audit nobody began', 'AUDIT_INCOMPLETE', 'settings.completeAudit', ofType({ version: 0 })],
  [
    'a month there is none of',
    'INVALID_PAYLOAD',
    'settings.numbersLeft',
    () => ({ since: '2026-06-01T09:00:00.000Z', months: [{ typeId: 't1', month: '2026-13' }] }),
  ],
  ['a beginning that is no instant', 'INVALID_PAYLOAD', 'settings.rebuildNumbers', () => ({ since: 'now', cursor: null })],
  ['new limits of a type of nobody', 'NOT_FOUND', 'settings.changeLimits', () => limits({}, { typeId: 'none' })],
  ['new limits from a day there is none of', 'INVALID_PAYLOAD', 'settings.changeLimits', ofType(limits({ from: '2026-02-30' }))],
  ['new limits from a day to come', 'INVALID_PAYLOAD', 'settings.changeLimits', ofType(limits({ from: '2999-01-01' }))],
  ['new limits without a reason', 'INVALID_PAYLOAD', 'settings.changeLimits', ofType(limits({ reason: ' ' }))],
  ['a reason of 301 characters', 'INVALID_PAYLOAD', 'settings.changeLimits', ofType(limits({ reason: 'x'.repeat(301) }))],
  ['new limits in somebody else’s name', 'INVALID_PAYLOAD', 'settings.changeLimits', ofType(limits({ by: '712020:ana' }))],
  ['new limits over a version to come', 'CONFIG_CONFLICT', 'settings.changeLimits', ofType(limits({}, { version: 3 }))],
  ['limits nobody began', 'NOT_FOUND', 'settings.changeLimits', ofType({ version: 0, change: { kind: 'takeBack', from: '2026-01-01' } })],
  ['reviews of a type that has none', 'NOT_FOUND', 'project.review', ofType({})],
  ['a review where there are none', 'NOT_FOUND', 'project.openReview', ofType({ month: MONTH, signal: null })],
  ['a month there is none of', 'INVALID_PAYLOAD', 'project.openReview', ofType({ month: '2026-13', signal: null })],
  ['a signal of the caller’s own', 'INVALID_PAYLOAD', 'project.openReview', ofType({ month: MONTH, signal: { key: 'common.close' } })],
  ['words into no review', 'NOT_FOUND', 'project.saveReview', review({})],
  ['numbers of the caller’s own', 'INVALID_PAYLOAD', 'project.saveReview', review({ numbers: null })],
  ['a decision of nothing', 'INVALID_PAYLOAD', 'project.saveReview', review({ decisions: [{ ...REVIEWER, text: ' ' }] })],
  [
    'S-131: somebody as the cause',
    'INVALID_PAYLOAD',
    'project.saveReview',
    review({ failed: { cause: 'x', checklistGap: 'no', trainingGap: 'no', by: '712020:ana' } }),
  ],
  ['a review nobody opened', 'NOT_FOUND', 'project.finishReview', ofType({ version: 0 })],
  ['a signature under nothing', 'NOT_FOUND', 'project.cosignReview', ofType({ version: 0 })],
  ['a decision nobody made', 'NOT_FOUND', 'project.closeDecision', ofType({ ...DECISION, place: 0 })],
  ['a decision that is none of ten', 'INVALID_PAYLOAD', 'project.closeDecision', ofType({ ...DECISION, place: 10 })],
  [
    'what waits in another project',
    'INVALID_PAYLOAD',
    'project.waiting',
    () => ({ cursor: null, typeId: null, state: null, ...ELSEWHERE }),
  ],
  ['what stands behind ratings', 'INVALID_PAYLOAD', 'project.numberItems', ofType({ month: MONTH, figure: 'ratings', asOf: null })],
  ['what stands behind nothing', 'INVALID_PAYLOAD', 'project.numberItems', ofType({ month: MONTH, figure: 'toString', asOf: null })],
  [
    'work items of another project',
    'INVALID_PAYLOAD',
    'project.numberItems',
    ofType({ month: MONTH, figure: 'open', asOf: null, ...ELSEWHERE }),
  ],
  ['what waits in no state', 'INVALID_PAYLOAD', 'project.waiting', () => ({ cursor: null, typeId: null, state: 'ACCEPTED' })],
  ['a dashboard with a project that is a key', 'INVALID_PAYLOAD', 'gadget.health', () => ({ projectId: 'SHOP', typeIds: [] })],
  ['a dashboard with a project of nobody', 'NOT_FOUND', 'gadget.health', () => ({ projectId: '99999', typeIds: [] })],
  ['rules of another project', 'INVALID_PAYLOAD', 'settings.coverage', () => ELSEWHERE],
  ['no group at all', 'INVALID_PAYLOAD', 'settings.recogniseGroups', () => ({ groups: [] })],
  ['work items of another project', 'INVALID_PAYLOAD', 'settings.recentItems', () => ELSEWHERE],
  ['a key that is a query', 'INVALID_PAYLOAD', 'settings.testRun', testRun({ issueKey: 'SHOP-1 OR 1=1' })],
  ['a work item of nobody', 'NOT_FOUND', 'settings.testRun', testRun({ issueKey: 'SHOP-99999' })],
  ['a move of nobody', 'NOT_FOUND', 'settings.testRun', testRun({ transitionId: '999' })],
  ['a key that is a path', 'INVALID_PAYLOAD', 'settings.typesElsewhere', () => ({ projectKey: '../APP' })],
  ['a project of nobody', 'NOT_FOUND', 'settings.typesElsewhere', () => ({ projectKey: 'NONE' })],
  ['pages of a project that is a path', 'INVALID_PAYLOAD', 'playbook.index', () => ({ projectKey: 'SHOP/..' })],
  ['a page nobody wrote', 'NOT_FOUND', 'playbook.page', () => NO_PAGE],
  ['earlier pages of none', 'NOT_FOUND', 'playbook.versions', () => NO_PAGE],
  ['earlier versions of none', 'NOT_FOUND', 'playbook.typeVersions', () => NO_PAGE],
  ['a champion of none', 'NOT_FOUND', 'playbook.home', () => NO_PAGE],
  ['a look at the page of none', 'NOT_FOUND', 'playbook.review', () => ({ ...NO_PAGE, version: 1 })],
  ['spot checks of a type that has none', 'NOT_FOUND', 'playbook.spotChecks', ofType({ projectKey: 'SHOP' })],
  ['a spot check where there are none', 'NOT_FOUND', 'playbook.saveSpotCheck', spotCheck([{ itemId: 'i1', says: 'true' }])],
  ['a spot check of nothing', 'INVALID_PAYLOAD', 'playbook.saveSpotCheck', spotCheck([])],
  [
    'a spot check that says more',
    'INVALID_PAYLOAD',
    'playbook.saveSpotCheck',
    spotCheck([{ itemId: 'i1', says: 'false', by: '712020:ana' }]),
  ],
  ['a suggestion for none', 'NOT_FOUND', 'playbook.saveDraft', suggestion({ typeId: 'none' })],
  ['a suggestion begun on a version to come', 'CONFIG_CONFLICT', 'playbook.saveDraft', suggestion({ basedOn: 99 })],
  ['a suggestion to ask for nothing', 'INVALID_PAYLOAD', 'playbook.saveDraft', suggestion({ items: [] })],
  ['a suggestion that says nothing', 'INVALID_PAYLOAD', 'playbook.saveDraft', suggestion({ note: ' ' })],
];
