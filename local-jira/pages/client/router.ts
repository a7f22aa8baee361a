import { askToConfirm } from './dialog';
import { isRecord } from './host-call';

/** Serves `router.navigate` and `router.open`. Another site is asked about first and opens in its own tab, as in Jira. */
export async function goTo(payload: unknown): Promise<void> {
  const address = new URL(addressOf(payload), location.href);
  if (address.protocol !== 'http:' && address.protocol !== 'https:' && address.protocol !== 'mailto:')
    throw new Error('This address cannot be opened.');
  const isOwn = address.origin === location.origin;
  const opensTab = isRecord(payload) && payload['type'] === 'new-tab';
  if (!isOwn) {
    if (!(await askToConfirm('You are leaving Jira', `The app opens ${address.href} in a new tab.`, 'Open')))
      throw new Error('The person stayed on this page.');
    window.open(address.href, '_blank', 'noopener');
    return;
  }
  if (opensTab) window.open(address.href, '_blank', 'noopener');
  else location.assign(address.href);
}

/** The address a `NavigationLocation` or a URL names, as far as the local Jira has such a page. */
export function addressOf(payload: unknown): string {
  if (!isRecord(payload)) throw new Error('A location is needed.');
  const { url, target, issueKey, moduleKey, projectKey, path } = payload;
  if (typeof url === 'string') return url;
  const openProject = /^\/jira\/projects\/([^/]+)/.exec(location.pathname)?.[1];
  switch (target) {
    case 'issue':
      return `/browse/${String(issueKey)}`;
    case 'module': {
      const project = typeof projectKey === 'string' ? projectKey : openProject;
      const suffix = typeof path === 'string' ? path : '';
      return project === undefined
        ? `/jira/settings/apps/${String(moduleKey)}${suffix}`
        : `/jira/projects/${project}/apps/${String(moduleKey)}${suffix}`;
    }
    default:
      throw new Error(`The local Jira has no page for the target ${String(target)}.`);
  }
}
