import type { ReviewView } from '../contract/review';
import { findAgreed, markAgreed, type DecisionPlace } from '../domain/review/agreed';
import { AppError } from './app-error';
import { requireLicence } from './command/run-command';
import { changeDocument } from './document/change-document';
import type { ProjectCaller } from './ports/app-ports';
import { loadReviews, toReviewView, type ReviewPorts } from './review/review-case';

/**
 * Says that a decision of a finished review is done, or that it is not after all (M20). Whoever owns it may, and whoever may edit the
 * reviews; saying again what stands changes nothing.
 *
 * @throws {AppError} NOT_FOUND for a decision that is not there, FORBIDDEN for everybody else, otherwise as saving does.
 */
export async function closeDecision(
  ports: ReviewPorts,
  caller: ProjectCaller,
  { typeId, version, done, ...place }: { typeId: string; version: number; done: boolean } & DecisionPlace,
): Promise<ReviewView> {
  requireLicence(caller);
  const reviews = await loadReviews(ports, caller, typeId);
  const { id, content, canEdit, now } = reviews;
  const { accountId } = caller;
  const decision = findAgreed(content.past, place);
  if (decision === undefined) throw new AppError('NOT_FOUND');
  if (!canEdit && decision.ownerId !== accountId) throw new AppError('FORBIDDEN');
  if ((decision.done !== undefined) === done) return toReviewView(ports, caller, reviews);
  if (reviews.version !== version) throw new AppError('CONFIG_CONFLICT');
  const changed = { ...content, past: markAgreed(content.past, place, done ? { by: accountId, at: now } : null) };
  const saved = await changeDocument(ports, { id, actorId: accountId, version, content: changed, note: null });
  return toReviewView(ports, caller, { ...reviews, version: saved.version, content: changed });
}
