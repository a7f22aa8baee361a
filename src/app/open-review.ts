import type { ReviewView } from '../contract/review';
import { addSignal } from '../domain/review/change-review';
import { inviteTo } from '../domain/review/invite-to';
import { itemsToRetire } from '../domain/review/items-to-retire';
import { fillLists } from '../domain/review/fill-lists';
import { NO_WORDS, type Review, type ReviewSignal } from '../domain/review/review';
import { reviewedNumbers } from '../domain/review/reviewed-numbers';
import { monthBefore } from '../domain/calendar/calendar-day';
import { AppError } from './app-error';
import { requireLicence } from './command/run-command';
import { changeDocument } from './document/change-document';
import type { ProjectCaller } from './ports/app-ports';
import { loadReviews, toReviewView, type ReviewCase, type ReviewPorts } from './review/review-case';
import { readDigests } from './months/read-digests';
import { readStore } from './store-trouble';

/** A month can be reviewed while it goes on and until so many months later. */
const MONTHS_BACK = 3;

/**
 * Opens a review of a month, filled from what is known at this moment, or brings a signal to the one under way: a type has one at a time
 * (S-110). Opening again what is open changes nothing.
 *
 * @throws {AppError} FORBIDDEN, LICENCE_LAPSED, NOT_FOUND, INVALID_PAYLOAD for a month that is to come or long gone, CONFIG_CONFLICT when
 *   somebody saved at the same moment, STORAGE_BUSY.
 */
export async function openReview(
  ports: ReviewPorts,
  caller: ProjectCaller,
  { typeId, month, signal }: { typeId: string; month: string; signal: Omit<ReviewSignal, 'at'> | null },
): Promise<ReviewView> {
  requireLicence(caller);
  const reviews = await loadReviews(ports, caller, typeId);
  if (!reviews.canEdit) throw new AppError('FORBIDDEN');
  if (month > reviews.now.slice(0, 7) || month < monthBefore(reviews.now.slice(0, 7), MONTHS_BACK))
    throw new AppError('INVALID_PAYLOAD', { path: 'month' });
  const { id, version, content, now } = reviews;
  const begun = content.open ?? (await beginReview(ports, caller, reviews, month));
  const open = signal === null ? begun : addSignal(begun, { ...signal, at: now });
  if (open === content.open) return toReviewView(ports, caller, reviews);
  const changed = { ...content, open };
  const saved = await changeDocument(ports, { id, actorId: caller.accountId, version, content: changed, note: null });
  return toReviewView(ports, caller, { ...reviews, version: saved.version, content: changed });
}

async function beginReview(ports: ReviewPorts, { accountId }: ProjectCaller, reviews: ReviewCase, month: string): Promise<Review> {
  const { id, type, content, pair, guideVersion, now } = reviews;
  const { projectId, typeId } = id;
  const [found, rows] = await Promise.all([
    readDigests(
      ports,
      [0, 1, 2].map((months) => ({ projectId, typeId, month: monthBefore(month, months) })),
    ),
    readStore(ports.lists.listCohortPage(projectId, typeId, month)),
  ]);
  const digests = found.map(({ digest }) => digest);
  const digest = digests.find((each) => each.month === month);
  const numbers = digest === undefined ? null : reviewedNumbers(digest);
  return {
    month,
    opened: { by: accountId, at: now },
    signals: [],
    numbers,
    lists: fillLists({ rows, numbers, type, past: content.past, now }),
    idleItems: itemsToRetire(digests, type),
    invited: inviteTo(pair, rows),
    began: { guideVersion, typeVersion: type.version },
    words: NO_WORDS,
    finished: null,
    cosigned: null,
    drafted: [],
  };
}
