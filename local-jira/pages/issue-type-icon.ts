import { html } from 'hono/html';

import type { IssueTypeCard } from '../site';
import type { Html } from './html';
import { icon } from './icon';

const KNOWN: Record<string, { icon: string; colour: string }> = {
  bug: { icon: 'bug', colour: 'red' },
  story: { icon: 'story', colour: 'green' },
  epic: { icon: 'epic', colour: 'purple' },
};

/** The coloured glyph of a work item type, named for screen readers. */
export function issueTypeIcon(type: IssueTypeCard): Html {
  const known = KNOWN[type.name.toLowerCase()] ?? { icon: 'task', colour: 'blue' };
  return html`<span class="type-icon type-${known.colour}" role="img" aria-label="${type.name}" title="${type.name}"
    >${icon(known.icon)}</span
  >`;
}
