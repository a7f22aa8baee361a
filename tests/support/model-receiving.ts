import {
  isBlank,
  isPool,
  isTakenByOther,
  isUntakenPool,
  person,
  rolesOf,
  takes,
  type ModelHandoff,
  type Rows,
  type Subject,
} from './model-handoff';
import { NOT_OFFERED } from './model-offer';
import { isMoveByOthers } from './model-parties';
import { isReal, laterOf } from './model-text';
import { ACCEPTING, passAfter } from './model-verification';

const question = ({ handoff, command }: Subject<'answer'> | Subject<'withdrawQuestion'>) =>
  handoff.questions.find(({ id }) => id === command.questionId);
const isSettled = (found: ModelHandoff['questions'][number] | undefined): boolean =>
  found?.isAnswered === true || found?.isWithdrawn === true;

/** T6–T8, T11, T12: what the receiving side does, and the answers it gets. */
export const RECEIVING: Rows<'take' | 'giveBack' | 'ask' | 'withdrawQuestion' | 'answer' | 'accept' | 'return'> = {
  take: {
    who: ['receivingSide'],
    from: ['OFFERED', 'IN_VERIFICATION'],
    unless: { INVALID_STATE: (subject) => !isPool(subject), ALREADY_CLAIMED: isTakenByOther },
    idle: ({ handoff, context }) => handoff.takenBy === person(context),
    to: ({ context }) => ({ state: 'IN_VERIFICATION', takenBy: person(context), isReacted: true }),
  },
  giveBack: {
    who: ['receivingSide'],
    from: ['IN_VERIFICATION'],
    unless: { INVALID_STATE: (subject) => !isPool(subject), FORBIDDEN: isTakenByOther },
    to: () => ({ state: 'OFFERED', takenBy: null, talk: null, isTalkWaived: false }),
  },
  ask: {
    who: ['receivingSide', 'accepter'],
    from: ['OFFERED', 'IN_VERIFICATION', 'ACCEPTED'],
    unless: {
      INVALID_STATE: ({ handoff, context }) => handoff.state === 'ACCEPTED' && context.handoffType.options?.supportHours === undefined,
      FORBIDDEN: ({ handoff, context }) => handoff.state === 'ACCEPTED' && handoff.acceptedBy !== person(context),
      ALREADY_CLAIMED: isTakenByOther,
      TEXT_REQUIRED: ({ command }) => isBlank(command.text),
    },
    to: (subject) => ({
      ...(subject.handoff.state === 'ACCEPTED' ? {} : takes(subject)),
      isReacted: true,
      questions: [
        ...subject.handoff.questions,
        { id: subject.newQuestionId, by: person(subject.context) ?? '', isAnswered: false, isWithdrawn: false },
      ],
    }),
  },
  withdrawQuestion: {
    who: ['anyone'],
    from: ['OFFERED', 'IN_VERIFICATION', 'ACCEPTED'],
    unless: {
      NOT_FOUND: (subject) => question(subject) === undefined,
      FORBIDDEN: (subject) => question(subject)?.by !== person(subject.context),
      INVALID_STATE: (subject) => isSettled(question(subject)),
    },
    to: ({ handoff, command }) => ({
      questions: handoff.questions.map((each) => (each.id === command.questionId ? { ...each, isWithdrawn: true } : each)),
    }),
  },
  answer: {
    who: ['sendingSide', 'accountable'],
    from: ['OFFERED', 'IN_VERIFICATION', 'ACCEPTED'],
    unless: {
      FORBIDDEN: (subject) => question(subject)?.by === person(subject.context),
      NOT_FOUND: (subject) => question(subject) === undefined,
      INVALID_STATE: (subject) => isSettled(question(subject)),
      TEXT_REQUIRED: ({ command }) => isBlank(command.text),
    },
    to: ({ handoff, command }) => ({
      questions: handoff.questions.map((each) => (each.id === command.questionId ? { ...each, isAnswered: true } : each)),
    }),
  },
  accept: {
    who: ['receivingSide'],
    from: ['OFFERED', 'IN_VERIFICATION'],
    unless: {
      ALREADY_CLAIMED: isTakenByOther,
      INVALID_STATE: isUntakenPool,
      STALE_PACKAGE: ({ isCurrentPackage }) => !isCurrentPackage,
      ...ACCEPTING,
    },
    to: (subject) => {
      const { handoff, context } = subject;
      return {
        ...takes(subject),
        state: 'ACCEPTED',
        acceptedBy: person(context),
        acceptedAt: laterOf(context.now, handoff.changedAt),
        relied: context.issue.fieldMarks?.['fixVersions']?.shown ?? null,
        pass: passAfter(subject),
      };
    },
  },
  return: {
    who: ['receivingSide', 'mover'],
    from: ['OFFERED', 'IN_VERIFICATION'],
    unless: {
      FORBIDDEN: ({ handoff, context }) => context.path === 'other' && !rolesOf(handoff, context).has('receivingSide'),
      ALREADY_CLAIMED: (subject) => isTakenByOther(subject) && !isMoveByOthers(subject),
      UNKNOWN_FIELD: (subject) => subject.command.itemIds.includes('nope') && !isMoveByOthers(subject),
      REASON_REQUIRED: ({ command, context }) =>
        context.path !== 'move' && command.itemIds.length + command.sectionIds.length === 0 && !isReal(command.reason),
    },
    to: (subject) => ({
      ...NOT_OFFERED,
      state: 'RETURNED',
      named: isMoveByOthers(subject)
        ? []
        : [...subject.command.itemIds.map((id) => `item:${id}`), ...subject.command.sectionIds.map((id) => `section:${id}`)],
    }),
  },
};
