import { isMature, isRateable, isWithdrawn, punctuality, returnsOf, wasOverdue, wasReworked, type Accepted, type Cohort } from './cohort';
import type { MeasuredHandoff } from './measured-handoff';
import type { MonthDigest } from './month-digest';

/** `k` of `n`; nothing is known where `n` is 0. */
export interface Share {
  readonly k: number;
  readonly n: number;
}

/** Returns from which a handoff counts as going to and fro (M09). */
export const PING_PONG_FROM = 2;

/** How many there were of each population (domain.md 3.1 rule 2). */
export function countsOf({ all, accepted, asOf, windows }: Cohort) {
  const { k: acceptedFirstTime, n: decided } = firstPass(all);
  return {
    offered: all.length,
    withdrawn: all.filter(isWithdrawn).length,
    decided,
    acceptedFirstTime,
    returned: all.filter((handoff) => returnsOf(handoff) > 0).length,
    returns: sumOf(all, returnsOf),
    accepted: accepted.length,
    mature: accepted.filter((handoff) => isMature(handoff, asOf, windows)).length,
    rateable: accepted.filter((handoff) => isRateable(handoff, asOf, windows)).length,
    rated: accepted.filter(({ rating }) => rating !== null).length,
    acceptedUnchecked: accepted.filter(({ waived }) => waived === true).length,
    letPass: sumOf(all, ({ waivers }) => waivers ?? 0),
    pingPong: all.filter((handoff) => handoff.handsBack === true || returnsOf(handoff) >= PING_PONG_FROM).length,
    questions: {
      before: sumOf(accepted, ({ questions }) => questions.before),
      after: sumOf(accepted, ({ questions }) => questions.after),
      handoffs: accepted.length,
    },
    asked: {
      questions: sumOf(all, ({ questions }) => questions.before + questions.after),
      open: sumOf(all, ({ openQuestions }) => openQuestions ?? 0),
    },
    passedBy: all.filter(({ bypasses }) => (bypasses ?? 0) > 0).length,
  } satisfies Partial<MonthDigest>;
}

/** The rates of domain.md 3.2, each of the population its own definition names. */
export function sharesOf({ all, accepted, asOf, windows }: Cohort) {
  const mature = accepted.filter((handoff) => isMature(handoff, asOf, windows));
  const isReworked = (handoff: Accepted): boolean => wasReworked(handoff, windows);
  const isLate = (handoff: MeasuredHandoff): boolean => wasOverdue(handoff, asOf);
  const lateAndOpen = all.filter((handoff) => handoff.acceptedAt === null && handoff.ended === null && isLate(handoff));
  const kept = all.flatMap((handoff) => handoff.offers.map((_, index) => punctuality(handoff, index, asOf)));
  const toTalk = accepted.filter(({ talk }) => talk !== undefined);
  const bypasses = sumOf(all, (handoff) => handoff.bypasses ?? 0);
  const dropped = shareOf(mature, (handoff) => returnsOf(handoff) > 0 || isLate(handoff) || isReworked(handoff));
  return {
    firstPass: firstPass(all),
    dropped: { k: dropped.k + lateAndOpen.length, n: dropped.n + lateAndOpen.length },
    rework: shareOf(mature, isReworked),
    error: shareOf(mature, (handoff) => returnsOf(handoff) > 0 || isReworked(handoff)),
    overdue: shareOf(
      kept.filter((each) => each !== 'uncounted'),
      (each) => each === 'overdue',
    ),
    bypass: { k: bypasses, n: all.length + bypasses },
    readiness: shareOf(all, ({ readinessOverridden }) => readinessOverridden === true),
    talk: { ...shareOf(toTalk, ({ talk }) => talk === 'confirmed'), waived: toTalk.filter(({ talk }) => talk === 'waived').length },
    readback: shareOf(
      all.filter(({ readbackFirst }) => readbackFirst !== undefined),
      ({ readbackFirst }) => readbackFirst === 'passed',
    ),
    response: shareOf(
      accepted.filter((handoff) => isRateable(handoff, asOf, windows)),
      ({ rating }) => rating !== null,
    ),
  } satisfies Partial<MonthDigest>;
}

function firstPass(all: readonly MeasuredHandoff[]): Share {
  // Asking somebody else makes another offer of the same thing: what counts is the first that anybody decided.
  const first = all.flatMap(({ offers }) => offers.find(({ outcome }) => outcome !== 'undecided')?.outcome ?? []);
  return shareOf(first, (outcome) => outcome === 'accepted');
}

function shareOf<Each>(all: readonly Each[], hasIt: (each: Each) => boolean): Share {
  return { k: all.filter(hasIt).length, n: all.length };
}

function sumOf<Each>(all: readonly Each[], countOf: (each: Each) => number): number {
  return all.reduce((sum, each) => sum + countOf(each), 0);
}
