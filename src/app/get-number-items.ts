import type { NumberItems } from '../contract/number-items';
import type { HandoffRow } from '../domain/handoff/handoff-row';
import { behindNumber, type Figure } from '../domain/metrics/behind-number';
import { METRIC_WINDOWS } from '../domain/metrics/metric-windows';
import { toMeasured } from '../domain/metrics/to-measured';
import { askJira } from './jira-trouble';
import { findListed } from './lists/list-rows';
import type { AppPorts, ProjectCaller } from './ports/app-ports';
import type { CohortLists } from './ports/handoff-lists';
import type { IssueReader } from './ports/issues';
import type { ProjectReader } from './ports/site';
import { readStore } from './store-trouble';

type ItemsPorts = Pick<AppPorts, 'configs' | 'machine'> & {
  readonly issues: Pick<IssueReader, 'findVisible'>;
  readonly lists: Pick<CohortLists, 'listCohort'>;
  readonly site: ProjectReader;
};

/** Which number: of one type, or with null of all of the project, as it was known at a moment; null: now. */
interface AskedNumber {
  readonly typeId: string | null;
  readonly month: string;
  readonly figure: Figure;
  readonly asOf: string | null;
}

/** Handoffs looked through for one answer: ten pages of storage, each a call, and one more for each further type of a whole project. */
const MOST_ROWS = 1_000;

/** Handoffs that are told: as many as Jira is asked about in one call. */
const MOST_ITEMS = 100;

/**
 * The work items behind a number, for every member of the project: read when somebody asks, and only of what Jira shows them (decision 23).
 *
 * @throws {AppError} NOT_FOUND for a project that is hidden from the caller, STORAGE_BUSY, JIRA_UNAVAILABLE.
 */
export async function getNumberItems(ports: ItemsPorts, { projectId }: ProjectCaller, asked: AskedNumber): Promise<NumberItems> {
  await askJira(ports.site.getProject(projectId));
  const { rows, isCut } = await readRows(ports, projectId, asked);
  const now = ports.machine.now();
  const asOf = asked.asOf === null || asked.asOf > now ? now : asked.asOf;
  const measured = rows.flatMap((row) => toMeasured(row) ?? []);
  const behind = behindNumber(measured, asked.month, asked.figure, { asOf, windows: METRIC_WINDOWS });
  const looked = behind.slice(0, MOST_ITEMS);
  const visible = await findListed(ports, looked);
  const items = looked.flatMap(({ issueId, amount }) => {
    const issue = visible.get(issueId);
    return issue === undefined ? [] : [{ ...issue, amount }];
  });
  return { items, hidden: looked.length - items.length, beyond: behind.length - looked.length, ...(isCut ? { isCut } : {}) };
}

async function readRows(
  ports: ItemsPorts,
  projectId: string,
  { typeId, month }: AskedNumber,
): Promise<{ readonly rows: readonly HandoffRow[]; readonly isCut: boolean }> {
  const typeIds = typeId === null ? await listTypes(ports, projectId) : [typeId];
  const rows: HandoffRow[] = [];
  for (const each of typeIds) {
    if (rows.length >= MOST_ROWS) return { rows, isCut: true };
    const found = await readStore(ports.lists.listCohort(projectId, each, month, MOST_ROWS - rows.length));
    rows.push(...found.rows);
    if (found.isCut) return { rows, isCut: true };
  }
  return { rows, isCut: false };
}

async function listTypes({ configs }: Pick<AppPorts, 'configs'>, projectId: string): Promise<readonly string[]> {
  const stored = await readStore(configs.find(projectId));
  return (stored?.config.types ?? []).map(({ current }) => current.typeId);
}
