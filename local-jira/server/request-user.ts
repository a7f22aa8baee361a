import type { Context } from 'hono';
import { getCookie } from 'hono/cookie';

import { SESSION_COOKIE } from '../host-api';
import type { JiraState } from '../services/jira/state/jira-state';
import type { UserRecord } from '../services/jira/state/records';
import type { Site } from '../site';

/** Whom the browser plays: the session cookie's user, else the demo's default. */
export function sessionAccountId(c: Context, site: Site): string {
  const accountId = getCookie(c, SESSION_COOKIE);
  const user = accountId === undefined ? null : site.findUser(accountId);
  return (user ?? site.defaultUser()).accountId;
}

/**
 * Who calls the REST API: Basic auth with a demo user's address and any token, or a page of this very site.
 *
 * @returns `null` for nobody: unknown address, no token, or a browser page of another origin.
 */
export function findRestUser(c: Context, state: JiraState, site: Site): UserRecord | null {
  const authorization = c.req.header('authorization');
  if (authorization !== undefined) return findBasicUser(authorization, state);
  if (c.req.header('sec-fetch-site') !== 'same-origin') return null;
  return state.users.find(sessionAccountId(c, site));
}

/** Whether a browser page of another origin sent this; programs send no Origin. */
export function isForeignOrigin(url: string, origin: string | undefined): boolean {
  return origin !== undefined && origin !== new URL(url).origin;
}

function findBasicUser(authorization: string, state: JiraState): UserRecord | null {
  const [scheme = '', encoded = ''] = authorization.split(' ');
  if (scheme.toLowerCase() !== 'basic') return null;
  const [email = '', token = ''] = Buffer.from(encoded, 'base64').toString('utf8').split(':');
  return token === '' ? null : state.findUserByEmail(email);
}
