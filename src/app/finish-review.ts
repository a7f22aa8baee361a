import type { ReviewView } from '../contract/review';
import { changeChecklist } from '../domain/review/change-checklist';
import { findUnfinished, finishReview as finish } from '../domain/review/change-review';
import type { KeptDraft } from '../domain/type/kept-draft';
import type { DraftedChange, Review } from '../domain/review/review';
import { AppError } from './app-error';
import { requireLicence } from './command/run-command';
import { draftId, findDraft } from './config/kept-draft';
import { changeDocument } from './document/change-document';
import type { ProjectCaller } from './ports/app-ports';
import { loadReviews, requireOpen, toReviewView, type ReviewCase, type ReviewPorts } from './review/review-case';

/**
 * *Done*: the review stands as it is, and what was decided about the checklist is in the type's draft, which a project admin publishes.
 *
 * The draft is written first, and taking the decisions into it again changes nothing: a review that could not be finished then can be
 * finished later.
 *
 * @throws {AppError} REVIEW_INCOMPLETE with what is left as path, otherwise as saving does.
 */
export async function finishReview(
  ports: ReviewPorts,
  caller: ProjectCaller,
  { typeId, version }: { typeId: string; version: number },
): Promise<ReviewView> {
  requireLicence(caller);
  const reviews = await loadReviews(ports, caller, typeId);
  const open = requireOpen(reviews, version);
  const { id, type, guideVersion, now } = reviews;
  const [left] = findUnfinished(open, { guideVersion, typeVersion: type.version });
  if (left !== undefined) throw new AppError('REVIEW_INCOMPLETE', { path: left });
  const drafted = await draftDecisions(ports, caller, reviews, open);
  const content = finish(open, reviews.content.past, { by: caller.accountId, at: now }, drafted);
  const saved = await changeDocument(ports, { id, actorId: caller.accountId, version, content, note: null });
  return toReviewView(ports, caller, { ...reviews, version: saved.version, content });
}

/** Puts what was decided about the checklist into the draft there is, or into a new one. */
async function draftDecisions(
  ports: ReviewPorts,
  caller: ProjectCaller,
  { id, type }: ReviewCase,
  { words }: Review,
): Promise<readonly DraftedChange[]> {
  const changing = words.decisions.filter(({ change }) => change !== null);
  if (changing.length === 0) return [];
  const { draft: kept, version } = await findDraft(ports, id.projectId, id.typeId);
  const { typeId, version: published, ...current } = type;
  const draft = kept?.draft ?? current;
  const basedOn = kept?.basedOn ?? published;
  const { items, drafted } = changeChecklist(draft.items, changing, () => ports.machine.newId());
  const isSame = JSON.stringify(items) === JSON.stringify(draft.items);
  if (!isSame) {
    const note = changing
      .map(({ text }) => text)
      .join('\n')
      .slice(0, MAX_NOTE_LENGTH);
    const content: KeptDraft = { basedOn, draft: { ...draft, items } };
    await changeDocument(ports, { id: draftId(id.projectId, typeId), actorId: caller.accountId, version, content, note });
  }
  return drafted.map((change) => ({ ...change, basedOn }));
}

/** As long as the note of a draft may be. */
const MAX_NOTE_LENGTH = 200;
