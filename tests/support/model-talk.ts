import { isBlank, isTakenByOther, isUntakenPool, isWithReceiver, person, senderOf, takes, type Meeting, type Rows } from './model-handoff';

/** Shortest note that stands for a talk. */
const DETAILED_NOTE = 200;

const isSender = ({ handoff, context }: Meeting): boolean => senderOf(handoff) === person(context);
const knowsNoTalks = ({ context }: Pick<Meeting, 'context'>): boolean => (context.handoffType.options?.talk ?? 'off') === 'off';
/** Of a pool only who took it talks. */
const isNotTheirs = (subject: Meeting): boolean => knowsNoTalks(subject) || (!isSender(subject) && isUntakenPool(subject));
const isOthers = (subject: Meeting): boolean => !isSender(subject) && isTakenByOther(subject);

/** T9, what stands for a talk (S-120), and nobody reacting in time (E5). */
export const TALK: Rows<'logTalk' | 'confirmTalk' | 'waiveTalk' | 'noteOverdue'> = {
  logTalk: {
    who: ['sender', 'receivingSide'],
    from: ['OFFERED', 'IN_VERIFICATION'],
    unless: { INVALID_STATE: isNotTheirs, ALREADY_CLAIMED: isOthers },
    idle: ({ handoff: { talk }, context }) => talk !== null && (talk.confirmedBy !== null || talk.by === person(context)),
    to: (subject) => {
      const { talk } = subject.handoff;
      const by = person(subject.context) ?? '';
      return {
        ...(isSender(subject) ? {} : takes(subject)),
        talk: talk === null ? { by, confirmedBy: null } : { ...talk, confirmedBy: by },
      };
    },
  },
  confirmTalk: {
    who: ['sender', 'receivingSide'],
    from: ['OFFERED', 'IN_VERIFICATION'],
    unless: {
      INVALID_STATE: (subject) => isNotTheirs(subject) || subject.handoff.talk === null,
      ALREADY_CLAIMED: isOthers,
      TALK_SAME_PERSON: ({ handoff, context }) => handoff.talk?.by === person(context),
    },
    idle: ({ handoff }) => handoff.talk?.confirmedBy !== null,
    to: (subject) => ({
      ...(isSender(subject) ? {} : takes(subject)),
      talk: { by: subject.handoff.talk?.by ?? '', confirmedBy: person(subject.context) },
    }),
  },
  waiveTalk: {
    who: ['sender', 'accountable'],
    from: ['OFFERED', 'IN_VERIFICATION'],
    unless: {
      FORBIDDEN: (subject) =>
        subject.command.instead === 'accountable'
          ? subject.context.handoffType.options?.accountableId !== person(subject.context)
          : !isSender(subject),
      INVALID_STATE: knowsNoTalks,
      TALK_WAIVER_EMPTY: ({ command: { instead, text } }) =>
        isBlank(text) ||
        (instead === 'video' && !text.startsWith('https://')) ||
        (instead === 'note' && text.trim().length < DETAILED_NOTE),
    },
    to: () => ({ isTalkWaived: true }),
  },
  noteOverdue: {
    who: ['system'],
    from: ['DRAFT', 'OFFERED', 'IN_VERIFICATION', 'RETURNED', 'ACCEPTED'],
    idle: ({ handoff, context }) =>
      !isWithReceiver(handoff) || handoff.dueAt === '' || context.now <= handoff.dueAt || handoff.isReacted || handoff.isNotedOverdue,
    to: () => ({ isNotedOverdue: true }),
  },
};
