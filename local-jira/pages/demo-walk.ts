import type { Site } from '../site';

/** The demo's work item the guide is about: it stands with the sender and lacks two things. */
const GUIDE_ISSUE_KEY = 'SHOP-1';

/** Where the guide on the home page leads. */
export interface DemoWalk {
  readonly projectKey: string;
  readonly issueKey: string;
  /** The work item with the app's entry in view. */
  readonly issuePath: string;
  /** The app's page in that project, or the board when it has none. */
  readonly projectPagePath: string;
}

/** The way through the demo; null when the guide's work item does not exist, for example on imported data. */
export function findDemoWalk(site: Site): DemoWalk | null {
  const sender = site.listUsers().find((user) => user.part === 'sender');
  const issue = sender === undefined ? null : site.findIssue(sender.accountId, GUIDE_ISSUE_KEY);
  if (sender === undefined || issue === null) return null;
  const { key: projectKey } = issue.project;
  const page = site.listProjectPages(sender.accountId, projectKey)[0];
  const projectPagePath = page === undefined ? `/jira/projects/${projectKey}/board` : `/jira/projects/${projectKey}/apps/${page.moduleKey}`;
  const entry = site.listIssueModules(sender.accountId, issue.key)?.context[0];
  const issuePath = entry === undefined ? `/browse/${issue.key}` : `/browse/${issue.key}?app=${entry.moduleKey}`;
  return { projectKey, issueKey: issue.key, issuePath, projectPagePath };
}
