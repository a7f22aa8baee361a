import { createWorkingClock, type WorkingClock } from '../calendar/working-clock';
import { msBetween } from '../handoff/instant';
import { BASELINE_POINTS } from './baseline';
import { reactedAt, type Accepted, type Cohort } from './cohort';
import { durationsOf, roundStored } from './durations';
import { kaplanMeierQuantile } from './kaplan-meier';
import type { MeasuredHandoff } from './measured-handoff';
import type { MonthDigest, TimeSeries } from './month-digest';

const HOUR_MS = 60 * 60 * 1_000;
const RECENT = 100;
const MOST_WAITS = 1_000;

/** How long everything took (M01 to M04), as it is stored. */
export function timesOf({ all, accepted, asOf }: Cohort) {
  const clock = createWorkingClock();
  const cycles = accepted.flatMap((handoff) => cyclesOf(handoff, clock));
  const open = all.filter(({ acceptedAt }) => acceptedAt === null);
  const watched = [
    ...cycles.map((time) => ({ time, event: true })),
    ...open.map((handoff) => ({ time: clock(offeredAt(handoff), handoff.ended?.at ?? asOf, handoff.calendar), event: false })),
  ];
  const median = kaplanMeierQuantile(watched, 0.5);
  const waits = accepted.flatMap(calendarHoursOf);
  return {
    cycleWorking: durationsOf(cycles),
    cycleCalendar: durationsOf(waits),
    cycleCensoredMedian: median === null ? null : roundStored(median),
    preparation: durationsOf(all.flatMap((handoff) => preparationOf(handoff, clock))),
    acknowledge: durationsOf(all.flatMap((handoff) => reactionsOf(handoff, clock))),
    checking: durationsOf(all.flatMap((handoff) => checksOf(handoff, clock))),
    ...firstWorkOf(accepted, clock),
    ...seriesOf(accepted, (handoff) => cyclesOf(handoff, clock)),
    waits: waits.length > MOST_WAITS ? null : waits.map(roundStored).sort((a, b) => a - b),
  } satisfies Partial<MonthDigest>;
}

/** The single times of handoffs that have one, for a chart. */
function seriesOf(accepted: readonly Accepted[], hoursOf: (handoff: Accepted) => readonly number[]): TimeSeries {
  const points = accepted.flatMap((handoff) => hoursOf(handoff).map((hours) => ({ at: handoff.acceptedAt, hours: roundStored(hours) })));
  const first = points.slice(0, Math.min(BASELINE_POINTS, Math.max(0, points.length - RECENT)));
  return { recent: points.slice(-RECENT), ...(first.length === 0 ? {} : { first }) };
}

function offeredAt({ offers: [first] }: MeasuredHandoff): string {
  if (first === undefined) throw new RangeError('A handoff that was never offered has no month');
  return first.at;
}

/** Working hours until it was accepted (M01); none for one that is not. */
export function cyclesOf(handoff: MeasuredHandoff, clock: WorkingClock): readonly number[] {
  return handoff.acceptedAt === null ? [] : [clock(offeredAt(handoff), handoff.acceptedAt, handoff.calendar)];
}

/** The same in calendar hours. */
export function calendarHoursOf(handoff: MeasuredHandoff): readonly number[] {
  return handoff.acceptedAt === null ? [] : [msBetween(offeredAt(handoff), handoff.acceptedAt) / HOUR_MS];
}

/** Working hours of the sending side before it was handed off (M01a). */
export function preparationOf(handoff: MeasuredHandoff, clock: WorkingClock): readonly number[] {
  const { draftedAt, calendar, senderCalendar = calendar } = handoff;
  return draftedAt === null ? [] : [clock(draftedAt, offeredAt(handoff), senderCalendar)];
}

/** Working hours until the receiving side reacted, for each offer it reacted to (M02). */
export function reactionsOf({ offers, calendar }: MeasuredHandoff, clock: WorkingClock): readonly number[] {
  return offers.flatMap((offer) => {
    const at = reactedAt(offer);
    return at === null ? [] : [clock(offer.at, at, calendar)];
  });
}

/** Working hours from that reaction to the decision, for each decided offer (M03). */
export function checksOf({ offers, calendar }: MeasuredHandoff, clock: WorkingClock): readonly number[] {
  return offers.flatMap((offer) => {
    const from = reactedAt(offer);
    return from === null || offer.decidedAt === null ? [] : [clock(from, offer.decidedAt, calendar)];
  });
}

/** Working hours from acceptance to the first sign of work (M04); none where work began before. */
export function worksOf({ acceptedAt, firstWorkAt, calendar }: MeasuredHandoff, clock: WorkingClock): readonly number[] {
  return acceptedAt === null || firstWorkAt === null || firstWorkAt < acceptedAt ? [] : [clock(acceptedAt, firstWorkAt, calendar)];
}

function firstWorkOf(accepted: readonly Accepted[], clock: WorkingClock): Pick<MonthDigest, 'firstWork' | 'works'> {
  const begun = accepted.filter(({ firstWorkAt }) => firstWorkAt !== null);
  if (begun.length === 0) return {};
  const hours = begun.flatMap((handoff) => worksOf(handoff, clock));
  return {
    firstWork: { ...durationsOf(hours), early: begun.length - hours.length },
    works: seriesOf(begun, (handoff) => worksOf(handoff, clock)),
  };
}
