import * as v from 'valibot';
import type { Figure } from '../domain/metrics/behind-number';
import { id, instant, month } from './payload-parts';

/** Numbers that are made of handoffs; ratings are none of them. */
const FIGURES = [
  'dropped',
  'notFirstTime',
  'returned',
  'error',
  'rework',
  'bypass',
  'questions',
  'overdue',
  'notReadBack',
  'notTalked',
  'pingPong',
  'unanswered',
  'readiness',
  'longChain',
  'toAndFro',
  'open',
  'cycleWorking',
  'cycleCalendar',
  'firstWork',
  'acknowledge',
  'checking',
  'preparation',
] as const satisfies readonly Figure[];

export const numberItems = v.strictObject({
  /** Null: every type of the project. */
  typeId: v.nullable(id),
  month,
  figure: v.picklist(FIGURES),
  /** The moment the number was worked out for, so that both say the same; null: now. */
  asOf: v.nullable(instant),
});
