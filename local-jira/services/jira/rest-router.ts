import { JiraError } from './jira-error';
import type { Caller } from './state/caller';

/** One request to the REST API, the same from outside clients, the app and its front end. */
export interface RestRequest {
  method: string;
  /** Without query, decoded parts come as parameters. */
  path: string;
  query: URLSearchParams;
  /** Parsed JSON; `undefined` without a body. */
  body: unknown;
  /** Raw body and its type, for uploads. */
  rawBody: string | Uint8Array | null;
  contentType: string;
  caller: Caller;
}

/** A route's answer; `body` `undefined` means none. A binary body comes with its own content type. */
export interface RestAnswer {
  status: number;
  body?: unknown;
  binary?: { content: Uint8Array; contentType: string };
}

/** Classic scopes; `null` for routes Jira asks no scope for. */
type Scope = 'read:jira-work' | 'write:jira-work' | 'read:jira-user' | 'manage:jira-configuration' | null;

export interface RestRoute {
  method: 'GET' | 'POST' | 'PUT' | 'DELETE';
  /** Below `/rest/api/3`, parameters in braces: `/issue/{key}`. */
  path: string;
  scope: Scope;
  handle: (request: RestRequest, parameters: Record<string, string>) => RestAnswer | Promise<RestAnswer>;
}

const PREFIX = '/rest/api/3';

interface CompiledRoute extends RestRoute {
  pattern: RegExp;
  names: string[];
}

/**
 * Finds the route of a request, checks the app's scope and turns refusals into Jira's answers. What no route plays is
 * answered 501 with method and path.
 */
export class RestRouter {
  private readonly routes: CompiledRoute[];

  /** @param scopes the scopes of the app's manifest. */
  constructor(
    routes: RestRoute[],
    private readonly scopes: Set<string>,
  ) {
    this.routes = routes.map(compile);
  }

  /** Paths with methods, for holding the routes against Atlassian's API description. */
  list(): { method: string; path: string }[] {
    return this.routes.map(({ method, path }) => ({ method, path: PREFIX + path }));
  }

  async handle(request: RestRequest): Promise<RestAnswer> {
    const found = this.find(request);
    if (found === null) {
      return refusal(501, [`The local Jira does not play ${request.method} ${request.path}.`]);
    }
    const { route, parameters } = found;
    if (request.caller.viaApp && route.scope !== null && !this.scopes.has(route.scope)) {
      return refusal(403, [`The app's manifest lacks the scope ${route.scope}, which ${route.method} ${PREFIX}${route.path} needs.`]);
    }
    try {
      return await route.handle(request, parameters);
    } catch (error) {
      if (error instanceof JiraError) return refusal(error.status, error.errorMessages, error.errors);
      throw error;
    }
  }

  private find({ method, path }: RestRequest): { route: CompiledRoute; parameters: Record<string, string> } | null {
    for (const route of this.routes) {
      const match = route.method === method ? route.pattern.exec(path) : null;
      if (match === null) continue;
      const parameters = route.names.map((name, index) => [name, decodeURIComponent(match[index + 1] ?? '')]);
      return { route, parameters: Object.fromEntries(parameters) as Record<string, string> };
    }
    return null;
  }
}

function compile(route: RestRoute): CompiledRoute {
  const names: string[] = [];
  const pattern = route.path.replace(/\{(\w+)\}/g, (_, name: string) => {
    names.push(name);
    return '([^/]+)';
  });
  return { ...route, names, pattern: new RegExp(`^${PREFIX}${pattern}/?$`) };
}

function refusal(status: number, errorMessages: string[], errors: Record<string, string> = {}): RestAnswer {
  return { status, body: { errorMessages, errors } };
}
