import { defaultCalendar } from '../../../src/domain/calendar/working-calendar';
import { addWorkingHours } from '../../../src/domain/calendar/working-time';
import type { MeasuredHandoff, MeasuredOffer } from '../../../src/domain/metrics/measured-handoff';

/** The windows of fixture F1 (domain.md 3.6). */
export const windows = { reworkWindowDays: 14, ratingWindowDays: 7 };

/** Its moment. */
export const asOf = '2026-06-15T00:00:00.000Z';

const calendar = defaultCalendar('UTC');
const DUE_WORKING_HOURS = 4;

/** `05-04 10:00` in 2026, UTC. */
export const at = (text: string): string => `2026-${text.replace(' ', 'T')}:00.000Z`;

/** Offered, first reaction, what became of it, when that was. */
type OfferTimes = readonly [string, (string | null)?, MeasuredOffer['outcome']?, (string | null)?];

export function offer([offered, acknowledged = null, outcome = 'undecided', decided = null]: OfferTimes): MeasuredOffer {
  return {
    at: at(offered),
    acknowledgedAt: acknowledged === null ? null : at(acknowledged),
    decidedAt: decided === null ? null : at(decided),
    outcome,
    dueAt: addWorkingHours(at(offered), DUE_WORKING_HOURS, calendar),
  };
}

/** A handoff of May 2026 with these offers; accepted when the last of them was. */
export function measured(offers: readonly OfferTimes[], more: Partial<MeasuredHandoff> = {}): MeasuredHandoff {
  const made = offers.map(offer);
  const last = made.at(-1);
  return {
    handoffId: 'h',
    issueId: '1',
    typeId: 'dev-qa',
    month: '2026-05',
    calendar,
    draftedAt: null,
    offers: made,
    acceptedAt: last?.outcome === 'accepted' ? last.decidedAt : null,
    ended: null,
    firstWorkAt: null,
    questions: { before: 0, after: 0 },
    reworkedAt: [],
    rating: null,
    senderId: 'maya',
    receiverId: 'ana',
    missedIds: [],
    returnedFor: [],
    ...more,
  };
}

/** Offered on 4 May at 10 and accepted an hour later, long enough ago to be mature. */
export const accepted = (more: Partial<MeasuredHandoff> = {}): MeasuredHandoff =>
  measured([['05-04 10:00', '05-04 10:30', 'accepted', '05-04 11:00']], more);

const asked = (before: number): MeasuredHandoff['questions'] => ({ before, after: 0 });

/** Fixture F1 of domain.md 3.6, each handoff of its own work item, H1 to H12 without H11, which is the bypass. */
export const f1: readonly MeasuredHandoff[] = [
  accepted({ handoffId: 'H1', firstWorkAt: at('05-04 13:00'), rating: 5 }),
  measured([['05-04 16:00', '05-05 09:30', 'accepted', '05-05 10:00']], {
    handoffId: 'H2',
    firstWorkAt: at('05-05 11:00'),
    rating: 4,
    questions: asked(1),
  }),
  measured(
    [
      ['05-05 09:00', '05-05 09:10', 'returned', '05-05 10:00'],
      ['05-05 14:00', '05-05 14:30', 'accepted', '05-05 15:00'],
    ],
    { handoffId: 'H3', firstWorkAt: at('05-06 09:00'), rating: 2, questions: asked(3), returnedFor: [['known_issues']] },
  ),
  measured([['05-06 09:00', '05-06 09:30', 'accepted', '05-06 09:30']], {
    handoffId: 'H4',
    firstWorkAt: at('05-06 10:00'),
    reworkedAt: [at('05-12 10:00')],
  }),
  measured([['05-08 16:30', '05-11 15:00', 'accepted', '05-11 16:00']], {
    handoffId: 'H5',
    firstWorkAt: at('05-12 09:00'),
    rating: 3,
    questions: asked(2),
  }),
  measured([['05-12 10:00']], { handoffId: 'H6', ended: { at: at('05-12 12:00'), kind: 'cancelled' } }),
  measured([['05-13 09:00']], { handoffId: 'H7', ended: { at: at('05-13 11:00'), kind: 'superseded' } }),
  measured([['05-13 11:00', '05-13 12:00', 'accepted', '05-13 13:00']], {
    handoffId: 'H8',
    firstWorkAt: at('05-13 12:30'),
    rating: 4,
    bypasses: 1,
  }),
  measured([['05-29 15:00', '06-01 09:00', 'accepted', '06-01 10:00']], {
    handoffId: 'H9',
    firstWorkAt: at('06-01 11:00'),
    rating: 5,
  }),
  measured([['05-28 09:00']], { handoffId: 'H10' }),
  measured(
    [
      ['05-18 09:00', '05-18 09:30', 'returned', '05-18 10:00'],
      ['05-18 11:00', '05-18 11:30', 'returned', '05-18 12:00'],
      ['05-18 15:00', '05-18 15:30', 'accepted', '05-18 16:00'],
    ],
    {
      handoffId: 'H12',
      firstWorkAt: at('05-19 10:00'),
      rating: 2,
      questions: asked(5),
      returnedFor: [['known_issues', 'pull_request'], ['known_issues']],
    },
  ),
].map((handoff) => ({ ...handoff, issueId: handoff.handoffId }));
