import { html } from 'hono/html';

import type { Site, UserCard, UserPart } from '../site';
import { avatar } from './avatar';
import { brandMark } from './brand-mark';
import type { Html } from './html';
import { icon } from './icon';

const PART_NAMES: Record<UserPart, string> = {
  sender: 'Sender',
  receiver: 'Receiver',
  lead: 'Team lead',
  projectAdmin: 'Project admin',
  jiraAdmin: 'Jira admin',
  outsider: 'Outsider',
  member: 'Team member',
};

/** What a part of the demo is called on screen. */
export function partName(part: UserPart): string {
  return PART_NAMES[part];
}

const THEMES = [
  { choice: 'light', name: 'Light' },
  { choice: 'dark', name: 'Dark' },
  { choice: 'auto', name: 'Match browser' },
] as const;

/** The bar across the top of every page: product, outbox, theme, and who the browser plays. */
export function topBar(site: Site, user: UserCard, theme: 'light' | 'dark' | 'auto'): Html {
  return html`<header class="top-bar">
    <div class="top-bar-start">
      <button type="button" class="icon-button" id="nav-toggle" aria-controls="sidebar" aria-expanded="true" aria-label="Navigation">
        ${icon('panel-left')}
      </button>
      <a class="brand" href="/" aria-label="Local Jira home">${brandMark()}<span>Local Jira</span></a>
    </div>
    <div class="top-bar-end">
      <a class="icon-button" href="/outbox" aria-label="Outbox" title="Outbox">${icon('email')}</a>
      <button
        type="button"
        class="icon-button"
        popovertarget="theme-menu"
        data-menu-button
        aria-haspopup="menu"
        aria-label="Theme"
        title="Theme"
      >
        ${icon('theme')}
      </button>
      <div id="theme-menu" class="menu" role="menu" popover aria-label="Theme">
        ${THEMES.map(
          ({ choice, name }) =>
            html`<button
              type="button"
              class="menu-item"
              role="menuitemradio"
              aria-checked="${String(choice === theme)}"
              data-theme-choice="${choice}"
            >
              ${name}
            </button>`,
        )}
      </div>
      <button
        type="button"
        class="user-button"
        popovertarget="user-menu"
        data-menu-button
        aria-haspopup="menu"
        aria-label="Switch user: ${user.displayName}, ${partName(user.part)}"
      >
        ${avatar(user, 24)}
        <span class="user-button-text"
          ><span class="user-button-name">${user.displayName}</span><span class="user-button-part">${partName(user.part)}</span></span
        >
        ${icon('chevron-down')}
      </button>
      <div id="user-menu" class="menu menu-wide" role="menu" popover aria-label="Switch user">
        <div class="menu-heading" role="presentation">Who are you?</div>
        ${site.listUsers().map(
          (other) =>
            html`<button
              type="button"
              class="menu-item menu-user"
              role="menuitemradio"
              aria-checked="${String(other.accountId === user.accountId)}"
              data-account-id="${other.accountId}"
            >
              ${avatar(other, 32)}<span class="menu-user-text"
                ><span>${other.displayName}</span><span class="subtle">${partName(other.part)}</span></span
              >
            </button>`,
        )}
      </div>
    </div>
  </header>`;
}
