import { html } from 'hono/html';

import type { UserCard } from '../site';
import { avatar } from './avatar';
import type { Html } from './html';
import { fieldLozenge } from './lozenge';

/** Value of one of the app's read-only fields: a person with their picture, any other text as a lozenge. */
export function appFieldValue(text: string, users: readonly UserCard[]): Html {
  const user = users.find(({ displayName }) => displayName === text);
  if (user === undefined) return fieldLozenge(text);
  return html`<span class="user-line">${avatar(user, 20)}<span>${text}</span></span>`;
}
