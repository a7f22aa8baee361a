import fc from 'fast-check';
import { defaultCalendar } from '../../../src/domain/calendar/working-calendar';
import { addMs } from '../../../src/domain/handoff/instant';
import type { MeasuredHandoff, MeasuredOffer } from '../../../src/domain/metrics/measured-handoff';
import { accepted, asOf } from './measured-samples';

const MINUTE_MS = 60_000;
const DAY_MS = 24 * 60 * MINUTE_MS;
const minutes = fc.integer({ min: 0, max: 5_000 });
const calendars = [defaultCalendar('UTC'), defaultCalendar('Europe/London'), defaultCalendar('Asia/Kolkata')];
const itemIds = fc.array(fc.constantFrom('known_issues', 'pull_request', 'situation'), { maxLength: 3 });

/** Offers one after the other, all but the last returned. */
const offers = fc.tuple(minutes, fc.array(fc.tuple(minutes, minutes, minutes), { minLength: 1, maxLength: 3 })).map(([start, waits]) => {
  let clock = addMs('2026-05-01T00:00:00.000Z', start * MINUTE_MS);
  const after = (wait: number): string => (clock = addMs(clock, wait * MINUTE_MS));
  return waits.map(([pause, reaction, check], index): MeasuredOffer => {
    const at = after(pause);
    const outcome = index === waits.length - 1 ? 'accepted' : 'returned';
    return { at, acknowledgedAt: after(reaction), decidedAt: after(check), outcome, dueAt: addMs(at, 60 * MINUTE_MS) };
  });
});

/** A handoff of one of three months, in most of the ways one can go. */
export const anyHandoff: fc.Arbitrary<MeasuredHandoff> = fc
  .record({
    offers,
    isOpen: fc.boolean(),
    month: fc.constantFrom('2026-04', '2026-05', '2026-06'),
    calendar: fc.constantFrom(...calendars),
    rating: fc.constantFrom(null, 1, 2, 3, 4, 5),
    senderId: fc.constantFrom('s1', 's2', 's3'),
    receiverId: fc.constantFrom('r1', 'r2', 'r3'),
    issueId: fc.constantFrom('1', '2', '3'),
    chainPosition: fc.integer({ min: 2, max: 5 }),
    reversals: fc.integer({ min: 1, max: 3 }),
    missedIds: itemIds,
    returnedFor: fc.array(itemIds, { maxLength: 2 }),
    work: fc.option(minutes, { nil: null }),
    reworks: fc.array(minutes, { maxLength: 2 }),
    ended: fc.constantFrom(null, 'closed' as const, 'cancelled' as const, 'voided' as const),
    questions: fc.record({ before: fc.nat(3), after: fc.nat(3) }),
    more: fc.record(
      {
        talk: fc.constantFrom('advised' as const, 'confirmed' as const, 'waived' as const),
        readinessOverridden: fc.constant(true as const),
        readbackFirst: fc.constantFrom('passed' as const, 'failed' as const),
        bypasses: fc.nat(2),
      },
      { requiredKeys: [] },
    ),
  })
  .map(({ isOpen, work, reworks, ended, more, ...others }): MeasuredHandoff => {
    const facts = { ...others, ...more };
    const last = facts.offers.at(-1);
    const decidedAt = last?.decidedAt ?? null;
    if (!isOpen && decidedAt !== null)
      return {
        ...accepted(),
        ...facts,
        acceptedAt: decidedAt,
        reworkedAt: reworks.map((wait) => addMs(decidedAt, wait * 10 * MINUTE_MS)),
        ended: ended === null ? null : { at: addMs(decidedAt, DAY_MS), kind: ended },
        firstWorkAt: work === null ? null : addMs(decidedAt, (work - 99) * MINUTE_MS),
      };
    const waiting = facts.offers.map((each) => (each === last ? { ...each, decidedAt: null, outcome: 'undecided' as const } : each));
    const gone = ended === null || ended === 'closed' ? null : { at: addMs(facts.offers[0]?.at ?? asOf, DAY_MS), kind: ended };
    return { ...accepted(), ...facts, offers: waiting, acceptedAt: null, rating: null, ended: gone };
  });

/** Up to twenty of them. */
export const anyMonth = fc
  .array(anyHandoff, { maxLength: 20 })
  .map((all) => all.map((one, index) => ({ ...one, handoffId: String(index) })));
