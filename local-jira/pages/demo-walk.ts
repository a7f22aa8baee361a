import type { Site } from '../site';

/** Where the guide on the home page leads. */
export interface DemoWalk {
  readonly projectKey: string;
  readonly issueKey: string;
  /** The app's page in that project, or the board when it has none. */
  readonly projectPagePath: string;
}

/**
 * The work item the guide is about: the first one of the first project that stands with the sender and is started.
 * Null when the demo data hold none, for example after an import. Once it has moved on, the guide still finds it,
 * because the key is remembered for as long as it exists.
 */
export function demoWalk(site: Site): DemoWalk | null {
  const sender = site.listUsers().find((user) => user.part === 'sender');
  const project = sender === undefined ? undefined : site.listProjects(sender.accountId)[0];
  if (sender === undefined || project === undefined) return null;

  const cards = (site.findBoard(sender.accountId, project.key)?.columns ?? []).flatMap((column) => column.cards);
  const known = remembered.get(site);
  const card =
    cards.find((candidate) => candidate.key === known) ??
    cards.find((candidate) => candidate.status.category === 'indeterminate' && candidate.assignee?.accountId === sender.accountId) ??
    cards[0];
  if (card === undefined) return null;

  remembered.set(site, card.key);
  const page = site.listProjectPages(sender.accountId, project.key)[0];
  return {
    projectKey: project.key,
    issueKey: card.key,
    projectPagePath: page === undefined ? `/jira/projects/${project.key}/board` : `/jira/projects/${project.key}/apps/${page.moduleKey}`,
  };
}

const remembered = new WeakMap<Site, string>();
