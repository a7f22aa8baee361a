import type { ReviewView } from '../contract/review';
import { sayWords } from '../domain/review/change-review';
import type { ReviewWords } from '../domain/review/review';
import { requireLicence } from './command/run-command';
import { changeDocument } from './document/change-document';
import type { ProjectCaller } from './ports/app-ports';
import { loadReviews, requireOpen, toReviewView, type ReviewPorts } from './review/review-case';

/**
 * Keeps what was written into the review under way; its numbers stay as they were.
 *
 * @throws {AppError} FORBIDDEN, LICENCE_LAPSED, NOT_FOUND, CONFIG_CONFLICT when somebody saved or finished it meanwhile, STORAGE_BUSY.
 */
export async function saveReview(
  ports: ReviewPorts,
  caller: ProjectCaller,
  { typeId, version, words }: { typeId: string; version: number; words: ReviewWords },
): Promise<ReviewView> {
  requireLicence(caller);
  const reviews = await loadReviews(ports, caller, typeId);
  const content = { ...reviews.content, open: sayWords(requireOpen(reviews, version), words) };
  const saved = await changeDocument(ports, { id: reviews.id, actorId: caller.accountId, version, content, note: null });
  return toReviewView(ports, caller, { ...reviews, version: saved.version, content });
}
