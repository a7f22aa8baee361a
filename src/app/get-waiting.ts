import type { OpenRow, OpenState, WaitingView } from '../contract/waiting';
import type { HandoffRow } from '../domain/handoff/handoff-row';
import { askJira } from './jira-trouble';
import { findListed, findNames, toListRow } from './lists/list-rows';
import type { AppPorts, ProjectCaller } from './ports/app-ports';
import type { ConfigReader } from './ports/config-store';
import type { WaitingLists } from './ports/handoff-lists';
import type { IssueReader, PeopleReader } from './ports/issues';
import type { ProjectReader } from './ports/site';
import { readStore } from './store-trouble';

type WaitingPorts = Pick<AppPorts, 'log'> & {
  readonly configs: Pick<ConfigReader, 'find'>;
  readonly issues: Pick<IssueReader, 'findVisible'>;
  readonly people: Pick<PeopleReader, 'getMany'>;
  readonly lists: WaitingLists;
  readonly site: ProjectReader;
};

/** Which part is asked for. */
interface WaitingQuery {
  readonly cursor: string | null;
  /** Null: any, as is the next. */
  readonly typeId: string | null;
  readonly state: OpenState | null;
}

/** Pages looked through for one answer at most: others' handoffs may stand between those that were asked for. */
const MAX_PAGES = 5;

/**
 * What waits in a project, a page at a time: every handoff that is not decided yet and whose work item Jira shows the person.
 *
 * A page may be empty and not the last.
 *
 * @throws {AppError} NOT_FOUND for a project that is hidden from the caller, STORAGE_BUSY, JIRA_UNAVAILABLE.
 */
export async function getWaiting(ports: WaitingPorts, { projectId }: ProjectCaller, query: WaitingQuery): Promise<WaitingView> {
  await askJira(ports.site.getProject(projectId));
  const [config, page] = await Promise.all([readStore(ports.configs.find(projectId)), findPage(ports, projectId, query)]);
  const types = new Map((config?.config.types ?? []).map(({ current }) => [current.typeId, current]));
  const visible = await findListed(ports, page.rows);
  const rows = page.rows.flatMap((row): OpenRow[] => {
    const issue = visible.get(row.issueId);
    const type = types.get(row.typeId);
    if (issue === undefined) return [];
    const shown = toListRow(row, issue, type?.name ?? '', waitsSince(row));
    return [row.facts.pool === undefined ? shown : { ...shown, team: type?.team ?? '' }];
  });
  return {
    rows,
    cursor: page.cursor,
    types: [...types.values()].map(({ typeId, name }) => ({ typeId, name })),
    people: await findNames(ports, rows, []),
  };
}

async function findPage(
  { lists }: WaitingPorts,
  projectId: string,
  { typeId, state, ...query }: WaitingQuery,
): Promise<{ readonly rows: readonly HandoffRow[]; readonly cursor: string | null }> {
  let { cursor } = query;
  for (let page = 1; ; page += 1) {
    const answer = await readStore(lists.listOpen(projectId, cursor));
    const rows = answer.rows.filter((row) => (typeId ?? row.typeId) === row.typeId && (state ?? row.state) === row.state);
    ({ cursor } = answer);
    if (rows.length > 0 || cursor === null || page === MAX_PAGES) return { rows, cursor };
  }
}

/** Since when it is where it is. */
function waitsSince({ state, changedAt, facts }: HandoffRow): string {
  switch (state) {
    case 'DRAFT':
      return facts.draftedAt ?? changedAt;
    case 'RETURNED':
      return facts.returns.at(-1)?.at ?? changedAt;
    default:
      return facts.lastOfferedAt ?? changedAt;
  }
}
