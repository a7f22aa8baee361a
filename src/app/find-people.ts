import type { Person } from '../contract/handoff-screen';
import { requireInProject } from './command/load-case';
import { askJira } from './jira-trouble';
import type { AppPorts, IssueCaller } from './ports/app-ports';

/** People who may see the work item, for choosing sender or receiver; found as the caller, who must see it too. */
export async function findPeople(
  ports: Pick<AppPorts, 'issues' | 'people'>,
  caller: IssueCaller,
  query: string,
): Promise<{ readonly people: readonly Person[] }> {
  const issue = await askJira(ports.issues.get('user', caller.issueId));
  requireInProject(caller, issue.projectId);
  const people = await askJira(ports.people.findViewers(issue.key, query));
  return { people: people.filter(({ active }) => active) };
}
