import { router } from '@forge/bridge';

/** Somewhere in Jira a surface can lead to. */
export type JiraPlace =
  | { readonly kind: 'workItem'; readonly key: string }
  | { readonly kind: 'search'; readonly jql: string }
  | {
      /** One of the app's own pages, by its module key in manifest.yml; pages of a project need `projectKey`. */
      readonly kind: 'page';
      readonly moduleKey: 'handoffs' | 'handoff-settings' | 'get-started' | 'playbook';
      readonly projectKey?: string;
      /** Query of the page, for example `?typeId=…`. */
      readonly path?: string;
    };

type Location = Exclude<Parameters<typeof router.navigate>[0], string>;

function locationOf(place: Exclude<JiraPlace, { readonly kind: 'search' }>): Location {
  if (place.kind === 'workItem') return { target: 'issue', issueKey: place.key };
  const { kind: _kind, ...page } = place;
  return { target: 'module', ...page };
}

function searchPath(jql: string): string {
  return `/issues/?${new URLSearchParams({ jql }).toString()}`;
}

/** Goes there in this tab. */
export function goTo(place: JiraPlace): Promise<void> {
  return router.navigate(place.kind === 'search' ? searchPath(place.jql) : locationOf(place));
}

/** The full address, for a link's `href`; null where Jira gives none. */
export async function findAddress(place: JiraPlace): Promise<string | null> {
  try {
    if (place.kind !== 'search') return (await router.getUrl(locationOf(place)))?.href ?? null;
    // Only addresses of known targets can be asked for; a search lies beside any work item.
    const beside = await router.getUrl({ target: 'issue', issueKey: 'X-1' });
    return beside === null ? null : new URL(searchPath(place.jql), beside).href;
  } catch {
    return null;
  }
}
