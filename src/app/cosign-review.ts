import type { ReviewView } from '../contract/review';
import { mayCosign } from '../domain/review/change-review';
import { AppError } from './app-error';
import { requireLicence } from './command/run-command';
import { changeDocument } from './document/change-document';
import type { ProjectCaller } from './ports/app-ports';
import { loadReviews, toReviewView, type ReviewPorts } from './review/review-case';

/**
 * The other of champion and accountable person signs the newest finished review (S-126); signing again changes nothing.
 *
 * @throws {AppError} FORBIDDEN for everybody else and where the other one signed, otherwise as saving does.
 */
export async function cosignReview(
  ports: ReviewPorts,
  caller: ProjectCaller,
  { typeId, version }: { typeId: string; version: number },
): Promise<ReviewView> {
  requireLicence(caller);
  const reviews = await loadReviews(ports, caller, typeId);
  const { id, content, pair, now } = reviews;
  const [newest, ...earlier] = content.past;
  // Their own signature, whose answer was lost, stands already.
  if (newest?.cosigned?.by === caller.accountId) return toReviewView(ports, caller, reviews);
  if (newest === undefined || !mayCosign(newest, caller.accountId, pair)) throw new AppError('FORBIDDEN');
  if (reviews.version !== version) throw new AppError('CONFIG_CONFLICT');
  const changed = { ...content, past: [{ ...newest, cosigned: { by: caller.accountId, at: now } }, ...earlier] };
  const saved = await changeDocument(ports, { id, actorId: caller.accountId, version, content: changed, note: null });
  return toReviewView(ports, caller, { ...reviews, version: saved.version, content: changed });
}
