import type { Context } from 'hono';
import { getCookie } from 'hono/cookie';

import { SESSION_COOKIE } from '../host-api';
import type { Site, UserCard } from '../site';

/** The user this browser plays: the one in the session cookie, else the demo's default. */
export function currentUser(c: Context, site: Site): UserCard {
  const accountId = getCookie(c, SESSION_COOKIE);
  return (accountId === undefined ? null : site.findUser(accountId)) ?? site.defaultUser();
}

/** Cookie with the chosen palette, `light`, `dark` or `auto`; written by the theme menu. */
const THEME_COOKIE = 'local_jira_theme';

/** What the reader chose in the theme menu; `auto` follows the system and is the default. */
export function chosenTheme(c: Context): 'light' | 'dark' | 'auto' {
  const chosen = getCookie(c, THEME_COOKIE);
  return chosen === 'light' || chosen === 'dark' ? chosen : 'auto';
}
