import type { BridgeContract } from '../../../src/contract/bridge-contract';

/** A number with handoffs behind it. */
export type BehindFigure = BridgeContract['project.numberItems']['payload']['figure'];

/** Where numbers stand whose work items can be asked for. */
export interface NumberPlace {
  readonly projectKey: string;
  /** Null: they are of all types. */
  readonly typeId: string | null;
  readonly month: string;
  /** When they were worked out, so that the list says the same; null where that is not known. */
  readonly asOf: string | null;
}

/** Numbers that are times: their list has hours, the slowest first. */
const TIMES: readonly BehindFigure[] = ['cycleWorking', 'cycleCalendar', 'firstWork', 'acknowledge', 'checking', 'preparation'];

/** What is asked of a number: those that were counted, those that were not, or the slowest. */
export type BehindQuestion = 'which' | 'whichNot' | 'slowest' | 'open';

const NOT_COUNTED: readonly BehindFigure[] = ['notFirstTime', 'bypass', 'notReadBack', 'notTalked', 'unanswered'];

/** The question whose answer the list is. */
export function questionOf(figure: BehindFigure): BehindQuestion {
  if (figure === 'open') return 'open';
  if (TIMES.includes(figure)) return 'slowest';
  return NOT_COUNTED.includes(figure) ? 'whichNot' : 'which';
}
