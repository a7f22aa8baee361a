import type { BridgeFunction } from '../../src/contract/bridge-contract';
import type { AccessStage, Stage } from './access-stage';

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
