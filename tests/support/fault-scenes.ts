import type { BridgeFunction } from '../../src/contract/bridge-contract';
import type { Handoff } from '../../src/domain/handoff/handoff';
import type { HandoffType } from '../../src/domain/type/handoff-type';
import { A_GUIDE } from './a-guide';
import { ALL_ANSWERS, type AppSite, type Part } from './app-site';
import { ALL_TEN, FINISHED_AT, finishAudit, finishReview, NEW_LIMITS, openReview, REVIEW_WORDS } from './fault-reviews';
import { StoredState } from './fault-state';
import { anItem } from './handoff-world';

/** A stored moment every case starts from again: the whole site as a file, and the names a command needs. */
export interface Scene {
  readonly state: ArrayBuffer;
  readonly type: HandoffType | null;
  readonly issueKey: string;
  readonly issueId: string;
  readonly handoff: Handoff | null;
  /** Names what changed after the sign-off; null when nothing did. */
  readonly changeDigest: string | null;
  readonly settingsRev: number;
}

/** How a command ended for whoever gave it: `ok`, a code of the closed set, or for a move what Jira said. */
export interface Answer {
  readonly code: string;
  readonly says: string;
}

/** A command as the matrix runs it. */
export interface FaultCommand {
  readonly name: string;
  readonly scene: SceneName;
  readonly kind: 'handoff' | 'settings' | 'gate';
  readonly run: (site: AppSite, scene: Scene) => Promise<Answer>;
}

const MINUTE_MS = 60_000;
const PLACE = { projectKey: 'SHOP' };
const QA_TEAM = { kind: 'group', groupId: '6f0c1d52-3b7e-4a68-9c15-d2e4f8a7b302' } as const;

/** Clock steps on between two things that happen, so that no two share an instant by accident. */
async function later(site: AppSite, ms = MINUTE_MS): Promise<void> {
  await site.idle();
  await site.advance(ms);
  await site.idle();
}

const tick = [{ field: 'item' as const, id: 'known_issues', value: { kind: 'noneKnown' as const }, basedOn: 0 }];

async function offered(site: AppSite, type: HandoffType, issueKey: string, receiver?: typeof QA_TEAM): Promise<Handoff> {
  const { handoffId } = await site.prepare(issueKey, type);
  if (receiver !== undefined) await site.edit('sender', issueKey, type, [{ field: 'receiver', value: receiver, basedOn: 1 }]);
  await later(site);
  const { outcome } = await site.value('sender', 'handoff.handOff', { commandId: site.commandId(), handoffId }, { issueKey });
  if (outcome !== 'handedOff') throw new Error(`handing off ended in ${outcome}`);
  await later(site);
  return site.handoff('receiver', issueKey);
}

/** Answers to what a readback of the prepared handoff asks. */
const READBACK = ['where_to_test', 'recommendation', 'situation'].map((questionId) => ({
  questionId,
  text: `Ana says what ${questionId} means`,
}));

/** A type that the lead answers for. */
function answeredFor(site: AppSite): Promise<HandoffType> {
  return site.turnOn('SHOP', { options: { accountableId: site.account('lead'), waiversAllowed: true } });
}

type Build = (site: AppSite, type: HandoffType, issueKey: string) => Promise<Handoff | null>;

/** A moment beside handoffs. */
const quietly =
  (act: (site: AppSite, type: HandoffType) => Promise<unknown>): Build =>
  async (site, type) => {
    await act(site, type);
    await later(site);
    return null;
  };

type HandoffScene =
  | 'blank'
  | 'draft'
  | 'ready'
  | 'holdable'
  | 'held'
  | 'toApprove'
  | 'unprojected'
  | 'offered'
  | 'asked'
  | 'poolOffered'
  | 'poolTaken'
  | 'opensAtAcceptance'
  | 'accepted'
  | 'acceptedWithWayBack'
  | 'guarded'
  | 'readBack'
  | 'changed'
  | 'withdrawn'
  | 'notSent'
  | 'toTalk'
  | 'talked'
  | 'notMovedBack'
  | 'answeredFor'
  | 'answeredForDraft'
  | 'suggested'
  | 'audited'
  | 'auditDone'
  | 'reviewable'
  | 'reviewing'
  | 'reviewed'
  | 'spotCheckable';

