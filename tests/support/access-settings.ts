import type { BridgeFunction } from '../../src/contract/bridge-contract';
import type { DraftsView } from '../../src/contract/drafts';
import type { GuidesView } from '../../src/contract/guide';
import { QUESTION_IDS } from '../../src/domain/ten-questions/question';
import { A_GUIDE } from './a-guide';
import type { AccessStage, Person } from './access-stage';

/** Version of the draft of a project's first type, which a change of it must name. */
export async function draftVersion(stage: AccessStage, admin: Person, projectKey: string): Promise<number> {
  const found = await stage.call(admin, 'settings.drafts', {}, { projectKey });
  if (!found.ok) throw new Error(`${admin} cannot read the drafts of ${projectKey}`);
  const { drafts, emptyVersions } = found.value as DraftsView;
  return drafts[0]?.version ?? Object.values(emptyVersions)[0] ?? 0;
}

/** A payload the settings take as they stand, as an admin of the project would send it. */
export async function settingsPayload(
  stage: AccessStage,
  name: BridgeFunction,
  admin: Person,
  projectKey: string,
): Promise<Record<string, unknown>> {
  const view = await stage.call(admin, 'settings.get', {}, { projectKey });
  if (!view.ok) throw new Error(`${admin} cannot read the settings of ${projectKey}`);
  const { rev, types } = view.value as { rev: number; types: { current: { typeId: string; version: number } }[] };
  const { typeId, version: _version, ...draft } = types[0]?.current ?? { typeId: '', version: 0 };
  switch (name) {
    case 'settings.turnOn':
      return { rev, route: null };
    case 'settings.turnOff':
      return { rev };
    case 'settings.saveType':
      return { rev, typeId, draft };
    case 'settings.typesElsewhere':
      return { projectKey };
    case 'settings.effect':
    case 'settings.versions':
      return { typeId };
    case 'settings.saveDraft':
    case 'settings.discardDraft': {
      const version = await draftVersion(stage, admin, projectKey);
      return { typeId, version, ...(name === 'settings.saveDraft' ? { basedOn: 1, draft } : {}) };
    }
    case 'settings.switchType':
      return { rev, typeId, gatePaused: false };
    case 'settings.testRun':
      return {
        issueKey: `${projectKey}-1`,
        workflow: projectKey === 'APP' ? 'Software workflow for project APP' : 'Shop delivery workflow',
        transitionId: '21',
      };
    case 'settings.findPeople':
      return { query: 'a' };
    case 'settings.audit':
    case 'settings.saveAudit':
    case 'settings.completeAudit':
      return auditPayload(stage, name, admin, { projectKey, typeId });
    case 'settings.guideVersions':
      return { typeId };
    case 'settings.saveGuide':
    case 'settings.reviewGuide':
      return {
        typeId,
        version: await guideVersion(stage, admin, projectKey),
        ...(name === 'settings.saveGuide' ? { guide: A_GUIDE, note: null } : {}),
      };
    default:
      return {};
  }
}

async function auditPayload(
  stage: AccessStage,
  name: BridgeFunction,
  admin: Person,
  { projectKey, typeId }: { readonly projectKey: string; readonly typeId: string },
): Promise<Record<string, unknown>> {
  const view = await stage.call(admin, 'settings.audit', { typeId }, { projectKey });
  if (!view.ok) throw new Error(`${admin} cannot read the audit of ${typeId}`);
  const { version } = view.value as { version: number };
  if (name === 'settings.audit') return { typeId };
  const save = { typeId, version, answers: QUESTION_IDS.map((questionId) => ({ questionId, says: 'yes' })), edits: [] };
  if (name === 'settings.saveAudit') return save;
  await stage.call(admin, 'settings.saveAudit', save, { projectKey });
  return { typeId, version: version + 1 };
}

/** Version of what is written about a project's first type. */
export async function guideVersion(stage: AccessStage, admin: Person, projectKey: string): Promise<number> {
  const answer = await stage.call(admin, 'settings.guides', {}, { projectKey });
  return answer.ok ? ((answer.value as GuidesView).guides[0]?.version ?? 0) : 0;
}
