import type { HealthMonth } from '../../../src/contract/health';
import type { Share } from '../../../src/domain/metrics/digest-counts';
import type { Durations } from '../../../src/domain/metrics/durations';
import { exactPoisson } from '../../../src/domain/metrics/exact-intervals';
import { wilson, type Interval } from '../../../src/domain/metrics/wilson';
import type { TextKey } from '../../kit/text/format-text';

/** How long one thing took in a month. */
export interface TimeNumber {
  readonly id: 'cycleWorking' | 'cycleCalendar' | 'firstWork' | 'acknowledge' | 'checking' | 'preparation';
  readonly name: TextKey;
  readonly durations: Durations;
}

/** How many of how many; for questions how many in how many handoffs, which may be more than one each. */
export interface RateNumber {
  readonly id: NameOfRate | 'questions';
  readonly name: TextKey;
  readonly share: Share;
  /** `k / n`, and where the true value lies with 95 %; null where `n` is 0. */
  readonly value: number | null;
  readonly interval: Interval | null;
  /** A share of things, or events in each handoff. */
  readonly unit: 'share' | 'each';
}

/** The times of a month. Time to first work is there where a first sign of work was seen; the others always, as nothing where there is none. */
export function timesOf(month: HealthMonth): readonly TimeNumber[] {
  const { cycleWorking, cycleCalendar, firstWork, acknowledge, checking, preparation } = month;
  return [
    { id: 'cycleWorking', name: 'health.time.cycleWorking', durations: cycleWorking },
    { id: 'cycleCalendar', name: 'health.time.cycleCalendar', durations: cycleCalendar },
    ...(firstWork === undefined ? [] : [{ id: 'firstWork', name: 'health.time.firstWork', durations: firstWork } as const]),
    { id: 'acknowledge', name: 'health.time.acknowledge', durations: acknowledge },
    { id: 'checking', name: 'health.time.checking', durations: checking },
    ...(preparation.n === 0 ? [] : [{ id: 'preparation', name: 'health.time.preparation', durations: preparation } as const]),
  ];
}

/** The shares and rates of a month; what only some types have switched on is there only where it was counted. */
export function ratesOf(month: HealthMonth): readonly RateNumber[] {
  const { dropped, firstPass, error, rework, overdue, readback, talk, readiness, questions, asked, pingPong, offered } = month;
  const always = [
    share('firstPass', firstPass),
    share('error', error),
    share('rework', rework),
    share('adherence', adherenceOf(month)),
    each('questions', { k: questions.before + questions.after, n: questions.handoffs }),
  ];
  const toAndFro = pingPong === 0 ? [] : [share('pingPong', { k: pingPong, n: offered })];
  const answered = share('answered', { k: asked.questions - asked.open, n: asked.questions });
  const optional = [answered, share('overdue', overdue), share('readback', readback), share('talk', talk), share('readiness', readiness)];
  return [share('dropped', dropped), ...always, ...toAndFro, ...optional.filter((rate) => rate.share.n > 0 && !isNever(rate, 'readiness'))];
}

/** M13 the other way round: moves with a handoff, of all moves that needed one (S-027). */
function adherenceOf({ bypass: { k, n } }: Pick<HealthMonth, 'bypass'>): Share {
  return { k: n - k, n };
}

/** Whether nothing of the kind happened: an override that nobody could or did make says nothing. */
function isNever(rate: RateNumber, id: RateNumber['id']): boolean {
  return rate.id === id && rate.share.k === 0;
}

type NameOfRate =
  'answered' | 'dropped' | 'firstPass' | 'error' | 'rework' | 'pingPong' | 'adherence' | 'overdue' | 'readback' | 'talk' | 'readiness';

function share(id: NameOfRate, { k, n }: Share): RateNumber {
  return { id, name: `health.rate.${id}`, share: { k, n }, value: n === 0 ? null : k / n, interval: wilson(k, n), unit: 'share' };
}

function each(id: 'questions', { k, n }: Share): RateNumber {
  const { lower, upper } = exactPoisson(k);
  const interval = n === 0 ? null : { lower: lower / n, upper: upper / n };
  return { id, name: `health.rate.${id}`, share: { k, n }, value: n === 0 ? null : k / n, interval, unit: 'each' };
}
