import type { HandoffListRow, ProjectHome } from '../../contract/project-home';
import type { HandoffRow } from '../../domain/handoff/handoff-row';
import { askJira } from '../jira-trouble';
import type { AppPorts } from '../ports/app-ports';
import type { IssueReader, PeopleReader } from '../ports/issues';

/** A work item as a list names it. */
interface ListedIssue {
  readonly key: string;
  readonly summary: string;
}

/**
 * The work items of these rows that Jira shows the person, by id: a row without one is shown to nobody here.
 *
 * @throws {AppError} JIRA_UNAVAILABLE.
 */
export async function findListed(
  ports: { readonly issues: Pick<IssueReader, 'findVisible'> },
  rows: readonly { readonly issueId: string }[],
): Promise<ReadonlyMap<string, ListedIssue>> {
  const issueIds = [...new Set(rows.map(({ issueId }) => issueId))];
  return issueIds.length === 0 ? new Map() : askJira(ports.issues.findVisible(issueIds));
}

/** One row as a list shows it; nobody's rating is in it. */
export function toListRow(row: HandoffRow, issue: ListedIssue, typeName: string, since: string): HandoffListRow {
  const { handoffId, issueId, typeId, state, senderId, dueAt, facts } = row;
  return {
    handoffId,
    issueId,
    issueKey: issue.key,
    summary: issue.summary,
    typeId,
    typeName,
    state,
    senderId,
    receiverId: facts.receiverId,
    since,
    dueAt: dueAt === '9999' ? null : dueAt,
    recommendation: facts.recommendation,
    openQuestions: facts.openQuestions,
    ...(facts.risk === undefined ? {} : { highRisk: true }),
    rating: null,
  };
}

/** Names of these accounts and of everybody in the rows; a list without names is still a list, so none when Jira does not tell them. */
export async function findNames(
  ports: Pick<AppPorts, 'log'> & { readonly people: Pick<PeopleReader, 'getMany'> },
  rows: readonly HandoffListRow[],
  others: readonly string[],
): Promise<ProjectHome['people']> {
  const accountIds = [
    ...others,
    ...rows.flatMap(({ senderId, receiverId }) => (receiverId === null ? [senderId] : [senderId, receiverId])),
  ];
  try {
    const people = await ports.people.getMany([...new Set(accountIds)]);
    return Object.fromEntries(people.map((person) => [person.accountId, person]));
  } catch (error) {
    ports.log.fault('names.unavailable', error);
    return {};
  }
}