const HANDOFF_SCENES: Readonly<Record<HandoffScene, Build>> = {
  blank: () => Promise.resolve(null),
  draft: async (site, type, issueKey) => {
    const handoff = await site.edit('sender', issueKey, type, [{ field: 'section', id: 'background', value: 'Began here', basedOn: 0 }]);
    await later(site, 11 * MINUTE_MS);
    return handoff;
  },
  ready: async (site, type, issueKey) => {
    const handoff = await site.prepare(issueKey, type);
    await later(site);
    return handoff;
  },
  holdable: async (site, _type, issueKey) =>
    HANDOFF_SCENES.ready(site, await site.turnOn('SHOP', { options: { holdAllowed: true } }), issueKey),
  held: async (site, type, issueKey) => {
    const handoff = await HANDOFF_SCENES.holdable(site, type, issueKey);
    const payload = { commandId: site.commandId(), handoffId: handoff?.handoffId, until: '2031-03-04T08:00:00.000Z' };
    await site.value('sender', 'handoff.hold', payload, { issueKey });
    await later(site);
    return handoff;
  },
  toApprove: async (site, { items }, issueKey) => {
    const signed = anItem('signed_off', { kind: 'approval', required: false, approverId: null });
    return HANDOFF_SCENES.draft(site, await site.turnOn('SHOP', { items: [...items, signed] }), issueKey);
  },
  unprojected: async (site, type, issueKey) => {
    const handoff = await HANDOFF_SCENES.ready(site, type, issueKey);
    const state = new StoredState(site.databaseFile);
    state.forgetProjections();
    state.close();
    return handoff;
  },
  offered: (site, type, issueKey) => offered(site, type, issueKey),
  asked: async (site, type, issueKey) => {
    const { handoffId } = await offered(site, type, issueKey);
    await site.value('receiver', 'handoff.ask', { commandId: site.commandId(), handoffId, text: 'Which browser?' }, { issueKey });
    await later(site);
    return site.handoff('receiver', issueKey);
  },
  poolOffered: (site, type, issueKey) => offered(site, type, issueKey, QA_TEAM),
  poolTaken: async (site, type, issueKey) => {
    const { handoffId } = await offered(site, type, issueKey, QA_TEAM);
    await site.value('receiver', 'handoff.take', { commandId: site.commandId(), handoffId }, { issueKey });
    await later(site);
    return site.handoff('receiver', issueKey);
  },
  opensAtAcceptance: async (site, _type, issueKey) => {
    const type = await site.turnOn('SHOP', { opensAt: 'acceptance' });
    await site.setRule('SHOP', 'Send to QA', { requires: 'accepted' });
    return offered(site, type, issueKey);
  },
  accepted: async (site, type, issueKey) => {
    await site.accept(issueKey, await offered(site, type, issueKey));
    await later(site);
    return site.handoff('receiver', issueKey);
  },
  acceptedWithWayBack: async (site, type, issueKey) => {
    await site.addWayBack('SHOP', type);
    return HANDOFF_SCENES.accepted(site, type, issueKey);
  },
  guarded: async (site, _type, issueKey) => {
    const options = { verificationLevel: 3, accountableId: site.account('lead'), waiversAllowed: true } as const;
    const type = await site.turnOn('SHOP', { options });
    const { handoffId } = await offered(site, type, issueKey, QA_TEAM);
    await site.value('receiver', 'handoff.take', { commandId: site.commandId(), handoffId }, { issueKey });
    await later(site);
    return site.handoff('receiver', issueKey);
  },
  readBack: async (site, type, issueKey) => {
    const { handoffId, offer } = (await HANDOFF_SCENES.guarded(site, type, issueKey)) ?? {};
    const given = { commandId: site.commandId(), handoffId, digest: offer?.digest, answers: READBACK };
    await site.value('receiver', 'handoff.readback', given, { issueKey });
    await later(site);
    return site.handoff('receiver', issueKey);
  },
  changed: async (site, type, issueKey) => {
    const labels = { itemId: 'labels', title: 'Labels', hint: '', kind: 'field', fieldId: 'labels', required: true } as const;
    const items = [...type.items, { ...labels, allowNoneKnown: false, allowInDescription: false }];
    await site.rest('sender', 'PUT', `/issue/${issueKey}`, { fields: { labels: ['voucher'] } });
    await site.accept(issueKey, await offered(site, await site.turnOn('SHOP', { items }), issueKey));
    await later(site);
    await site.rest('sender', 'PUT', `/issue/${issueKey}`, { fields: { labels: ['voucher', 'refund'] } });
    await later(site);
    return site.handoff('receiver', issueKey);
  },
  withdrawn: async (site, type, issueKey) => {
    const handoff = await offered(site, type, issueKey);
    await site.value(
      'sender',
      'handoff.withdraw',
      { commandId: site.commandId(), handoffId: handoff.handoffId, reason: 'Not needed' },
      { issueKey },
    );
    await later(site);
    return handoff;
  },
  answeredFor: async (site, _type, issueKey) => offered(site, await answeredFor(site), issueKey),
  answeredForDraft: async (site, _type, issueKey) => HANDOFF_SCENES.draft(site, await answeredFor(site), issueKey),
  notSent: async (site, type, issueKey) => {
    await site.fault({ service: 'jira', match: '/notify', status: 500 });
    return offered(site, type, issueKey);
  },
  toTalk: async (site, _type, issueKey) => offered(site, await site.turnOn('SHOP', { options: { talk: 'required' } }), issueKey),
  talked: async (site, type, issueKey) => {
    const { handoffId } = (await HANDOFF_SCENES.toTalk(site, type, issueKey)) ?? {};
    await site.value('sender', 'handoff.logTalk', { commandId: site.commandId(), handoffId }, { issueKey });
    await later(site);
    return site.handoff('receiver', issueKey);
  },
  notMovedBack: async (site, type, issueKey) => {
    const { handoffId } = await offered(site, type, issueKey);
    await site.fault({ service: 'jira', match: 'transitions', status: 503, times: 'always' });
    const given = { commandId: site.commandId(), handoffId, reason: 'The account is locked', itemIds: [], sectionIds: [] };
    await site.value('receiver', 'handoff.return', given, { issueKey });
    await later(site);
    return site.handoff('receiver', issueKey);
  },
  suggested: quietly((site, { typeId, version: basedOn, ...draft }) =>
    site.value('projectAdmin', 'settings.saveDraft', { typeId, version: 0, basedOn, draft: { ...draft, team: 'Quality' } }, PLACE),
  ),
  audited: quietly((site, { typeId }) => site.value('projectAdmin', 'settings.saveAudit', { typeId, version: 0, ...ALL_TEN }, PLACE)),
  auditDone: quietly(finishAudit),
  reviewable: quietly((site) => site.turnOn('SHOP', { options: { review: 'on' } })),
  reviewing: quietly(openReview),
  reviewed: quietly(finishReview),
  spotCheckable: quietly((site) => site.turnOn('SHOP', { options: { spotChecks: true } })),
};

