import { editDraft } from '../app/edit-draft';
import { getTimeline } from '../app/get-timeline';
import { handBack } from '../app/hand-back';
import { handOff } from '../app/hand-off';
import { startAgain } from '../app/start-again';
import { voidHandoff } from '../app/void-handoff';
import type { ConfigHistory } from '../app/ports/config-store';
import type { RecordHistory } from '../app/ports/record-store';
import { onHandoff } from '../contract/payloads';
import * as payloads from '../contract/prepare-payloads';
import { entry, type BridgeTable } from './bridge-entry';
import { toIssueCaller } from './trusted-context';
import { plain, ROW_FUNCTIONS, type HandoffFunction, type RowPorts } from './row-functions';

/** What the functions of the Handoff screen reach. */
export type HandoffPorts = RowPorts & { readonly configs: ConfigHistory; readonly records: RecordHistory };

/** Functions of the Handoff screen on the work item. */
export const HANDOFF_FUNCTIONS: BridgeTable<HandoffPorts, HandoffFunction> = {
  ...ROW_FUNCTIONS,
  'handoff.edit': entry(payloads.edit, (ports, context, payload) => {
    const { commandId, typeId, changes } = payload;
    return editDraft(ports, toIssueCaller(context, payload), { commandId, command: { type: 'edit', typeId, changes } });
  }),
  'handoff.approve': plain(payloads.approve, 'approve'),
  'handoff.handOff': entry(payloads.handOff, (ports, context, payload) => handOff(ports, toIssueCaller(context, payload), payload)),
  'handoff.retryOffer': plain(onHandoff, 'offer'),
  'handoff.changeSender': plain(payloads.changeSender, 'changeSender'),
  'handoff.waive': plain(payloads.waive, 'waive'),
  'handoff.hold': plain(payloads.hold, 'hold'),
  'handoff.release': plain(onHandoff, 'release'),
  'handoff.supersede': plain(onHandoff, 'supersede'),
  'handoff.handBack': entry(onHandoff, (ports, context, payload) => handBack(ports, toIssueCaller(context, payload), payload)),
  'handoff.void': entry(onHandoff, (ports, context, payload) => voidHandoff(ports, toIssueCaller(context, payload), payload)),
  'handoff.startAgain': entry(onHandoff, (ports, context, payload) => startAgain(ports, toIssueCaller(context, payload), payload)),
  'handoff.timeline': entry(onHandoff, (ports, context, payload) => getTimeline(ports, toIssueCaller(context, payload), payload.handoffId)),
};
