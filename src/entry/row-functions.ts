import * as v from 'valibot';
import { actOnHandoff, type PlainCommand } from '../app/act-on-handoff';
import { acceptHandoff } from '../app/accept-handoff';
import { findPeople } from '../app/find-people';
import { getHandoffScreen } from '../app/get-handoff-screen';
import { getMyTime } from '../app/get-my-time';
import { getRound } from '../app/get-round';
import { getTimes } from '../app/get-times';
import { retryMove } from '../app/retry-move';
import { returnHandoff } from '../app/return-handoff';
import { saveMyTime } from '../app/save-my-time';
import { sendAgain } from '../app/send-again';
import { watchHandoff } from '../app/watch-handoff';
import type { Settling } from '../app/command/load-case';
import type { AppPorts } from '../app/ports/app-ports';
import type { BridgeFunction } from '../contract/bridge-contract';
import type { HandoffScreen } from '../contract/handoff-screen';
import { nothing } from '../contract/payload-parts';
import * as payloads from '../contract/payloads';
import { entry, type BridgeEntry, type BridgeTable } from './bridge-entry';
import { toIssueCaller } from './trusted-context';

/** What the functions of the Handoff screen reach as it opens in a list. */
export type RowPorts = Omit<
  AppPorts,
  | 'configStore'
  | 'documents'
  | 'gate'
  | 'site'
  | 'siteAdmin'
  | 'rules'
  | 'reporter'
  | 'summaries'
  | 'persons'
  | 'notifier'
  | 'mirror'
  | 'lists'
> &
  Settling;

/** Functions of the Handoff screen. */
export type HandoffFunction = Extract<BridgeFunction, `handoff.${string}` | `me.${string}` | `people.${string}`>;

/** A command as its payload says it: what is left of the payload without where it comes from. */
type Said<Type extends PlainCommand['type']> = Omit<Extract<PlainCommand, { readonly type: Type }>, 'type'>;

/** What every payload of a command says beside it. */
interface Sent {
  readonly issueId?: string | undefined;
  readonly commandId: string;
}

/**
 * A function that needs nothing but the pipeline. Its schema lets in exactly what the command says, beside the work item and the id of the
 * call, so the payload without those two is the command.
 */
export function plain<Type extends PlainCommand['type']>(
  schema: v.GenericSchema<unknown, Said<Type> & Sent>,
  type: Type,
): BridgeEntry<RowPorts, HandoffScreen>;
export function plain(schema: v.GenericSchema<unknown, Sent>, type: PlainCommand['type']): BridgeEntry<RowPorts, HandoffScreen> {
  return entry(schema, (ports, context, { issueId, commandId, ...said }) =>
    actOnHandoff(ports, toIssueCaller(context, { issueId }), { commandId, command: { ...said, type } as PlainCommand }),
  );
}

/** Functions of the Handoff screen as it opens in a list: what `decideInRow` takes, and everything to read but the timeline. */
export const ROW_FUNCTIONS = {
  'handoff.get': entry(payloads.issueTarget, (ports, context, payload) => getHandoffScreen(ports, toIssueCaller(context, payload))),
  'handoff.watch': entry(payloads.issueTarget, (ports, context, payload) => watchHandoff(ports, toIssueCaller(context, payload))),
  'handoff.take': plain(payloads.onHandoff, 'take'),
  'handoff.giveBack': plain(payloads.onHandoff, 'giveBack'),
  'handoff.ask': plain(payloads.ask, 'ask'),
  'handoff.answer': plain(payloads.answer, 'answer'),
  'handoff.withdrawQuestion': plain(payloads.onQuestion, 'withdrawQuestion'),
  'handoff.readback': plain(payloads.readback, 'readback'),
  'handoff.hearback': plain(payloads.hearback, 'hearback'),
  'handoff.countersign': plain(payloads.onPackage, 'countersign'),
  'handoff.confirmChange': plain(payloads.onPackage, 'confirmChange'),
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
  'handoff.changeReceiver': plain(payloads.changeReceiver, 'changeReceiver'),
  'handoff.delegate': plain(payloads.delegate, 'delegate'),
  'handoff.remind': plain(payloads.onHandoff, 'remind'),
  'handoff.sendAgain': entry(payloads.onHandoff, (ports, context, payload) => sendAgain(ports, toIssueCaller(context, payload), payload)),
  'handoff.rate': plain(payloads.rate, 'rate'),
  'handoff.addNote': plain(payloads.addNote, 'addNote'),
  'handoff.recordRework': plain(payloads.recordRework, 'recordRework'),
  'handoff.withdraw': plain(payloads.withdraw, 'withdraw'),
  'handoff.logTalk': plain(payloads.onHandoff, 'logTalk'),
  'handoff.confirmTalk': plain(payloads.onHandoff, 'confirmTalk'),
  'handoff.waiveTalk': plain(payloads.waiveTalk, 'waiveTalk'),
  'handoff.times': entry(payloads.handoffTarget, (ports, context, payload) =>
    getTimes(ports, toIssueCaller(context, payload), payload.handoffId),
  ),
  'me.get': entry(nothing, (ports, context) => getMyTime(ports, context)),
  'me.save': entry(payloads.saveMyTime, (ports, context, payload) => saveMyTime(ports, context, payload)),
  'handoff.round': entry(payloads.round, (ports, context, payload) => getRound(ports, toIssueCaller(context, payload), payload)),
  'people.find': entry(payloads.findPeople, (ports, context, payload) => findPeople(ports, toIssueCaller(context, payload), payload.query)),
} satisfies Partial<BridgeTable<RowPorts, HandoffFunction>>;