/** Names of the moments. */
export type SceneName = HandoffScene | 'off';

/** Builds every moment once, each from the same beginning; takes some seconds. */
export async function buildScenes(site: AppSite, wanted: ReadonlySet<SceneName>): Promise<ReadonlyMap<SceneName, Scene>> {
  await site.request('POST', '/_local/clock', { freeze: '2031-03-03T09:00:00.000Z' });
  await site.idle();
  const scenes = new Map<SceneName, Scene>();
  const off = await site.exportState();
  scenes.set('off', { state: off, type: null, issueKey: '', issueId: '', handoff: null, changeDigest: null, settingsRev: 0 });
  const type = await site.turnOn();
  await later(site);
  const issueKey = await site.createInDevelopment('Pays with a voucher');
  await later(site);
  const beginning = await site.exportState();
  const { body } = await site.rest('sender', 'GET', `/issue/${issueKey}?fields=status`);
  const { id: issueId } = body as { id: string };
  for (const [name, build] of Object.entries(HANDOFF_SCENES) as [HandoffScene, Build][]) {
    if (!wanted.has(name)) continue;
    await site.importState(beginning);
    const handoff = await build(site, type, issueKey);
    await site.clearFaults();
    await site.idle();
    const { rev } = await site.value('projectAdmin', 'settings.get', {}, PLACE);
    const changeDigest = name === 'changed' ? ((await site.card('receiver', issueKey)).changedAfterSignOff?.digest ?? null) : null;
    scenes.set(name, { state: await site.exportState(), type, issueKey, issueId, handoff, changeDigest, settingsRev: rev });
  }
  return scenes;
}

/** The same id every time: a case sends its command twice, and the second must have no further effect. */
const COMMAND_ID = 'fault-matrix-command';

/** Whose press of what. */
interface Press {
  readonly part: Part;
  readonly name: BridgeFunction;
}

async function call(site: AppSite, { part, name }: Press, payload: object, { issueKey }: Scene): Promise<Answer> {
  const place = name.startsWith('settings.') || name.startsWith('project.') ? PLACE : name.startsWith('playbook.') ? {} : { issueKey };
  const result = await site.call(part, name, payload, place);
  if (!result.ok) return { code: result.error.code, says: JSON.stringify(result.error) };
  const { outcome, jiraMessage } = result.value as { outcome?: string; jiraMessage?: string | null };
  return { code: outcome === 'refusedByJira' ? 'refusedByJira' : 'ok', says: outcome === 'refusedByJira' ? String(jiraMessage) : '' };
}

