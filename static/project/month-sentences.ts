import type { MonthInBrief } from '../../src/contract/project-home';
import type { TextKey, TextVars } from '../kit/text/format-text';

/** A string with its variables; a counted one has `count` among them. */
interface Phrase {
  readonly key: TextKey;
  readonly vars?: TextVars;
}

/** One line of *this month*: the question it answers, and the answer in a sentence. */
export interface MonthLine {
  readonly id: 'handoffs' | 'firstTime' | 'returned' | 'wait' | 'ratings' | 'unchecked' | 'letPass' | 'paused' | 'observed';
  readonly phrase: Phrase;
  /** Ratings as digits, lowest first; only on `ratings`, and only when they may be shown. */
  readonly digits?: readonly number[];
  /** The work items that can be asked for. */
  readonly behind?: 'returned' | 'cycleCalendar';
  /** What handoffs were returned for; only on `returned`. */
  readonly items?: MonthInBrief['returnedFor'];
}

/** Ratings a month needs before any of them is shown (design decision 11). */
const RATINGS_SHOWN_FROM = 5;

/** Accepted handoffs whose middle wait says something (domain.md 3.1 rule 5). */
const WAITS_SHOWN_FROM = 3;

/** Receivers they must come from, and senders they must be about. */
const PEOPLE_PER_SIDE = 3;

/**
 * *This month* as lines of text: no chart, interval or flag, and every number with its n (experience.md 7).
 *
 * A line whose denominator is zero is left out, except the count itself and the ratings, which say that there are none yet.
 */
export function monthLines(month: MonthInBrief): readonly MonthLine[] {
  const lines: MonthLine[] = [{ id: 'handoffs', phrase: { key: 'project.month.handoffs', vars: { count: month.handoffs } } }];
  if (month.decided > 0) {
    lines.push({
      id: 'firstTime',
      phrase: { key: 'project.month.firstTime', vars: { count: month.decided, accepted: month.acceptedFirstTime } },
    });
  }
  if (month.returned > 0) {
    lines.push({
      id: 'returned',
      phrase: { key: 'project.month.returned', vars: { count: month.returned } },
      behind: 'returned',
      items: month.returnedFor,
    });
  }
  const wait = waitLine(month);
  if (wait !== null) lines.push(wait);
  lines.push(ratingLine(month));
  if (month.acceptedUnchecked !== undefined) {
    const percent = Math.round((100 * month.acceptedUnchecked) / month.accepted);
    const vars = { count: month.accepted, unchecked: month.acceptedUnchecked, percent };
    lines.push({ id: 'unchecked', phrase: { key: 'project.month.unchecked', vars } });
  }
  if (month.letPass !== undefined) lines.push({ id: 'letPass', phrase: { key: 'project.month.letPass', vars: { count: month.letPass } } });
  if (month.passedWhilePaused > 0) {
    lines.push({ id: 'paused', phrase: { key: 'project.month.paused', vars: { count: month.passedWhilePaused } } });
  }
  if (month.wouldHaveBeenStopped > 0) {
    lines.push({ id: 'observed', phrase: { key: 'project.month.observed', vars: { count: month.wouldHaveBeenStopped } } });
  }
  return lines;
}

function waitLine(month: MonthInBrief): MonthLine | null {
  if (month.accepted === 0) return null;
  if (month.medianWaitHours === null) {
    // Of very many handoffs the waits are not kept one by one, and then only those of one type have a middle.
    const key = month.accepted < WAITS_SHOWN_FROM ? 'project.month.waitTooFew' : 'project.month.waitTooMany';
    return { id: 'wait', phrase: { key, vars: { count: month.accepted } } };
  }
  const { key, vars } = durationPhrase(month.medianWaitHours);
  return { id: 'wait', phrase: { key: `project.month.wait.${key}`, vars: { ...vars, count: month.accepted } }, behind: 'cycleCalendar' };
}

function ratingLine({ ratings }: MonthInBrief): MonthLine {
  if (ratings.count === 0) return { id: 'ratings', phrase: { key: 'project.month.noRatings' } };
  if (!ratings.shown) {
    // Enough ratings, but from or about too few people: their number alone would promise the wrong thing.
    if (ratings.count >= RATINGS_SHOWN_FROM)
      return { id: 'ratings', phrase: { key: 'project.month.ratingsFewPeople', vars: { count: ratings.count, people: PEOPLE_PER_SIDE } } };
    return { id: 'ratings', phrase: { key: 'project.month.ratingsHidden', vars: { count: ratings.count, from: RATINGS_SHOWN_FROM } } };
  }
  const digits = [...ratings.values].sort((a, b) => a - b);
  return { id: 'ratings', phrase: { key: 'project.month.ratings', vars: { count: ratings.count } }, digits };
}

/** A duration in the one or two units that say something: minutes below one hour, hours below two days, else days and hours. */
export function durationPhrase(hours: number): {
  readonly key: 'minutes' | 'hours' | 'wholeHours' | 'days' | 'wholeDays';
  readonly vars: Readonly<Record<string, number>>;
} {
  const minutes = Math.round(hours * 60);
  if (minutes < 60) return { key: 'minutes', vars: { minutes } };
  if (minutes < 48 * 60) {
    const [whole, rest] = [Math.floor(minutes / 60), minutes % 60];
    return rest === 0 ? { key: 'wholeHours', vars: { hours: whole } } : { key: 'hours', vars: { hours: whole, minutes: rest } };
  }
  const wholeHours = Math.round(hours);
  if (wholeHours % 24 === 0) return { key: 'wholeDays', vars: { days: wholeHours / 24 } };
  return { key: 'days', vars: { days: Math.floor(wholeHours / 24), hours: wholeHours % 24 } };
}
