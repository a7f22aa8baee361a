import type { HandoffListRow, ProjectHome } from '../contract/project-home';
import { monthBefore } from '../domain/calendar/calendar-day';
import type { HandoffRow } from '../domain/handoff/handoff-row';
import { briefOfDigests } from '../domain/metrics/brief-of-digests';
import { isEnoughForTrends } from '../domain/metrics/enough-for-trends';
import type { ProjectConfig } from '../domain/type/handoff-type';
import { readStore } from './store-trouble';
import { askJira } from './jira-trouble';
import { findListed, findNames, toListRow } from './lists/list-rows';
import { readDigests } from './months/read-digests';
import type { AppPorts, ProjectCaller } from './ports/app-ports';
import type { OwnLists } from './ports/handoff-lists';
import type { DocumentWriter } from './ports/project-documents';
import { readReviewLines } from './review/review-lines';
import type { ProjectReader } from './ports/site';

type HomePorts = Pick<AppPorts, 'configs' | 'summaries' | 'queue' | 'issues' | 'permissions' | 'people' | 'machine' | 'log'> & {
  readonly documents: Pick<DocumentWriter, 'findMany'>;
  readonly lists: OwnLists;
  readonly site: ProjectReader;
};

/** What waits for whoever looks, over all projects (experience.md 7). The fields' names are those of the manifest. */
const WAITING_JQL = '"Handoff receiver" = currentUser() AND "Handoff state" in ("Waiting", "Checking") ORDER BY updated ASC';

/** What waits for the viewer, what they may rate, what they sent, and this month in numbers: only of work items Jira shows them. */
export async function getProjectHome(ports: HomePorts, caller: ProjectCaller): Promise<ProjectHome> {
  const { projectId, accountId } = caller;
  const project = await askJira(ports.site.getProject(projectId));
  const [config, isProjectAdmin, named, pool, toRate, sent] = await Promise.all([
    readStore(ports.configs.find(projectId)),
    askJira(ports.permissions.isProjectAdmin(projectId)),
    readStore(ports.lists.listWaiting(`u:${accountId}`)),
    readStore(ports.lists.listWaiting(`pool:${projectId}`)),
    readStore(ports.lists.listWaiting(`rate:${accountId}`)),
    readStore(ports.lists.listSent(accountId)),
  ]);
  const types = new Map((config?.config.types ?? []).map(({ current }) => [current.typeId, current]));
  const inProject = (rows: readonly HandoffRow[]): HandoffRow[] => rows.filter((row) => row.projectId === projectId);
  const mine = {
    waiting: inProject([...named, ...(await keepOwnPools(ports, caller, pool))]),
    toRate: inProject(toRate),
    sent: inProject(sent).filter(({ state, facts }) => facts.firstOfferedAt !== null && SENT_STATES.includes(state)),
  };
  const [visible, numbers, reviews] = await Promise.all([
    findListed(ports, [...mine.waiting, ...mine.toRate, ...mine.sent]),
    readMonths(ports, projectId, config?.config ?? null),
    config?.config.on === true ? readReviewLines(ports, projectId, config.config) : [],
  ]);
  const toRows = (rows: readonly HandoffRow[], since: (row: HandoffRow) => string): HandoffListRow[] =>
    rows.flatMap((row) => {
      const issue = visible.get(row.issueId);
      return issue === undefined ? [] : [toListRow(row, issue, types.get(row.typeId)?.name ?? '', since(row))];
    });
  const lists = {
    waitingForMe: toRows(mine.waiting, ({ facts, changedAt }) => facts.lastOfferedAt ?? changedAt).sort(byDueThenSince),
    toRate: toRows(mine.toRate, ({ facts, changedAt }) => facts.acceptedAt ?? changedAt),
    sent: toRows(mine.sent, ({ changedAt }) => changedAt),
  };
  const people = await findNames(ports, Object.values(lists).flat(), [accountId, ...reviews.flatMap(({ reviewed }) => reviewed?.by ?? [])]);
  return {
    project: { id: project.id, key: project.key },
    on: config?.config.on ?? false,
    viewer: { accountId, isProjectAdmin },
    ...lists,
    ...numbers,
    ...(reviews.length === 0 ? {} : { reviews }),
    people,
    waitingJql: WAITING_JQL,
  };
}

/** What the sender still has a part in, once it was handed off. */
const SENT_STATES: readonly HandoffRow['state'][] = ['DRAFT', 'OFFERED', 'IN_VERIFICATION', 'RETURNED', 'ACCEPTED'];

/** Untaken handoffs of groups and roles the viewer belongs to; each pool is asked about once. */
async function keepOwnPools(ports: HomePorts, caller: ProjectCaller, rows: readonly HandoffRow[]): Promise<HandoffRow[]> {
  const answers = new Map<string, Promise<boolean>>();
  const belongsTo = (pool: NonNullable<HandoffRow['facts']['pool']>): Promise<boolean> => {
    const key = pool.kind === 'group' ? `group:${pool.groupId}` : `role:${pool.roleId}`;
    const answer = answers.get(key) ?? askJira(ports.permissions.belongsTo(caller.accountId, caller.projectId, pool));
    answers.set(key, answer);
    return answer;
  };
  const own = await Promise.all(
    rows
      .filter(({ senderId }) => senderId !== caller.accountId)
      .map(async (row) => (row.facts.pool !== undefined && (await belongsTo(row.facts.pool)) ? [row] : [])),
  );
  return own.flat();
}

function byDueThenSince(one: HandoffListRow, other: HandoffListRow): number {
  const due = (one.dueAt ?? '9999').localeCompare(other.dueAt ?? '9999');
  return due === 0 ? one.since.localeCompare(other.since) : due;
}

/** This month and the one before, from digests: the cost does not grow with history (design decision 8). */
async function readMonths(
  ports: HomePorts,
  projectId: string,
  config: ProjectConfig | null,
): Promise<Pick<ProjectHome, 'months' | 'hasTrends'>> {
  const types = (config?.types ?? []).map(({ current }) => current);
  const thisMonth = ports.machine.now().slice(0, 7);
  const months = [thisMonth, monthBefore(thisMonth, 1)];
  const refs = months.flatMap((month) => types.map(({ typeId }) => ({ projectId, typeId, month })));
  if (refs.length === 0) return { months: [] };
  const [digests, passages] = await Promise.all([readDigests(ports, refs), readStore(ports.summaries.readCounters(projectId, months))]);
  const briefs = months.flatMap((month, index) => {
    const { paused, wouldBlock } = passages.get(month) ?? { paused: 0, wouldBlock: 0 };
    const brief = briefOfDigests(digests, types, month, { passedWhilePaused: paused, wouldHaveBeenStopped: wouldBlock });
    return index > 0 && brief.handoffs === 0 ? [] : [brief];
  });
  const ofType = (typeId: string) => digests.filter((found) => found.typeId === typeId).map(({ digest }) => digest);
  const hasTrends = types.some(({ typeId }) => isEnoughForTrends(ofType(typeId)));
  return { months: briefs, ...(hasTrends ? { hasTrends } : {}) };
}