/** @param more What the payload holds besides command and handoff. */
function on(
  scene: SceneName,
  press: Press,
  more: (scene: Scene, site: AppSite) => object = () => ({}),
  label: string = press.name,
): FaultCommand {
  const run = (site: AppSite, at: Scene): Promise<Answer> =>
    call(site, press, { commandId: COMMAND_ID, handoffId: at.handoff?.handoffId, ...more(at, site) }, at);
  return { name: label, scene, kind: 'handoff', run };
}

function edit(label: string, scene: SceneName, changes: object): FaultCommand {
  const run = (site: AppSite, at: Scene): Promise<Answer> =>
    call(site, { part: 'sender', name: 'handoff.edit' }, { commandId: COMMAND_ID, typeId: at.type?.typeId, changes }, at);
  return { name: label, scene, kind: 'handoff', run };
}

function waive(scene: SceneName): FaultCommand {
  const run = (site: AppSite, at: Scene): Promise<Answer> => {
    const payload = { commandId: COMMAND_ID, typeId: at.type?.typeId, reason: 'The shop is down', kinds: ['left'] };
    return call(site, { part: 'lead', name: 'handoff.waive' }, payload, at);
  };
  return { name: 'handoff.waive', scene, kind: 'handoff', run };
}

function settings(name: BridgeFunction, scene: SceneName, more: (scene: Scene) => object): FaultCommand {
  return {
    name,
    scene,
    kind: 'settings',
    run: (site, at) => call(site, { part: 'projectAdmin', name }, { rev: at.settingsRev, ...more(at) }, at),
  };
}

/** What is written beside the first type. */
function ofType(name: BridgeFunction, scene: SceneName, more: (type: HandoffType) => object): FaultCommand {
  const run = (site: AppSite, at: Scene): Promise<Answer> => {
    if (at.type === null) throw new Error(`${scene} has no type`);
    return call(site, { part: 'projectAdmin', name }, { typeId: at.type.typeId, ...more(at.type) }, at);
  };
  return { name, scene, kind: 'settings', run };
}

/** A move over Jira's REST API; where the work item already stands there, somebody's earlier try went through. */
function move(label: string, scene: SceneName): FaultCommand {
  const run = async (site: AppSite, { issueKey }: Scene): Promise<Answer> => {
    if ((await site.statusOf(issueKey)) === 'In QA') return { code: '204', says: '' };
    const { status, messages } = await site.move('sender', issueKey, 'In QA');
    return { code: String(status), says: messages.join(' ') };
  };
  return { name: label, scene, kind: 'gate', run };
}

const decide = ({ handoff }: Scene): object => ({ digest: handoff?.offer?.digest, nextStep: 'Look at refunds' });

