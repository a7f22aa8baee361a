import type { ReviewView } from '../../contract/review';
import { isFormer } from '../../domain/audit/former-person';
import type { Instant } from '../../domain/handoff/handoff';
import { mayCosign } from '../../domain/review/change-review';
import { NO_REVIEWS, type Review, type ReviewContent } from '../../domain/review/review';
import type { HandoffType } from '../../domain/type/handoff-type';
import type { DocumentId } from '../../domain/type/project-document';
import { optionsOf } from '../../domain/type/type-options';
import { AppError } from '../app-error';
import { findNames, guideId, toGuideView } from '../guide/read-guides';
import { askJira } from '../jira-trouble';
import type { AppPorts, ProjectCaller } from '../ports/app-ports';
import type { CohortLists } from '../ports/handoff-lists';
import type { DocumentWriter } from '../ports/project-documents';
import type { ProjectReader } from '../ports/site';
import { readStore } from '../store-trouble';

/** What reviews need. */
export type ReviewPorts = Pick<AppPorts, 'configs' | 'summaries' | 'queue' | 'issues' | 'permissions' | 'people' | 'machine' | 'log'> & {
  readonly documents: DocumentWriter;
  readonly lists: CohortLists;
  readonly site: ProjectReader;
};

/** A type with reviews switched on, what stands beside it, and what the caller may do. */
export interface ReviewCase {
  readonly id: DocumentId;
  readonly type: HandoffType;
  /** 0 while nothing is stored. */
  readonly version: number;
  readonly content: ReviewContent;
  /** Champion and accountable person; null where there is none. */
  readonly pair: readonly [champion: string | null, accountable: string | null];
  readonly guideVersion: number;
  readonly isProjectAdmin: boolean;
  readonly canEdit: boolean;
  readonly now: Instant;
}

/**
 * Reads a type's reviews for whoever sees the project.
 *
 * @throws {AppError} NOT_FOUND for a project Jira hides, for a type that is not there and for one without reviews; STORAGE_BUSY.
 */
export async function loadReviews(ports: ReviewPorts, { projectId, accountId }: ProjectCaller, typeId: string): Promise<ReviewCase> {
  const id: DocumentId = { projectId, kind: 'review', typeId };
  await askJira(ports.site.getProject(projectId));
  const [stored, isProjectAdmin, documents] = await Promise.all([
    readStore(ports.configs.find(projectId)),
    askJira(ports.permissions.isProjectAdmin(projectId)),
    readStore(ports.documents.findMany([id, guideId(projectId, typeId)])),
  ]);
  const type = stored?.config.on === true ? stored.config.types.find(({ current }) => current.typeId === typeId)?.current : undefined;
  if (type === undefined) throw new AppError('NOT_FOUND');
  const { review, accountableId } = optionsOf(type);
  if (review === 'off') throw new AppError('NOT_FOUND');
  const document = documents.find(({ kind }) => kind === 'review');
  const guide = toGuideView(typeId, documents.find(({ kind }) => kind === 'guide') ?? null);
  const { championId } = guide.guide;
  const champion = championId !== null && isFormer(championId) ? null : championId;
  return {
    id,
    type,
    version: document?.version ?? 0,
    content: (document?.content as ReviewContent | null | undefined) ?? NO_REVIEWS,
    pair: [champion, accountableId],
    guideVersion: guide.version,
    isProjectAdmin,
    canEdit: isProjectAdmin || accountId === champion || accountId === accountableId,
    now: ports.machine.now(),
  };
}

/**
 * The review under way, for who may change it.
 *
 * @throws {AppError} FORBIDDEN for every other reader, CONFIG_CONFLICT where somebody saved or finished it meanwhile.
 */
export function requireOpen({ canEdit, version, content }: ReviewCase, seen: number): Review {
  if (!canEdit) throw new AppError('FORBIDDEN');
  if (version !== seen || content.open === null) throw new AppError('CONFIG_CONFLICT');
  return content.open;
}

/** The reviews as their page shows them. */
export async function toReviewView(ports: ReviewPorts, { accountId }: ProjectCaller, reviews: ReviewCase): Promise<ReviewView> {
  const { type, version, content, pair, guideVersion, isProjectAdmin, canEdit, now } = reviews;
  const { open, past } = content;
  const [handoffs, people] = await Promise.all([
    findHandoffs(ports, open === null ? past : [open, ...past]),
    findNames(ports, [content, { accountId }]),
  ]);
  return {
    schema: content.schema,
    open: open === null ? null : withVisible(open, handoffs),
    past: past.map((review) => withVisible(review, handoffs)),
    version,
    today: now.slice(0, 10),
    viewer: { accountId, canEdit, canCosign: mayCosign(past[0], accountId, pair), isProjectAdmin },
    type,
    guideVersion,
    handoffs,
    people,
  };
}

/** Those of the handoffs named in these reviews whose work item Jira shows the reader. */
async function findHandoffs(ports: ReviewPorts, reviews: readonly Review[]): Promise<ReviewView['handoffs']> {
  const handoffIds = reviews.flatMap(({ lists }) => [...lists.slow, ...lists.redone].map(({ handoffId }) => handoffId));
  if (handoffIds.length === 0) return {};
  const visible = await askJira(ports.issues.findVisible([...new Set(handoffIds.map(issueIdOf))]));
  return Object.fromEntries(
    handoffIds.flatMap((handoffId) => {
      const issue = visible.get(issueIdOf(handoffId));
      return issue === undefined ? [] : [[handoffId, issue] as const];
    }),
  );
}

/** A review without the lines about work items Jira hides from the reader: the id alone would tell which and how long it took. */
function withVisible(review: Review, handoffs: ReviewView['handoffs']): Review {
  const { slow, redone } = review.lists;
  const isVisible = ({ handoffId }: { readonly handoffId: string }): boolean => handoffId in handoffs;
  return { ...review, lists: { ...review.lists, slow: slow.filter(isVisible), redone: redone.filter(isVisible) } };
}

/** The work item a handoff is of: its id begins with it (data-model.md). */
function issueIdOf(handoffId: string): string {
  return handoffId.split('-')[0] ?? '';
}
