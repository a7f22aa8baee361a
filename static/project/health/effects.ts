import type { HealthMonth, TypeHealth } from '../../../src/contract/health';
import type { BehindFigure } from '../behind/number-place';
import { ratingsOfMonth } from './rating-stretches';
import { sayHours, sayShare, type Say } from '../../kit/numbers/say-numbers';
import { sayHeld, sayStretch } from './say-ratings';

/** What bad handoffs cost (S-007): one number each, and the table it leads to. */
export interface Effect {
  readonly id: 'delay' | 'errors' | 'rework' | 'frustration';
  readonly value: string;
  readonly leadsTo: 'cycle' | 'error' | 'rework' | 'ratings';
  /** The list of work items it leads to; null where there are none, and for ratings, which never stand beside one (design decision 11). */
  readonly figure: BehindFigure | null;
  /** The state on the work items that have it right now, for a search; null where Jira knows none. */
  readonly states: readonly string[] | null;
}

/** Delay, errors, rework and frustration of a month, always all four. */
export function effectsOf(say: Say, type: TypeHealth, month: HealthMonth): readonly Effect[] {
  const { cycleWorking, overdue, error, rework } = month;
  const wait = say.t('health.effect.delay.value', { time: sayHours(say, cycleWorking.p50), count: cycleWorking.n });
  const late = overdue.n === 0 ? '' : ` ${say.t('health.effect.delay.overdue', { share: sayShare(say, overdue) })}`;
  return [
    {
      id: 'delay',
      value: `${wait}${late}`,
      leadsTo: 'cycle',
      figure: cycleWorking.n > 0 ? 'cycleWorking' : null,
      states: ['Waiting', 'Checking'],
    },
    { id: 'errors', value: sayShare(say, error), leadsTo: 'error', figure: error.k > 0 ? 'error' : null, states: ['Returned'] },
    { id: 'rework', value: sayShare(say, rework), leadsTo: 'rework', figure: rework.k > 0 ? 'rework' : null, states: null },
    { id: 'frustration', value: frustration(say, type, month), leadsTo: 'ratings', figure: null, states: null },
  ];
}

function frustration(say: Say, type: TypeHealth, { month }: HealthMonth): string {
  const { stretch, held } = ratingsOfMonth(type, month);
  if (stretch === null) return sayHeld(say, { stretch, held });
  return say.t('health.effect.frustration.value', { share: sayShare(say, stretch.low), when: sayStretch(say, stretch) });
}

/** The work items of a project whose handoff is in one of these states now, as the state field names them. */
export function stateJql(projectKey: string, states: readonly string[]): string {
  return `project = "${projectKey}" AND "Handoff state" in (${states.map((state) => `"${state}"`).join(', ')}) ORDER BY updated ASC`;
}
