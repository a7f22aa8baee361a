import { changeLimits } from '../app/change-limits';
import { changeSettings } from '../app/change-settings';
import { closeAuditItem } from '../app/close-audit-item';
import { completeAudit } from '../app/complete-audit';
import { checkRules } from '../app/check-rules';
import { discardDraft } from '../app/discard-draft';
import { explainRule } from '../app/explain-rule';
import { findAnyone } from '../app/find-anyone';
import { findPublishEffect } from '../app/find-publish-effect';
import { getAdminOverview } from '../app/get-admin-overview';
import { countNumbersLeft, rebuildNumbers } from '../app/rebuild-numbers';
import { getCoverage } from '../app/get-coverage';
import { getAudit } from '../app/get-audit';
import { saveAudit } from '../app/save-audit';
import { getGuides } from '../app/get-guides';
import { getGuideVersions } from '../app/get-guide-versions';
import { getDrafts } from '../app/get-drafts';
import { getLimits } from '../app/get-limits';
import { getSettings } from '../app/get-settings';
import { getTypeVersions } from '../app/get-type-versions';
import { listRecentItems } from '../app/list-recent-items';
import { pinPanel } from '../app/pin-panel';
import { recogniseGroups } from '../app/recognise-groups';
import { reviewGuide } from '../app/review-guide';
import { saveDraft } from '../app/save-draft';
import { saveGuide } from '../app/save-guide';
import { readTypesElsewhere } from '../app/read-types-elsewhere';
import { switchRules } from '../app/switch-rules';
import { testRun } from '../app/test-run';
import type { AppPorts } from '../app/ports/app-ports';
import type { ConfigHistory } from '../app/ports/config-store';
import * as auditPayloads from '../contract/audit-payloads';
import type { OpenLists } from '../app/ports/handoff-lists';
import type { DirectoryReader, GroupReader, RecentIssueReader } from '../app/ports/issues';
import type { BridgeFunction } from '../contract/bridge-contract';
import * as draftPayloads from '../contract/draft-payloads';
import * as guidePayloads from '../contract/guide-payloads';
import { nothing } from '../contract/payload-parts';
import * as numbersPayloads from '../contract/numbers-payloads';
import * as payloads from '../contract/settings-payloads';
import { BACKEND_TEXTS } from './backend-texts';
import { entry, type BridgeTable } from './bridge-entry';
import { toProjectCaller } from './trusted-context';

/** What the functions of the settings pages reach. */
export type SettingsPorts = Pick<
  AppPorts,
  | 'gate'
  | 'records'
  | 'issues'
  | 'configStore'
  | 'documents'
  | 'permissions'
  | 'site'
  | 'siteAdmin'
  | 'summaries'
  | 'queue'
  | 'people'
  | 'machine'
  | 'log'
> & {
  readonly configs: ConfigHistory;
  readonly lists: OpenLists;
  readonly recent: RecentIssueReader;
  readonly directory: DirectoryReader;
  readonly groups: GroupReader;
};

/** Functions of the project's settings, of the workflow rule's pages and of the page for the Jira administrator. */
export const SETTINGS_FUNCTIONS: BridgeTable<
  SettingsPorts,
  Extract<BridgeFunction, `settings.${string}` | `rule.${string}` | `admin.${string}`>
