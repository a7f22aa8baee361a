import type { ReviewView } from '../contract/review';
import { findAgreed, markAgreed, type DecisionPlace } from '../domain/review/agreed';
import { AppError } from './app-error';
import { requireLicence } from './command/run-command';
import { changeDocument } from './document/change-document';
import { onNewest } from './document/on-newest';
import type { ProjectCaller } from './ports/app-ports';
import { loadReviews, toReviewView, type ReviewPorts } from './review/review-case';

/**
 * Says that a decision of a finished review is done, or that it is not after all (M20). Whoever owns it may, and whoever may edit the
 * reviews; saying again what stands changes nothing, and what else was saved meanwhile does not matter.
 *
 * @throws {AppError} NOT_FOUND for a decision that is not there, FORBIDDEN for everybody else, otherwise as saving does.
 */
export async function closeDecision(
  ports: ReviewPorts,
  caller: ProjectCaller,
  { typeId, done, ...place }: { readonly typeId: string; readonly done: boolean } & DecisionPlace,
): Promise<ReviewView> {
  requireLicence(caller);
  return onNewest(ports.machine, async () => {
    const reviews = await loadReviews(ports, caller, typeId);
    const { id, content, version, canEdit, now } = reviews;
    const { accountId } = caller;
    const decision = findAgreed(content.past, place);
    if (decision === undefined) throw new AppError('NOT_FOUND');
    if (!canEdit && decision.ownerId !== accountId) throw new AppError('FORBIDDEN');
    if ((decision.done !== undefined) === done) return toReviewView(ports, caller, reviews);
    const changed = { ...content, past: markAgreed(content.past, place, done ? { by: accountId, at: now } : null) };
    const saved = await changeDocument(ports, { id, actorId: accountId, version, content: changed, note: null });
    return toReviewView(ports, caller, { ...reviews, version: saved.version, content: changed });
  });
}
