import { html } from 'hono/html';

import type { OutboxMail } from '../site';
import { avatar } from './avatar';
import type { Html } from './html';
import type { PageContext } from './layout';
import { renderPage } from './layout';
import { timeStamp } from './time';

/** Everything the site would have mailed, newest first. */
export function outboxPage(page: PageContext): Response | Promise<Response> {
  const mails = page.site.listOutbox();
  return renderPage(page, {
    title: 'Outbox',
    kind: 'plain',
    project: null,
    currentPath: '/outbox',
    body: html`<div class="page page-narrow">
      <h1 class="page-title">Outbox</h1>
      <p class="subtle">What Jira would have mailed. Nothing leaves this machine.</p>
      <div data-live="outbox">
        ${
          mails.length === 0
            ? html`<p class="empty-note">No notification has been sent yet.</p>`
            : html`<ul class="mail-list">
                ${mails.map((mail) => mailEntry(mail, page.site.now()))}
              </ul>`
        }
      </div>
    </div>`,
  });
}

function mailEntry(mail: OutboxMail, now: string): Html {
  return html`<li class="mail">
    <div class="mail-head">
      <h2 class="mail-subject">${mail.subject}</h2>
      <span class="subtle">${timeStamp(mail.sentAt, now)}</span>
    </div>
    <div class="mail-to">
      <span class="subtle">To</span>
      ${mail.to.map((user) => html`<span class="user-line">${avatar(user, 20)}<span>${user.displayName}</span></span>`)}
    </div>
    <p class="mail-text">${mail.textBody}</p>
    ${mail.issueKey === null ? '' : html`<p class="mail-foot"><a href="/browse/${mail.issueKey}">Open ${mail.issueKey}</a></p>`}
  </li>`;
}
