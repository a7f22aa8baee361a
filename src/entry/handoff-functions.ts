import { acceptHandoff } from '../app/accept-handoff';
import { editDraft } from '../app/edit-draft';
import { findPeople } from '../app/find-people';
import { getHandoffScreen } from '../app/get-handoff-screen';
import { getMyTime } from '../app/get-my-time';
import { getRound } from '../app/get-round';
import { getTimeline } from '../app/get-timeline';
import { getTimes } from '../app/get-times';
import { handBack } from '../app/hand-back';
import { handOff } from '../app/hand-off';
import { retryMove } from '../app/retry-move';
import { returnHandoff } from '../app/return-handoff';
import { saveMyTime } from '../app/save-my-time';
import { sendAgain } from '../app/send-again';
import { startAgain } from '../app/start-again';
import { voidHandoff } from '../app/void-handoff';
import { watchHandoff } from '../app/watch-handoff';
import type { AppPorts } from '../app/ports/app-ports';
import type { BridgeFunction } from '../contract/bridge-contract';
import * as payloads from '../contract/payloads';
import { entry, type BridgeTable } from './bridge-entry';
import { plain, rate } from './plain-command';
import { toIssueCaller } from './trusted-context';

/** What the functions of the Handoff screen reach. */
export type HandoffPorts = Omit<
  AppPorts,
  'gate' | 'site' | 'siteAdmin' | 'reporter' | 'summaries' | 'persons' | 'notifier' | 'mirror' | 'lists'
>;

/** Functions of the Handoff screen, on the work item. */
export const HANDOFF_FUNCTIONS: BridgeTable<
  HandoffPorts,
  Extract<BridgeFunction, `handoff.${string}` | `me.${string}` | `people.${string}`>
> = {
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
  'handoff.hold': plain(payloads.hold, ({ handoffId, until }) => ({ type: 'hold', handoffId, until })),
  'handoff.release': plain(payloads.onHandoff, ({ handoffId }) => ({ type: 'release', handoffId })),
  'handoff.sendAgain': entry(payloads.onHandoff, (ports, context, payload) => sendAgain(ports, toIssueCaller(context, payload), payload)),
  'handoff.rate': rate,
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
};
