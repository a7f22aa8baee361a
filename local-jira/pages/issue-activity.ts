import { html } from 'hono/html';

import type { CommentView, HistoryEntry, IssueView, UserCard } from '../site';
import { avatar } from './avatar';
import { documentHtml } from './document-html';
import type { Html } from './html';
import { timeStamp } from './time';

/** Comments and history of a work item, with the box to add a comment. `now` is the site's instant. */
export function issueActivity(issue: IssueView, user: UserCard, now: string): Html {
  const history = [...issue.history].sort((a, b) => b.created.localeCompare(a.created));
  return html`<section class="activity" aria-labelledby="activity-title">
    <h2 class="section-title" id="activity-title">Activity</h2>
    <div class="tab-list" role="tablist" aria-label="Activity">${tab('comments', 'Comments', true)}${tab('history', 'History', false)}</div>
    <div id="panel-comments" role="tabpanel" aria-labelledby="tab-comments" tabindex="0">
      <form class="comment-form" data-comment-form>
        ${avatar(user, 32)}
        <div class="comment-form-fields">
          <label class="visually-hidden" for="comment-text">Add a comment</label>
          <textarea id="comment-text" name="text" rows="2" placeholder="Add a comment…"></textarea>
          <button type="submit" class="button button-primary" hidden>Save</button>
        </div>
      </form>
      <ul class="comment-list" data-live="comments">
        ${issue.comments.map((comment) => commentEntry(comment, now)).reverse()}
      </ul>
    </div>
    <div id="panel-history" role="tabpanel" aria-labelledby="tab-history" tabindex="0" hidden>
      <ul class="history-list" data-live="history">
        ${history.length === 0 ? html`<li class="subtle">No changes yet.</li>` : history.map((entry) => historyEntry(entry, now))}
      </ul>
    </div>
  </section>`;
}

function tab(name: string, title: string, isSelected: boolean): Html {
  return html`<button
    type="button"
    class="tab"
    role="tab"
    id="tab-${name}"
    aria-controls="panel-${name}"
    aria-selected="${String(isSelected)}"
    tabindex="${isSelected ? 0 : -1}"
  >
    ${title}
  </button>`;
}

function commentEntry(comment: CommentView, now: string): Html {
  return html`<li class="comment">
    ${avatar(comment.author, 32)}
    <div class="comment-body">
      <div class="comment-head">
        <span class="strong">${comment.author?.displayName ?? 'Former user'}</span>
        <span class="subtle">${timeStamp(comment.created, now)}</span>
      </div>
      <div class="rich-text">${documentHtml(comment.body)}</div>
    </div>
  </li>`;
}

function historyEntry(entry: HistoryEntry, now: string): Html {
  return html`<li class="comment">
    ${avatar(entry.author, 32)}
    <div class="comment-body">
      ${entry.items.map(
        (item) =>
          html`<div class="history-item">
            <span class="strong">${entry.author?.displayName ?? 'Automatic'}</span> changed the <span class="strong">${item.field}</span>
            <span class="history-change"
              ><span class="history-value">${item.from ?? 'None'}</span><span aria-hidden="true">→</span
              ><span class="visually-hidden">to</span><span class="history-value">${item.to ?? 'None'}</span></span
            >
          </div>`,
      )}
      <div class="subtle">${timeStamp(entry.created, now)}</div>
    </div>
  </li>`;
}
