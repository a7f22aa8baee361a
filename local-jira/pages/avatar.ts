import { html } from 'hono/html';

import type { UserCard } from '../site';
import type { Html } from './html';
import { icon } from './icon';

/** A round picture of a person; purely decorative, so the name must stand beside it. */
export function avatar(user: UserCard | null, sizePx: 20 | 24 | 32): Html {
  if (user === null) {
    return html`<span class="avatar avatar-${sizePx} avatar-empty" aria-hidden="true">${icon('person')}</span>`;
  }
  return html`<img class="avatar avatar-${sizePx}" src="${user.avatarUrl}" alt="" width="${sizePx}" height="${sizePx}" />`;
}

/** A person with picture and name, or *Unassigned* and the like when there is none. */
export function userLine(user: UserCard | null, absentText: string): Html {
  return html`<span class="user-line">${avatar(user, 24)}<span>${user?.displayName ?? absentText}</span></span>`;
}
