import { html } from 'hono/html';

import type { StatusCard } from '../site';
import type { Html } from './html';

/** The colour Jira gives each status category. */
export const CATEGORY_APPEARANCE: Record<StatusCard['category'], string> = {
  new: 'neutral',
  indeterminate: 'information',
  done: 'success',
};

/** A status as Jira shows it: its name on its category's colour. */
export function statusLozenge(status: StatusCard): Html {
  return html`<span class="lozenge lozenge-${CATEGORY_APPEARANCE[status.category]}">${status.name}</span>`;
}

/** Text of an app's string field on a card or in the details; neutral, since the platform knows no colour for it. */
export function fieldLozenge(text: string): Html {
  return html`<span class="lozenge lozenge-discovery">${text}</span>`;
}
