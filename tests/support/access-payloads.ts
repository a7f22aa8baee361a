import type { BridgeFunction } from '../../src/contract/bridge-contract';
import { A_GUIDE } from './a-guide';
import { auditPayload, reviewPayload } from './access-beside-types';
import { FIXED } from './access-rows';
import { PROJECT_ID, type AccessStage, type Person, type Stage } from './access-stage';
import { draftVersion, guideVersion, newLimits } from './document-versions';

/** Where the rule's own page stands in the workflow of SHOP. */
export const RULE_OF_SHOP = { transitionId: '21', page: 'edit', workflowId: 'b9f1c2d0-5e47-4a31-8c6d-10f2e3a4b501' };

/** A payload of a function on a work item that would succeed for whoever has the right. */
export function payloadFor(stage: AccessStage, name: BridgeFunction, at: Stage): Record<string, unknown> {
  const { handoffId, digest, questionId } = at;
  const command = { commandId: stage.site.commandId(), handoffId };
  switch (name) {
    case 'handoff.get':
    case 'handoff.watch':
      return {};
    case 'people.find':
      return { query: '' };
    case 'handoff.waiveTalk':
      return { ...command, instead: 'video', text: 'https://video.example/7' };
    case 'handoff.times':
      return { handoffId };
    case 'handoff.round':
      return { handoffId, attempt: 1 };
    case 'handoff.edit':
      return {
        commandId: command.commandId,
        typeId: stage.type.typeId,
        changes: [{ field: 'section', id: 'background', value: 'A line by somebody else', basedOn: 0 }],
      };
    case 'handoff.approve':
      return { ...command, itemId: 'signed_off', approved: true };
    case 'handoff.hold':
      return { ...command, until: stage.tomorrow() };
    case 'handoff.ask':
      return { ...command, text: 'Which account has the voucher?' };
    case 'handoff.answer':
      return { ...command, questionId, text: 'The one called qa-7' };
    case 'handoff.withdrawQuestion':
      return { ...command, questionId };
    case 'handoff.readback':
      return { ...command, digest, answers: stage.answers() };
    case 'handoff.hearback':
      return { ...command, corrections: [] };
    case 'handoff.countersign':
    case 'handoff.confirmChange':
      return { ...command, digest };
    case 'handoff.accept':
      return { ...command, digest, nextStep: null };
    case 'handoff.return':
      return { ...command, reason: 'The account is locked', itemIds: [], sectionIds: [] };
    case 'handoff.changeReceiver':
      return { ...command, receiver: { kind: 'person', accountId: stage.account('poolMember') } };
    case 'handoff.changeSender':
      return { ...command, sender: stage.account('poolMember'), reason: 'Maya moved to another team' };
    case 'handoff.delegate':
      return { ...command, to: stage.account('poolMember') };
    case 'handoff.waive':
      return { commandId: command.commandId, typeId: stage.type.typeId, reason: 'The shop is down', kinds: ['left'] };
    case 'handoff.rate':
      return { ...command, value: 2, comment: null };
    case 'handoff.addNote':
      return { ...command, text: 'Vouchers need an account of their own' };
    case 'handoff.recordRework':
      return { ...command, text: 'The voucher had expired', itemIds: ['where_to_test'], sectionIds: [] };
    case 'handoff.withdraw':
      return { ...command, reason: 'The release moved to May' };
    default:
      return command;
  }
}

/** The same for a function of the settings, as an admin of that project finds them. */
export async function settingsPayload(
  stage: AccessStage,
  name: BridgeFunction,
  [admin, projectKey]: readonly [Person, string],
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
    case 'settings.audit':
    case 'settings.saveAudit':
    case 'settings.completeAudit':
    case 'settings.closeAuditItem':
      return auditPayload(stage, name, admin, { projectKey, typeId });
    case 'settings.changeLimits':
      return { typeId, ...(await newLimits(stage, admin, projectKey)) };
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
      return FIXED[name] ?? {};
  }
}

/** What a Jira admin asks a function that writes nothing, and where, in SHOP with reviews and spot checks on. */
export async function askedBy(
  stage: AccessStage,
  name: BridgeFunction,
  at: Stage,
): Promise<readonly [payload: object, context: Readonly<Record<string, string>>]> {
  const inShop = { projectKey: 'SHOP' };
  switch (name.split('.')[0]) {
    case 'handoff':
    case 'people':
      return [payloadFor(stage, name, at), { issueKey: at.issueKey }];
    case 'me':
      return [{}, { issueKey: at.issueKey }];
    case 'playbook':
      return [name === 'playbook.index' ? inShop : { ...inShop, typeId: stage.type.typeId }, {}];
    case 'gadget':
      return [name === 'gadget.health' ? { projectId: PROJECT_ID.shop, typeIds: [] } : {}, {}];
    case 'rule':
      return [{ fromStatusId: '10001', toStatusId: '10002' }, RULE_OF_SHOP];
    case 'admin':
      return [{}, {}];
    default:
      return [await (name === 'project.review' ? reviewPayload(stage, name) : settingsPayload(stage, name, ['jiraAdmin', 'SHOP'])), inShop];
  }
}
