import * as v from 'valibot';

import type { BridgeContract, BridgeFunction } from '../contract/bridge-contract';
import type { CallResult } from '../contract/call';
import * as payloads from '../contract/payloads';
import { acceptHandoff } from '../app/accept-handoff';
import { actOnHandoff, type PlainCommand } from '../app/act-on-handoff';
import { AppError } from '../app/app-error';
import { changeSettings } from '../app/change-settings';
import { checkRules } from '../app/check-rules';
import { editDraft } from '../app/edit-draft';
import { explainRule } from '../app/explain-rule';
import { findAnyone } from '../app/find-anyone';
import { findPeople } from '../app/find-people';
import { getAdminOverview } from '../app/get-admin-overview';
import { getHandoffScreen } from '../app/get-handoff-screen';
import { getProjectHome } from '../app/get-project-home';
import { getRound } from '../app/get-round';
import { getSettings } from '../app/get-settings';
import { getMyTime } from '../app/get-my-time';
import { getTimes } from '../app/get-times';
import { saveMyTime } from '../app/save-my-time';
import { getTimeline } from '../app/get-timeline';
import { handBack } from '../app/hand-back';
import { handOff } from '../app/hand-off';
import { pinPanel } from '../app/pin-panel';
import type { AppPorts } from '../app/ports/app-ports';
import { returnHandoff } from '../app/return-handoff';
import { retryMove } from '../app/retry-move';
import { sendAgain } from '../app/send-again';
import { startAgain } from '../app/start-again';
import { voidHandoff } from '../app/void-handoff';
import { switchRules } from '../app/switch-rules';
import { watchHandoff } from '../app/watch-handoff';
import { toCallResult } from './call-result';
import { parseTrustedContext, toIssueCaller, toProjectCaller, type TrustedContext } from './trusted-context';

/** A function of the bridge, with its payload's schema inside: it takes what came over the bridge. */
type BridgeEntry<Result> = (ports: AppPorts, context: TrustedContext, payload: unknown) => Promise<Result>;

/** @throws {AppError} INVALID_PAYLOAD with the dotted path of the first thing that is wrong. */
function entry<Schema extends v.GenericSchema, Result>(
  schema: Schema,
  handle: (ports: AppPorts, context: TrustedContext, payload: v.InferOutput<Schema>) => Promise<Result>,
): BridgeEntry<Result> {
  return async (ports, context, payload) => {
    const parsed = v.safeParse(schema, payload);
    if (!parsed.success) throw new AppError('INVALID_PAYLOAD', { path: v.getDotPath(parsed.issues[0]) ?? '' });
    return handle(ports, context, parsed.output);
  };
}

/** A function that needs nothing but the pipeline. */
function plain<Schema extends v.GenericSchema<unknown, { readonly issueId?: string | undefined; readonly commandId: string }>>(
  schema: Schema,
  toCommand: (payload: v.InferOutput<Schema>) => PlainCommand,
) {
  return entry(schema, (ports, context, payload) =>
    actOnHandoff(ports, toIssueCaller(context, payload), { commandId: payload.commandId, command: toCommand(payload) }),
  );
}

