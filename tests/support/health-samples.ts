import type { HealthMonth, HealthView, TypeHealth } from '../../src/contract/health';
import { addMonths } from '../../src/domain/calendar/calendar-day';
import { defaultCalendar } from '../../src/domain/calendar/working-calendar';
import { addMs } from '../../src/domain/handoff/instant';
import type { MeasuredHandoff } from '../../src/domain/metrics/measured-handoff';
import { METRIC_WINDOWS } from '../../src/domain/metrics/metric-windows';
import { digestMonth, type MonthDigest } from '../../src/domain/metrics/month-digest';
import { ratingBlocks } from '../../src/domain/metrics/rating-blocks';
import { ratingFlags } from '../../src/domain/metrics/rating-flags';

/** The moment of the samples. */
const SAMPLE_NOW = '2026-11-20T12:00:00.000Z';

/** The last thirteen months of the samples, oldest first. */
export const SAMPLE_MONTHS = Array.from({ length: 13 }, (_each, index) => addMonths('2026-11-01', index - 12).slice(0, 7));

const CALENDAR = defaultCalendar('UTC');
const HOUR_MS = 3_600_000;
const PEOPLE = 5;

/** What may be different about a made-up handoff; without any of it, it is accepted the first time. */
export interface SampleHandoff {
  /** Working hours until accepted, within the day it was handed off. */
  readonly hours?: number;
  readonly returned?: readonly string[];
  readonly reworked?: true;
  readonly questions?: number;
  /** Hours from acceptance to the first sign of work; below 0 it began before. */
  readonly workAfter?: number;
  readonly rating?: 1 | 2 | 3 | 4 | 5;
  readonly more?: Partial<MeasuredHandoff>;
}

/** The numbers of one month in which these handoffs took place, one a day from the first on. */
export function sampleMonth(typeId: string, month: string, handoffs: readonly SampleHandoff[], asOf = SAMPLE_NOW): MonthDigest {
  return digestMonth(
    handoffs.map((sample, index) => toMeasured(typeId, month, index, sample)),
    month,
    asOf,
    METRIC_WINDOWS,
  );
}

function toMeasured(typeId: string, month: string, index: number, sample: SampleHandoff): MeasuredHandoff {
  const { hours = 2, returned, reworked, questions = 0, rating = null, workAfter, more } = sample;
  const offeredAt = `${weekday(month, index)}T09:00:00.000Z`;
  const acceptedAt = addMs(offeredAt, hours * HOUR_MS);
  const back = returned === undefined ? [] : [offerOf(offeredAt, addMs(offeredAt, 0.25 * HOUR_MS), 'returned' as const)];
  return {
    handoffId: `${typeId}-${month}-${String(index).padStart(3, '0')}`,
    issueId: `${month}-${String(index)}`,
    typeId,
    month,
    calendar: CALENDAR,
    draftedAt: null,
    offers: [...back, offerOf(back.length === 0 ? offeredAt : addMs(offeredAt, 0.5 * HOUR_MS), acceptedAt, 'accepted' as const)],
    acceptedAt,
    ended: null,
    firstWorkAt: workAfter === undefined ? null : addMs(acceptedAt, workAfter * HOUR_MS),
    questions: { before: questions, after: 0 },
    reworkedAt: reworked === true ? [addMs(acceptedAt, 48 * HOUR_MS)] : [],
    rating,
    senderId: `sender-${String(index % PEOPLE)}`,
    receiverId: `receiver-${String((index + 1) % PEOPLE)}`,
    missedIds: returned ?? [],
    returnedFor: returned === undefined ? [] : [returned],
    ...more,
  };
}

function offerOf(at: string, decidedAt: string, outcome: 'accepted' | 'returned'): MeasuredHandoff['offers'][number] {
  return { at, acknowledgedAt: null, decidedAt, outcome, dueAt: null };
}

/** A weekday of a month, in order, and again from the first one after the fifteenth. */
function weekday(month: string, index: number): string {
  const days = Array.from({ length: 23 }, (_each, day) => `${month}-${String(day + 1).padStart(2, '0')}`);
  const open = days.filter((day) => ![0, 6].includes(new Date(`${day}T00:00:00Z`).getUTCDay()));
  return open[index % 15] ?? `${month}-01`;
}

/** One type as `project.health` answers it, from the numbers of its months. */
export function sampleType(
  typeId: string,
  name: string,
  digests: readonly MonthDigest[],
  titles: TypeHealth['titles'] = { where_to_test: 'Where to test', pull_request: 'Pull request', known_issues: 'Known issues' },
): TypeHealth {
  const { blocks, held } = ratingBlocks(digests);
  return {
    typeId,
    name,
    team: 'QA',
    months: digests.map(withoutRatings),
    ratings: blocks,
    ratingsHeld: held,
    verdict: ratingFlags(digests, SAMPLE_MONTHS.at(-1) ?? ''),
    titles,
  };
}

function withoutRatings({ ratings: _ratings, ...month }: MonthDigest): HealthMonth {
  return month;
}

/** An answer of `project.health`. */
export function sampleHealth(types: readonly TypeHealth[], own: Partial<HealthView> = {}): HealthView {
  return { months: SAMPLE_MONTHS, types, passages: [], closed: [], asOf: SAMPLE_NOW, ...own };
}
