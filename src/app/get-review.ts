import type { ReviewView } from '../contract/review';
import type { ProjectCaller } from './ports/app-ports';
import { loadReviews, toReviewView, type ReviewPorts } from './review/review-case';

/** The reviews of one type, for whoever sees the project. Writes nothing. Refusals as `loadReviews`. */
export async function getReview(ports: ReviewPorts, caller: ProjectCaller, typeId: string): Promise<ReviewView> {
  return toReviewView(ports, caller, await loadReviews(ports, caller, typeId));
}
