import type { BridgeFunction } from '../../src/contract/bridge-contract';
import type { AuditView } from '../../src/contract/audit';
import type { ReviewView } from '../../src/contract/review';
import { QUESTION_IDS } from '../../src/domain/ten-questions/question';
import { A_GUIDE } from './a-guide';
import type { AccessStage, Person } from './access-stage';
import { guideVersion } from './document-versions';

const WORDS = {
  slow: '',
  redone: '',
  missing: '',
  finding: '',
  decisions: [],
  failed: null,
  playbook: { kind: 'noChange', why: 'It fits' },
};

/** Calls somebody may make on a page of a project, and the version that is stored then. */
async function version(
  stage: AccessStage,
  [person, projectKey]: readonly [Person, string],
  name: BridgeFunction,
  payload: object,
): Promise<number> {
  const answer = await stage.call(person, name, payload, { projectKey });
  if (!answer.ok) throw new Error(`${person} cannot ${name}: ${answer.error.code}`);
  return (answer.value as { version: number }).version;
}

/** A payload of an audit's function that would succeed for whoever has the right; the audit is brought to where it is possible. */
export async function auditPayload(
  stage: AccessStage,
  name: BridgeFunction,
  admin: Person,
  { projectKey, typeId }: { readonly projectKey: string; readonly typeId: string },
): Promise<Record<string, unknown>> {
  const stored = await version(stage, [admin, projectKey], 'settings.audit', { typeId });
  if (name === 'settings.audit') return { typeId };
  const save = { typeId, version: stored, answers: QUESTION_IDS.map((questionId) => ({ questionId, says: 'yes' })), edits: [] };
  if (name === 'settings.saveAudit') return save;
  const answers = save.answers.map((each) => (each.questionId === 'training' ? { ...each, says: 'no' } : each));
  const begun = { typeId, version: await version(stage, [admin, projectKey], 'settings.saveAudit', { ...save, answers }) };
  if (name === 'settings.completeAudit') return begun;
  const finished = await stage.call(admin, 'settings.completeAudit', begun, { projectKey });
  if (!finished.ok) throw new Error(`${admin} cannot finish an audit: ${finished.error.code}`);
  const { runs } = finished.value as AuditView;
  return { typeId, finishedAt: runs[0]?.finished.at, questionId: 'training', done: true };
}

/** Makes the team member champion of SHOP's type. */
export async function makeChampion(stage: AccessStage): Promise<void> {
  const guide = { ...A_GUIDE, championId: stage.account('teamMember') };
  const stored = await guideVersion(stage, 'projectAdmin', 'SHOP');
  const payload = { typeId: stage.type.typeId, version: stored, guide, note: null };
  const answer = await stage.call('projectAdmin', 'settings.saveGuide', payload, { projectKey: 'SHOP' });
  if (!answer.ok) throw new Error(`nobody became champion: ${answer.error.code}`);
}

/** From how the site stood: SHOP's type gets reviews; the lead answers for it, and the team member is its champion. */
export async function switchReviewsOn(stage: AccessStage, state: ArrayBuffer): Promise<void> {
  await stage.site.importState(state);
  await stage.site.turnOn('SHOP', { options: { accountableId: stage.account('lead'), review: 'on' } });
  await makeChampion(stage);
}

/** From how the site stood: SHOP's type gets spot checks; the lead answers for it, and the team member is its champion. */
export async function switchSpotChecksOn(stage: AccessStage, state: ArrayBuffer): Promise<void> {
  await stage.site.importState(state);
  await stage.site.turnOn('SHOP', { options: { accountableId: stage.account('lead'), spotChecks: true } });
  await makeChampion(stage);
}

/** The same for a review's function, as an admin of the project brings it there. */
export async function reviewPayload(stage: AccessStage, name: BridgeFunction): Promise<Record<string, unknown>> {
  const { typeId } = stage.type;
  const asAdmin = (wanted: BridgeFunction, payload: object): Promise<number> =>
    version(stage, ['projectAdmin', 'SHOP'], wanted, { typeId, ...payload });
  if (name === 'project.review') return { typeId };
  const month = { month: stage.month(), signal: null };
  if (name === 'project.openReview') return { typeId, ...month };
  const opened = await asAdmin('project.openReview', month);
  if (name === 'project.saveReview') return { typeId, version: opened, words: WORDS };
  const decisions = [{ text: 'Tell the team', ownerId: stage.account('sender'), dueOn: '2031-04-01', change: null }];
  const saved = await asAdmin('project.saveReview', { version: opened, words: { ...WORDS, decisions } });
  if (name === 'project.finishReview') return { typeId, version: saved };
  const finished = { typeId, version: await asAdmin('project.finishReview', { version: saved }) };
  if (name === 'project.cosignReview') return finished;
  const read = await stage.call('projectAdmin', 'project.review', { typeId }, { projectKey: 'SHOP' });
  const finishedAt = read.ok ? (read.value as ReviewView).past[0]?.finished?.at : undefined;
  return { typeId, finishedAt, place: 0, done: true };
}
