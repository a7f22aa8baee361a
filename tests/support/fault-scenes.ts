import type { Handoff } from '../../src/domain/handoff/handoff';
import type { HandoffType } from '../../src/domain/type/handoff-type';
import type { AppSite } from './app-site';
import { PLACE } from './fault-press';
import { ALL_TEN, finishAudit, finishReview, openReview } from './fault-reviews';
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

const MINUTE_MS = 60_000;
const QA_TEAM = { kind: 'group', groupId: '6f0c1d52-3b7e-4a68-9c15-d2e4f8a7b302' } as const;

/** Clock steps on between two things that happen, so that no two share an instant by accident. */
async function later(site: AppSite, ms = MINUTE_MS): Promise<void> {
  await site.idle();
  await site.advance(ms);
  await site.idle();
}

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
export const READBACK = ['where_to_test', 'recommendation', 'situation'].map((questionId) => ({
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
  | 'uncounted'
  | 'acceptedWithWayBack'
  | 'guarded'
  | 'readBack'
  | 'changed'
  | 'withdrawn'
  | 'notSent'
  | 'movedUnseen'
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
  uncounted: async (site, type, issueKey) => {
    const handoff = await HANDOFF_SCENES.accepted(site, type, issueKey);
    const state = new StoredState(site.databaseFile);
    state.forgetNumbers();
    state.close();
    return handoff;
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
  movedUnseen: async (site, type, issueKey) => {
    const handoff = await HANDOFF_SCENES.ready(site, type, issueKey);
    await site.fault({ service: '*', functionKey: 'events', status: 503, times: 'always' });
    await site.move('sender', issueKey, 'In QA');
    await site.idle();
    return handoff;
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
