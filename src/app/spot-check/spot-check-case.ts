import type { OpenSpotCheck, SpotCheckView } from '../../contract/spot-check';
import { monthBefore } from '../../domain/calendar/calendar-day';
import type { HandoffRow } from '../../domain/handoff/handoff-row';
import { claimsOf, countEvidence } from '../../domain/spot-check/claims';
import { drawHandoffs, drawItems } from '../../domain/spot-check/draw';
import type { SpotCheck, SpotCheckContent } from '../../domain/spot-check/spot-check';
import { countSpotChecks } from '../../domain/spot-check/spot-check-numbers';
import type { DocumentId } from '../../domain/type/project-document';
import { optionsOf } from '../../domain/type/type-options';
import { AppError } from '../app-error';
import { openPage, type PagePorts } from '../guide/open-page';
import { askJira } from '../jira-trouble';
import type { AppPorts, Caller } from '../ports/app-ports';
import type { HandoffLists } from '../ports/handoff-lists';
import type { RecordStore } from '../ports/record-store';
import { readStore } from '../store-trouble';

/** Handoffs shown at a time. */
const SHOWN = 5;

/** Drawn handoffs looked into for those: what a person's erasure left empty is passed over. */
const LOOKED_INTO = 20;

/** What spot checks need. */
export type SpotCheckPorts = PagePorts &
  Pick<AppPorts, 'issues'> & {
    readonly lists: Pick<HandoffLists, 'listCohort'>;
    readonly records: Pick<RecordStore, 'findRound'>;
  };

/** The spot checks of a type, for somebody who may do them. */
export interface SpotCheckCase {
  readonly id: DocumentId;
  /** 0 while nothing is stored. */
  readonly version: number;
  /** Null while they were not begun. */
  readonly content: SpotCheckContent | null;
}

/** A drawn handoff as it is shown, and what is kept of it once it is checked. */
interface DrawnHandoff {
  readonly shown: OpenSpotCheck;
  readonly kept: Omit<SpotCheck, 'answers'>;
}

/**
 * Reads a type's spot checks for who looks after it.
 *
 * @throws {AppError} NOT_FOUND where they are switched off, FORBIDDEN for who is neither champion nor accountable nor administers the
 *   project; else as `openPage`.
 */
export async function loadSpotChecks(
  ports: SpotCheckPorts,
  asking: Caller,
  { projectKey, typeId }: { readonly projectKey: string; readonly typeId: string },
): Promise<SpotCheckCase> {
  const { caller, page } = await openPage(ports, asking, projectKey, typeId);
  if (!optionsOf(page.type).spotChecks) throw new AppError('NOT_FOUND');
  if (page.viewer.checksSpots !== true) throw new AppError('FORBIDDEN');
  const id: DocumentId = { projectId: caller.projectId, kind: 'spotCheck', typeId };
  const document = await readStore(ports.documents.find(id));
  return { id, version: document?.version ?? 0, content: (document?.content as SpotCheckContent | null | undefined) ?? null };
}

/** What of this month and the last one is drawn, not checked yet, and somebody else's; and how many are the caller's own. */
export async function findDrawn(
  ports: SpotCheckPorts,
  { accountId }: Caller,
  { id, content }: SpotCheckCase,
): Promise<{ readonly drawn: readonly DrawnHandoff[]; readonly own: number }> {
  if (content === null) return { drawn: [], own: 0 };
  const rows = drawHandoffs(await listAccepted(ports, id), content, ports.machine.sha256);
  const others = rows.filter(({ senderId, facts }) => senderId !== accountId && facts.receiverId !== accountId);
  const own = rows.length - others.length;
  if (others.length === 0) return { drawn: [], own };
  const visible = await askJira(ports.issues.findVisible([...new Set(others.map(({ issueId }) => issueId))]));
  const drawn = await Promise.all(
    others
      .filter(({ issueId }) => visible.has(issueId))
      .slice(0, LOOKED_INTO)
      .map((row) => lookInto(ports, row, content, visible)),
  );
  return { drawn: drawn.filter((each) => each !== null).slice(0, SHOWN), own };
}

/** The spot checks as the page shows them. */
export async function toSpotCheckView(ports: SpotCheckPorts, caller: Caller, spotChecks: SpotCheckCase): Promise<SpotCheckView> {
  const { version, content } = spotChecks;
  const { drawn, own } = await findDrawn(ports, caller, spotChecks);
  return {
    version,
    rate: content?.rate ?? null,
    open: drawn.map(({ shown }) => shown),
    own,
    numbers: countSpotChecks(content ?? { checks: [] }),
  };
}

async function listAccepted(ports: SpotCheckPorts, { projectId, typeId }: DocumentId): Promise<readonly HandoffRow[]> {
  const month = ports.machine.now().slice(0, 7);
  const months = [month, monthBefore(month, 1)];
  const cohorts = await Promise.all(months.map((each) => readStore(ports.lists.listCohort(projectId, typeId, each))));
  return cohorts
    .flatMap(({ rows }) => rows)
    .filter(({ state, facts }) => (state === 'ACCEPTED' || state === 'CLOSED') && facts.acceptedAt !== null && facts.self !== true);
}

/** The items drawn of what was handed over last; null where nothing of it is left to look at. */
async function lookInto(
  ports: SpotCheckPorts,
  { handoffId, issueId, cohortMonth: month, facts }: HandoffRow,
  { seed }: SpotCheckContent,
  visible: ReadonlyMap<string, { readonly key: string; readonly summary: string }>,
): Promise<DrawnHandoff | null> {
  const round = await readStore(ports.records.findRound(handoffId, facts.attempt));
  const issue = visible.get(issueId);
  const claims = round === null ? [] : claimsOf(round.package);
  if (issue === undefined || claims.length === 0) return null;
  const items = drawItems(claims, { seed, handoffId }, ports.machine.sha256);
  return {
    shown: { handoffId, issueKey: issue.key, summary: issue.summary, items },
    kept: { handoffId, month, evidence: countEvidence(claims) },
  };
}
