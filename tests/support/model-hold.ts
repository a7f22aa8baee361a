import type { Rows, Subject } from './model-handoff';
import { since } from './model-handoff';
import { whatIsLeft } from './model-draft';
import { offer } from './model-waiver';

const LONGEST_MS = 90 * 24 * 3_600_000;

/** Whether its time came. */
const isOver = ({ handoff: { hold, state }, context }: Subject<'offerHeld'>): boolean =>
  state === 'DRAFT' && hold !== null && since(hold.until, context) >= 0;

/** Whether something keeps it, now that its time came. */
const isKept = ({ handoff, command, context }: Subject<'offerHeld'>): boolean =>
  command.isUnmoved === true || whatIsLeft(handoff, context).length > 0;

/** S-123: a complete draft waits until a time. */
export const HOLDING: Rows<'hold' | 'release' | 'offerHeld'> = {
  hold: {
    who: ['editor'],
    from: ['DRAFT'],
    unless: {
      INVALID_STATE: ({ context }) => context.handoffType.options?.holdAllowed !== true,
      INVALID_VALUE: ({ command, context }) => since(command.until, context) >= 0 || since(command.until, context) < -LONGEST_MS,
      NOT_READY: ({ handoff, context }) => whatIsLeft(handoff, context).length > 0,
    },
    idle: ({ handoff, command }) => handoff.hold?.until === command.until,
    to: ({ command }) => ({ hold: { until: command.until, isStuck: false } }),
  },
  release: {
    who: ['editor'],
    from: ['DRAFT', 'OFFERED', 'IN_VERIFICATION', 'RETURNED', 'ACCEPTED'],
    idle: ({ handoff }) => handoff.hold === null,
    to: () => ({ hold: null }),
  },
  offerHeld: {
    who: ['system'],
    from: ['DRAFT', 'OFFERED', 'IN_VERIFICATION', 'RETURNED', 'ACCEPTED'],
    // Nobody is there to press a button.
    unless: { FORBIDDEN: (subject) => subject.context.path === 'panel' && isOver(subject) && !isKept(subject) },
    idle: (subject) => !isOver(subject) || (isKept(subject) && subject.handoff.hold?.isStuck === true),
    to: (subject) => {
      const { handoff, context } = subject;
      return isKept(subject) ? { hold: { until: handoff.hold?.until ?? '', isStuck: true } } : offer(handoff, context);
    },
  },
};