/** Every function of the contract; the compiler holds names, payloads and results against it. */
const TABLE = {
  'handoff.get': entry(payloads.issueTarget, (ports, context, payload) => getHandoffScreen(ports, toIssueCaller(context, payload))),
  'handoff.watch': entry(payloads.issueTarget, (ports, context, payload) => watchHandoff(ports, toIssueCaller(context, payload))),
  'handoff.edit': entry(payloads.edit, (ports, context, payload) => {
    const { commandId, typeId, changes } = payload;
    return editDraft(ports, toIssueCaller(context, payload), { commandId, command: { type: 'edit', typeId, changes } });
  }),
  'handoff.approve': plain(payloads.approve, ({ handoffId, itemId, approved }) => ({ type: 'approve', handoffId, itemId, approved })),
  'handoff.handOff': entry(payloads.handOff, (ports, context, payload) => handOff(ports, toIssueCaller(context, payload), payload)),
  'handoff.retryOffer': plain(payloads.onHandoff, ({ handoffId }) => ({ type: 'offer', handoffId })),
  'handoff.take': plain(payloads.onHandoff, ({ handoffId }) => ({ type: 'take', handoffId })),
  'handoff.giveBack': plain(payloads.onHandoff, ({ handoffId }) => ({ type: 'giveBack', handoffId })),
  'handoff.ask': plain(payloads.ask, ({ handoffId, text }) => ({ type: 'ask', handoffId, text })),
  'handoff.answer': plain(payloads.answer, ({ handoffId, questionId, text }) => ({ type: 'answer', handoffId, questionId, text })),
  'handoff.withdrawQuestion': plain(payloads.onQuestion, ({ handoffId, questionId }) => ({
    type: 'withdrawQuestion',
    handoffId,
    questionId,
  })),
  'handoff.readback': plain(payloads.readback, ({ handoffId, digest, answers }) => ({ type: 'readback', handoffId, digest, answers })),
  'handoff.hearback': plain(payloads.hearback, ({ handoffId, corrections }) => ({ type: 'hearback', handoffId, corrections })),
  'handoff.countersign': plain(payloads.onPackage, ({ handoffId, digest }) => ({ type: 'countersign', handoffId, digest })),
  'handoff.confirmChange': plain(payloads.onPackage, ({ handoffId, digest }) => ({ type: 'confirmChange', handoffId, digest })),
  'handoff.accept': entry(payloads.accept, (ports, context, payload) => {
    const { commandId, handoffId, digest, nextStep } = payload;
    return acceptHandoff(ports, toIssueCaller(context, payload), { commandId, command: { type: 'accept', handoffId, digest, nextStep } });
  }),
  'handoff.return': entry(payloads.returnHandoff, (ports, context, payload) => {
    const { commandId, handoffId, reason, itemIds, sectionIds } = payload;
    return returnHandoff(ports, toIssueCaller(context, payload), {
      commandId,
      command: { type: 'return', handoffId, reason, itemIds, sectionIds },
    });
  }),
  'handoff.retryMove': entry(payloads.onHandoff, (ports, context, payload) => retryMove(ports, toIssueCaller(context, payload), payload)),
  'handoff.changeReceiver': plain(payloads.changeReceiver, ({ handoffId, receiver }) => ({ type: 'changeReceiver', handoffId, receiver })),
  'handoff.changeSender': plain(payloads.changeSender, ({ handoffId, sender, reason }) => ({
    type: 'changeSender',
    handoffId,
    sender,
    reason,
  })),
  'handoff.delegate': plain(payloads.delegate, ({ handoffId, to }) => ({ type: 'delegate', handoffId, to })),
  'handoff.waive': plain(payloads.waive, ({ typeId, reason, kinds }) => ({ type: 'waive', typeId, reason, kinds })),
  'handoff.remind': plain(payloads.onHandoff, ({ handoffId }) => ({ type: 'remind', handoffId })),
  'handoff.sendAgain': entry(payloads.onHandoff, (ports, context, payload) => sendAgain(ports, toIssueCaller(context, payload), payload)),
  'handoff.rate': plain(payloads.rate, ({ handoffId, value, comment }) => ({ type: 'rate', handoffId, value, comment })),
  'handoff.addNote': plain(payloads.addNote, ({ handoffId, text }) => ({ type: 'addNote', handoffId, text })),
  'handoff.recordRework': plain(payloads.recordRework, ({ handoffId, text, itemIds, sectionIds }) => ({
    type: 'recordRework',
    handoffId,
    text,
    itemIds,
    sectionIds,
  })),
  'handoff.supersede': plain(payloads.onHandoff, ({ handoffId }) => ({ type: 'supersede', handoffId })),
  'handoff.handBack': entry(payloads.onHandoff, (ports, context, payload) => handBack(ports, toIssueCaller(context, payload), payload)),
  'handoff.void': entry(payloads.onHandoff, (ports, context, payload) => voidHandoff(ports, toIssueCaller(context, payload), payload)),
  'handoff.withdraw': plain(payloads.withdraw, ({ handoffId, reason }) => ({ type: 'withdraw', handoffId, reason })),
  'handoff.startAgain': entry(payloads.onHandoff, (ports, context, payload) => startAgain(ports, toIssueCaller(context, payload), payload)),
  'handoff.logTalk': plain(payloads.onHandoff, ({ handoffId }) => ({ type: 'logTalk', handoffId })),
  'handoff.confirmTalk': plain(payloads.onHandoff, ({ handoffId }) => ({ type: 'confirmTalk', handoffId })),
  'handoff.waiveTalk': plain(payloads.waiveTalk, ({ handoffId, instead, text }) => ({ type: 'waiveTalk', handoffId, instead, text })),
  'handoff.times': entry(payloads.handoffTarget, (ports, context, payload) =>
    getTimes(ports, toIssueCaller(context, payload), payload.handoffId),
  ),
  'me.get': entry(payloads.nothing, (ports, context) => getMyTime(ports, context)),
  'me.save': entry(payloads.saveMyTime, (ports, context, payload) => saveMyTime(ports, context, payload)),
  'handoff.round': entry(payloads.round, (ports, context, payload) => getRound(ports, toIssueCaller(context, payload), payload)),
  'handoff.timeline': entry(payloads.onHandoff, (ports, context, payload) =>
    getTimeline(ports, toIssueCaller(context, payload), payload.handoffId),
  ),
  'people.find': entry(payloads.findPeople, (ports, context, payload) => findPeople(ports, toIssueCaller(context, payload), payload.query)),
  'project.home': entry(payloads.nothing, (ports, context) => getProjectHome(ports, toProjectCaller(context))),
  'settings.get': entry(payloads.nothing, (ports, context) => getSettings(ports, toProjectCaller(context))),
  'settings.turnOn': entry(payloads.turnOn, (ports, context, { rev, route }) =>
    changeSettings(ports, toProjectCaller(context), rev, { type: 'turnOn', route }),
  ),
  'settings.turnOff': entry(payloads.withRev, (ports, context, { rev }) =>
    changeSettings(ports, toProjectCaller(context), rev, { type: 'turnOff' }),
  ),
  'settings.saveType': entry(payloads.saveType, (ports, context, { rev, typeId, draft }) =>
    changeSettings(ports, toProjectCaller(context), rev, { type: 'saveType', typeId, draft }),
  ),
  'settings.switchType': entry(payloads.switchType, (ports, context, { rev, typeId, active, gatePaused }) =>
    changeSettings(ports, toProjectCaller(context), rev, { type: 'switchType', typeId, active, gatePaused }),
  ),
  'settings.checkRules': entry(payloads.nothing, (ports, context) => checkRules(ports, toProjectCaller(context))),
  'settings.findPeople': entry(payloads.findAnyone, (ports, context, { query }) => findAnyone(ports, toProjectCaller(context), query)),
  'rule.explain': entry(payloads.explainRule, (ports, context, payload) => explainRule(ports, context, payload)),
  'admin.overview': entry(payloads.nothing, (ports) => getAdminOverview(ports)),
  'admin.pinPanel': entry(payloads.pinPanel, (ports, context, payload) => pinPanel(ports, context, payload)),
  'admin.switchRules': entry(payloads.switchRules, (ports, _context, payload) => switchRules(ports, payload.enabled)),
} satisfies { [Name in BridgeFunction]: BridgeEntry<BridgeContract[Name]['result']> };

/** What a resolver of `@forge/resolver` is called with. */
interface BridgeRequest {
  readonly payload: unknown;
  readonly context: unknown;
}

/** Answers one function of the bridge; never throws. */
export type BridgeHandler = (request: BridgeRequest) => Promise<CallResult<unknown>>;

/** Binds the table to ports. Every call is validated, its target taken from the trusted context, and its caller's right checked by the use case. */
export function makeBridge(ports: AppPorts): ReadonlyMap<string, BridgeHandler> {
  const entries: [string, BridgeEntry<unknown>][] = Object.entries(TABLE);
  return new Map(
    entries.map(([name, call]) => [
      name,
      ({ payload, context }: BridgeRequest) => toCallResult(ports, name, async () => call(ports, parseTrustedContext(context), payload)),
    ]),
  );
}
