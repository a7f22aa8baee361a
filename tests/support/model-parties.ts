import type { DecisionContext } from '../../src/domain/handoff/command';
import { isPool, person, rolesOf, senderOf, standsIn, type Meeting, type ModelHandoff, type Rows, type Subject } from './model-handoff';
import { receiverOf, receiverWord } from './model-draft';
import { offerTo } from './model-offer';
import { isReal } from './model-text';

const isOtherSender = ({ handoff, command }: Subject<'changeSender'>): boolean => senderOf(handoff) !== command.sender;

function askedAnew(handoff: ModelHandoff, asked: string, context: DecisionContext): Partial<ModelHandoff> {
  return { ...offerTo(asked, handoff, context), ...withReceiver(handoff, asked) };
}

function withReceiver({ values }: ModelHandoff, value: string): Pick<ModelHandoff, 'values'> {
  return { values: { ...values, receiver: { value, version: (values['receiver']?.version ?? 0) + 1 } } };
}

/** T14, T15, E25: who it is from and to, and the one reminder. */
export const PARTIES: Rows<'changeReceiver' | 'changeSender' | 'delegate' | 'remind'> = {
  changeReceiver: {
    who: ['sender', 'editor', 'standsIn'],
    from: ['DRAFT', 'OFFERED', 'IN_VERIFICATION'],
    unless: {
      INVALID_STATE: ({ handoff, context }) =>
        handoff.state !== 'OFFERED' && !standsIn(context) && !(handoff.state === 'IN_VERIFICATION' && context.receiverIsGone === true),
      SELF_HANDOFF: ({ handoff, command }) => receiverWord(command.receiver) === `person:${senderOf(handoff)}`,
    },
    idle: ({ handoff, command }) =>
      handoff.takenBy === null &&
      receiverWord(command.receiver) === (handoff.state === 'DRAFT' ? handoff.values['receiver']?.value : handoff.asked),
    to: ({ handoff, command, context }) => {
      const receiver = receiverWord(command.receiver);
      return handoff.state === 'DRAFT' ? withReceiver(handoff, receiver) : askedAnew(handoff, receiver, context);
    },
  },
  changeSender: {
    who: ['standsIn'],
    from: ['DRAFT', 'OFFERED', 'IN_VERIFICATION', 'RETURNED'],
    unless: {
      SELF_HANDOFF: (subject) =>
        isOtherSender(subject) &&
        [subject.handoff.asked ?? receiverOf(subject.handoff.values, subject.context), `person:${subject.handoff.takenBy ?? ''}`].includes(
          `person:${subject.command.sender}`,
        ),
      REASON_REQUIRED: (subject) => isOtherSender(subject) && !isReal(subject.command.reason),
    },
    idle: (subject) => !isOtherSender(subject),
    to: ({ handoff: { values }, command }) => ({
      values: { ...values, sender: { value: command.sender, version: (values['sender']?.version ?? 0) + 1 } },
      // Who talked was the other one.
      talk: null,
      isTalkWaived: false,
    }),
  },
  delegate: {
    who: ['receivingSide'],
    from: ['OFFERED', 'IN_VERIFICATION'],
    unless: {
      FORBIDDEN: ({ handoff, context }) =>
        (context.handoffType.options?.accountableId ?? null) === null ||
        (handoff.takenBy === null ? handoff.asked !== `person:${person(context) ?? ''}` : handoff.takenBy !== person(context)),
      SELF_HANDOFF: ({ handoff, command }) => senderOf(handoff) === command.to,
    },
    idle: ({ command, context }) => command.to === person(context),
    to: ({ handoff, command, context }) => askedAnew(handoff, `person:${command.to}`, context),
  },
  remind: {
    who: ['sendingSide'],
    from: ['OFFERED'],
    unless: { INVALID_STATE: isPool, ALREADY_REMINDED: ({ handoff }) => handoff.isReminded },
    to: () => ({ isReminded: true }),
  },
};

/** Whether the work item was moved by somebody who is not asked. */
export function isMoveByOthers({ handoff, context }: Meeting): boolean {
  return context.path === 'move' && !rolesOf(handoff, context).has('receivingSide');
}