> = {
  'settings.get': entry(nothing, (ports, context) => getSettings(ports, toProjectCaller(context))),
  'settings.turnOn': entry(payloads.turnOn, (ports, context, { rev, route }) =>
    changeSettings(ports, toProjectCaller(context), rev, { type: 'turnOn', route }),
  ),
  'settings.turnOff': entry(payloads.withRev, (ports, context, { rev }) =>
    changeSettings(ports, toProjectCaller(context), rev, { type: 'turnOff' }),
  ),
  'settings.saveType': entry(payloads.saveType, (ports, context, { rev, ...command }) =>
    changeSettings(ports, toProjectCaller(context), rev, { type: 'saveType', ...command }),
  ),
  'settings.effect': entry(payloads.ofType, (ports, context, { typeId }) => findPublishEffect(ports, toProjectCaller(context), typeId)),
  'settings.versions': entry(payloads.ofType, (ports, context, { typeId }) => getTypeVersions(ports, toProjectCaller(context), typeId)),
  'settings.drafts': entry(nothing, (ports, context) => getDrafts(ports, toProjectCaller(context))),
  'settings.saveDraft': entry(draftPayloads.saveDraft, (ports, context, payload) => saveDraft(ports, toProjectCaller(context), payload)),
  'settings.discardDraft': entry(draftPayloads.discardDraft, (ports, context, payload) =>
    discardDraft(ports, toProjectCaller(context), payload),
  ),
  'settings.switchType': entry(payloads.switchType, (ports, context, { rev, typeId, active, gatePaused }) =>
    changeSettings(ports, toProjectCaller(context), rev, { type: 'switchType', typeId, active, gatePaused }),
  ),
  'settings.typesElsewhere': entry(payloads.ofProject, (ports, context, { projectKey }) =>
    readTypesElsewhere(ports, toProjectCaller(context), projectKey),
  ),
  'settings.recogniseGroups': entry(payloads.recogniseGroups, (ports, context, { groups }) =>
    recogniseGroups(ports, toProjectCaller(context), groups),
  ),
  'settings.checkRules': entry(nothing, (ports, context) => checkRules(ports, toProjectCaller(context))),
  'settings.rebuildNumbers': entry(numbersPayloads.rebuildNumbers, (ports, context, given) =>
    rebuildNumbers(ports, toProjectCaller(context), given),
  ),
  'settings.numbersLeft': entry(numbersPayloads.numbersLeft, (ports, context, given) =>
    countNumbersLeft(ports, toProjectCaller(context), given),
  ),
  'settings.limits': entry(nothing, (ports, context) => getLimits(ports, toProjectCaller(context))),
  'settings.changeLimits': entry(numbersPayloads.changeLimits, (ports, context, payload) =>
    changeLimits(ports, toProjectCaller(context), payload),
  ),
  'settings.coverage': entry(nothing, (ports, context) => getCoverage(ports, toProjectCaller(context))),
  'settings.testRun': entry(payloads.testRun, (ports, context, move) => testRun(ports, toProjectCaller(context), move, BACKEND_TEXTS)),
  'settings.recentItems': entry(nothing, (ports, context) => listRecentItems(ports, toProjectCaller(context))),
  'settings.findPeople': entry(payloads.findAnyone, (ports, context, { query }) => findAnyone(ports, toProjectCaller(context), query)),
  'settings.audit': entry(auditPayloads.auditTarget, (ports, context, { typeId }) => getAudit(ports, toProjectCaller(context), typeId)),
  'settings.saveAudit': entry(auditPayloads.saveAudit, (ports, context, payload) => saveAudit(ports, toProjectCaller(context), payload)),
  'settings.completeAudit': entry(auditPayloads.completeAudit, (ports, context, payload) =>
    completeAudit(ports, toProjectCaller(context), payload),
  ),
  'settings.closeAuditItem': entry(auditPayloads.closeAuditItem, (ports, context, payload) =>
    closeAuditItem(ports, toProjectCaller(context), payload),
  ),
  'settings.guides': entry(nothing, (ports, context) => getGuides(ports, toProjectCaller(context))),
  'settings.guideVersions': entry(guidePayloads.guideTarget, (ports, context, { typeId }) =>
    getGuideVersions(ports, toProjectCaller(context), typeId),
  ),
  'settings.saveGuide': entry(guidePayloads.saveGuide, (ports, context, payload) => saveGuide(ports, toProjectCaller(context), payload)),
  'settings.reviewGuide': entry(guidePayloads.reviewGuide, (ports, context, payload) =>
    reviewGuide(ports, toProjectCaller(context), payload),
  ),
  'rule.explain': entry(payloads.explainRule, (ports, context, payload) => explainRule(ports, context, payload)),
  'admin.overview': entry(nothing, (ports) => getAdminOverview(ports)),
  'admin.pinPanel': entry(payloads.pinPanel, (ports, context, payload) => pinPanel(ports, context, payload)),
  'admin.switchRules': entry(payloads.switchRules, (ports, _context, payload) => switchRules(ports, payload.enabled)),
};
