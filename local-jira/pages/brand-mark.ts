import { html } from 'hono/html';

import type { Html } from './html';

/** The local Jira's own sign: a card handed to the right. */
export function brandMark(): Html {
  return html`<svg class="brand-mark" viewBox="0 0 24 24" width="24" height="24" aria-hidden="true" focusable="false">
    <rect width="24" height="24" rx="6" fill="#1868DB" />
    <path d="M6 7.5h6.5v9H6z" fill="#fff" />
    <path d="M14 9l4 3-4 3z" fill="#CFE1FD" />
  </svg>`;
}
