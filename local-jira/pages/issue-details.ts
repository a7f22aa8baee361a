import { html } from 'hono/html';

import type { IssueView, TransitionCard, UserCard } from '../site';
import { appFieldValue } from './app-field';
import { userLine } from './avatar';
import type { Html } from './html';
import { icon } from './icon';
import { CATEGORY_APPEARANCE, statusLozenge } from './lozenge';
import { timeStamp } from './time';

/** Status with its transitions, then the details of a work item. `users` are the site's, `now` is its instant. */
export function issueDetails(issue: IssueView, users: readonly UserCard[], now: string): Html {
  return html`<div class="status-row" data-live="status">${statusButton(issue)}</div>
    <details class="side-group" open data-remember="details">
      <summary class="side-group-title"><h2>Details</h2></summary>
      <dl class="fields" data-live="fields">
        <dt>Assignee</dt>
        <dd>${issue.mayAssign ? assigneeButton(issue) : userLine(issue.assignee, 'Unassigned')}</dd>
        <dt>Reporter</dt>
        <dd>${userLine(issue.reporter, 'Nobody')}</dd>
        ${issue.appFields.map(
          (field) =>
            html`<dt>${field.name}</dt>
              <dd>${appFieldValue(field.text, users)}</dd>`,
        )}
        <dt>Type</dt>
        <dd>${issue.type.name}</dd>
      </dl>
    </details>
    <p class="issue-dates subtle" data-live="dates">
      Created ${timeStamp(issue.created, now)}<br />Updated ${timeStamp(issue.updated, now)}
    </p>`;
}

function statusButton(issue: IssueView): Html {
  const appearance = CATEGORY_APPEARANCE[issue.status.category];
  if (!issue.mayTransition || issue.transitions.length === 0)
    return html`<span class="status-button status-${appearance} is-fixed">${issue.status.name}</span>`;
  return html`<button
      type="button"
      class="status-button status-${appearance}"
      popovertarget="status-menu"
      data-menu-button
      aria-haspopup="menu"
      aria-label="${issue.status.name}, change status"
    >
      <span>${issue.status.name}</span>${icon('chevron-down')}
    </button>
    <div id="status-menu" class="menu" role="menu" popover aria-label="Change status">${issue.transitions.map(transitionItem)}</div>`;
}

function transitionItem(transition: TransitionCard): Html {
  const { name, to } = transition;
  return html`<button
    type="button"
    class="menu-item menu-transition"
    role="menuitem"
    data-transition="${transition.id}"
    data-fields="${JSON.stringify(transition.screenFields)}"
  >
    <span>${name}</span
    >${name === to.name ? statusLozenge(to) : html`<span class="menu-arrow" aria-hidden="true">→</span>${statusLozenge(to)}`}
  </button>`;
}

function assigneeButton(issue: IssueView): Html {
  return html`<button
    type="button"
    class="field-button"
    data-assignee-button
    aria-label="Assignee: ${issue.assignee?.displayName ?? 'Unassigned'}, change"
  >
    ${userLine(issue.assignee, 'Unassigned')}
  </button>`;
}