/** Every command over the bridge, and every way the gate can be asked. */
export const FAULT_COMMANDS: readonly FaultCommand[] = [
  edit('handoff.edit (first touch)', 'blank', tick),
  edit('handoff.edit (next)', 'draft', tick),
  edit('handoff.edit (to ready)', 'draft', ALL_ANSWERS),
  on('ready', { part: 'sender', name: 'handoff.handOff' }),
  on('ready', { part: 'sender', name: 'handoff.retryOffer' }),
  on('holdable', { part: 'sender', name: 'handoff.hold' }, () => ({ until: '2031-03-04T08:00:00.000Z' })),
  on('held', { part: 'sender', name: 'handoff.release' }),
  on('toApprove', { part: 'receiver', name: 'handoff.approve' }, () => ({ itemId: 'signed_off', approved: true })),
  on('poolOffered', { part: 'receiver', name: 'handoff.take' }),
  on('poolTaken', { part: 'receiver', name: 'handoff.giveBack' }),
  on('offered', { part: 'receiver', name: 'handoff.ask' }, () => ({ text: 'Which browser?' })),
  on('asked', { part: 'sender', name: 'handoff.answer' }, ({ handoff }) => ({
    questionId: handoff?.questions[0]?.questionId,
    text: 'All of them',
  })),
  on('asked', { part: 'receiver', name: 'handoff.withdrawQuestion' }, ({ handoff }) => ({ questionId: handoff?.questions[0]?.questionId })),
  on('guarded', { part: 'receiver', name: 'handoff.readback' }, ({ handoff }) => ({ digest: handoff?.offer?.digest, answers: READBACK })),
  on('readBack', { part: 'sender', name: 'handoff.hearback' }, () => ({
    corrections: [{ questionId: 'situation', text: 'After shipping' }],
  })),
  on('guarded', { part: 'lead', name: 'handoff.countersign' }, ({ handoff }) => ({ digest: handoff?.offer?.digest })),
  on('changed', { part: 'receiver', name: 'handoff.confirmChange' }, ({ changeDigest }) => ({ digest: changeDigest })),
  on('offered', { part: 'receiver', name: 'handoff.accept' }, decide),
  on('opensAtAcceptance', { part: 'receiver', name: 'handoff.accept' }, decide, 'handoff.accept (moves)'),
  on('offered', { part: 'receiver', name: 'handoff.return' }, () => ({
    reason: 'The account is locked',
    itemIds: ['where_to_test'],
    sectionIds: [],
  })),
  on('notMovedBack', { part: 'receiver', name: 'handoff.retryMove' }),
  on('toTalk', { part: 'sender', name: 'handoff.logTalk' }),
  on('talked', { part: 'receiver', name: 'handoff.confirmTalk' }),
  on('toTalk', { part: 'sender', name: 'handoff.waiveTalk' }, () => ({ instead: 'video', text: 'https://video.example/7' })),
  on('offered', { part: 'sender', name: 'handoff.changeReceiver' }, (_scene, site) => ({
    receiver: { kind: 'person', accountId: site.account('lead') },
  })),
  on('answeredFor', { part: 'lead', name: 'handoff.changeSender' }, (_scene, site) => ({
    sender: site.account('projectAdmin'),
    reason: 'Maya moved to another team',
  })),
  on('answeredFor', { part: 'receiver', name: 'handoff.delegate' }, (_scene, site) => ({ to: site.account('projectAdmin') })),
  waive('answeredForDraft'),
  on('offered', { part: 'sender', name: 'handoff.remind' }),
  on('notSent', { part: 'sender', name: 'handoff.sendAgain' }),
  on('accepted', { part: 'receiver', name: 'handoff.rate' }, () => ({ value: 4, comment: 'Clear' })),
  on('accepted', { part: 'sender', name: 'handoff.addNote' }, () => ({ text: 'Say which account next time' })),
  on('accepted', { part: 'receiver', name: 'handoff.recordRework' }, () => ({
    text: 'The account was locked',
    itemIds: ['where_to_test'],
    sectionIds: [],
  })),
  on('acceptedWithWayBack', { part: 'receiver', name: 'handoff.handBack' }),
  on('offered', { part: 'sender', name: 'handoff.supersede' }),
  on('offered', { part: 'projectAdmin', name: 'handoff.void' }),
  on('offered', { part: 'sender', name: 'handoff.withdraw' }, () => ({ reason: 'Not needed' })),
  on('withdrawn', { part: 'sender', name: 'handoff.startAgain' }),
  settings('settings.turnOn', 'off', () => ({ route: null })),
  settings('settings.saveType', 'blank', ({ type }) => {
    if (type === null) return {};
    const { typeId, version: _version, ...draft } = type;
    return { typeId, draft: { ...draft, team: 'Quality' }, note: 'The team has a new name' };
  }),
  {
    name: 'me.save',
    scene: 'blank',
    kind: 'settings',
    run: (site, at) => {
      const calendar = { zone: 'Europe/London', week: [{ day: 1, from: 540, to: 1020 }], daysOff: [] };
      return call(site, { part: 'sender', name: 'me.save' }, { calendar, awayUntil: null }, at);
    },
  },
  ofType('settings.saveAudit', 'blank', () => ({ version: 0, ...ALL_TEN })),
  ofType('settings.changeLimits', 'blank', () => NEW_LIMITS),
  ofType('settings.completeAudit', 'audited', () => ({ version: 1 })),
  ofType('settings.closeAuditItem', 'auditDone', () => ({ version: 2, finishedAt: FINISHED_AT, questionId: 'training', done: true })),
  ofType('project.openReview', 'reviewable', () => ({ month: '2031-03', signal: null })),
  ofType('project.saveReview', 'reviewing', () => ({ version: 2, words: { ...REVIEW_WORDS, slow: 'Nobody was there' } })),
  ofType('project.finishReview', 'reviewing', () => ({ version: 2 })),
  ofType('project.cosignReview', 'reviewed', () => ({ version: 3 })),
  ofType('project.closeDecision', 'reviewed', () => ({ version: 3, finishedAt: FINISHED_AT, place: 0, done: true })),
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
  move('the gate, nothing prepared', 'blank'),
  move('the gate, something left', 'draft'),
  move('the gate, complete', 'ready'),
  move('the gate, projections lost', 'unprojected'),
];
