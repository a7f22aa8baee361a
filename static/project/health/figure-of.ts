import type { BehindFigure } from '../behind/number-place';
import type { RateNumber } from './month-numbers';

/** What is worth looking at behind a rate: what was counted, and of a good one what was not. */
const BEHIND: Readonly<Record<RateNumber['id'], readonly [figure: BehindFigure, of: 'counted' | 'others']>> = {
  dropped: ['dropped', 'counted'],
  firstPass: ['notFirstTime', 'others'],
  error: ['error', 'counted'],
  rework: ['rework', 'counted'],
  pingPong: ['pingPong', 'counted'],
  answered: ['unanswered', 'others'],
  adherence: ['bypass', 'others'],
  questions: ['questions', 'counted'],
  overdue: ['overdue', 'counted'],
  readback: ['notReadBack', 'others'],
  talk: ['notTalked', 'others'],
  readiness: ['readiness', 'counted'],
};

/** The list a rate leads to; null where nothing would stand in it. */
export function figureOf({ id, share: { k, n } }: RateNumber): BehindFigure | null {
  const [figure, of] = BEHIND[id];
  return (of === 'counted' ? k : n - k) > 0 ? figure : null;
}
