import type { BridgeFunction } from '../../src/contract/bridge-contract';
import type { HandoffType } from '../../src/domain/type/handoff-type';
import { A_GUIDE } from './a-guide';
import type { AppSite } from './app-site';
import { PLACE, press, type Answer, type FaultCommand } from './fault-press';
import { ALL_TEN, FINISHED_AT, NEW_LIMITS, REVIEW_WORDS } from './fault-reviews';
import type { Scene, SceneName } from './fault-scenes';

function settings(name: BridgeFunction, scene: SceneName, more: (scene: Scene) => object): FaultCommand {
  return {
    name,
    presses: name,
    scene,
    kind: 'settings',
    run: (site, at) => press(site, { part: 'projectAdmin', name }, { rev: at.settingsRev, ...more(at) }, at),
  };
}

/** What is written beside the first type. */
function ofType(name: BridgeFunction, scene: SceneName, more: (type: HandoffType) => object): FaultCommand {
  const run = (site: AppSite, at: Scene): Promise<Answer> => {
    if (at.type === null) throw new Error(`${scene} has no type`);
    return press(site, { part: 'projectAdmin', name }, { typeId: at.type.typeId, ...more(at.type) }, at);
  };
  return { name, presses: name, scene, kind: 'settings', run };
}

/** A press of a Jira admin, for the whole site. */
function ofSite(name: BridgeFunction, payload: object): FaultCommand {
  const run = (site: AppSite, at: Scene): Promise<Answer> => press(site, { part: 'jiraAdmin', name }, payload, at);
  return { name, presses: name, scene: 'blank', kind: 'site', run };
}

/** Every command beside handoffs: a project's settings, what stands beside its types, one's own time, and the site's rules and panels. */
export const SETTINGS_COMMANDS: readonly FaultCommand[] = [
  settings('settings.turnOn', 'off', () => ({ route: null })),
  settings('settings.saveType', 'blank', ({ type }) => {
    if (type === null) return {};
    const { typeId, version: _version, ...draft } = type;
    return { typeId, draft: { ...draft, team: 'Quality' }, note: 'The team has a new name' };
  }),
  {
    name: 'me.save',
    presses: 'me.save',
    scene: 'blank',
    kind: 'settings',
    run: (site, at) => {
      const calendar = { zone: 'Europe/London', week: [{ day: 1, from: 540, to: 1020 }], daysOff: [] };
      return press(site, { part: 'sender', name: 'me.save' }, { calendar, awayUntil: null }, at);
    },
  },
  ofType('settings.saveAudit', 'blank', () => ({ version: 0, ...ALL_TEN })),
  ofType('settings.changeLimits', 'blank', () => NEW_LIMITS),
  ofType('settings.completeAudit', 'audited', () => ({ version: 1 })),
  ofType('settings.closeAuditItem', 'auditDone', () => ({ finishedAt: FINISHED_AT, questionId: 'training', done: true })),
  ofType('project.openReview', 'reviewable', () => ({ month: '2031-03', signal: null })),
  ofType('project.saveReview', 'reviewing', () => ({ version: 2, words: { ...REVIEW_WORDS, slow: 'Nobody was there' } })),
  ofType('project.finishReview', 'reviewing', () => ({ version: 2 })),
  ofType('project.cosignReview', 'reviewed', () => ({ version: 3 })),
  ofType('project.closeDecision', 'reviewed', () => ({ finishedAt: FINISHED_AT, place: 0, done: true })),
  ofType('settings.discardDraft', 'suggested', () => ({ version: 1 })),
  ofType('settings.saveDraft', 'blank', ({ typeId: _typeId, version: basedOn, ...draft }) => ({ version: 0, basedOn, draft })),
  ofType('playbook.saveDraft', 'blank', ({ version: basedOn, items }) => ({
    ...PLACE,
    ...{ version: 0, basedOn, items: items.slice(1), note: 'Nobody reads it' },
  })),
  ofType('playbook.saveSpotCheck', 'spotCheckable', () => ({ ...PLACE, version: 0, check: null })),
  settings('settings.switchType', 'blank', ({ type }) => ({ typeId: type?.typeId, gatePaused: true })),
  settings('settings.turnOff', 'blank', () => ({})),
  // The first version came with the starter.
  ofType('settings.saveGuide', 'blank', () => ({ version: 1, guide: A_GUIDE, note: 'After the review of May' })),
  ofType('settings.reviewGuide', 'blank', () => ({ version: 1 })),
  ofType('playbook.review', 'blank', () => ({ ...PLACE, version: 1 })),
  {
    name: 'settings.rebuildNumbers',
    presses: 'settings.rebuildNumbers',
    scene: 'uncounted',
    kind: 'numbers',
    mayBeLate: true,
    run: (site, at) => press(site, { part: 'projectAdmin', name: 'settings.rebuildNumbers' }, { since: null, cursor: null }, at),
  },
  ofSite('admin.pinPanel', { projectIds: ['10000', '10001'], pinned: true }),
  ofSite('admin.switchRules', { enabled: false }),
];
