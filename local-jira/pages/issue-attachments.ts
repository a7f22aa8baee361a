import { html } from 'hono/html';

import type { AttachmentView, IssueView } from '../site';
import type { Html } from './html';
import { icon } from './icon';
import { timeStamp } from './time';

/** The files on a work item; nothing when there are none. `now` is the site's instant. */
export function issueAttachments(issue: IssueView, now: string): Html {
  if (issue.attachments.length === 0) return html``;
  return html`<section aria-labelledby="attachments-title">
    <h2 class="section-title" id="attachments-title">Attachments <span class="count">${issue.attachments.length}</span></h2>
    <ul class="file-list">
      ${issue.attachments.map((attachment) => file(attachment, now))}
    </ul>
  </section>`;
}

function file(attachment: AttachmentView, now: string): Html {
  return html`<li class="file">
    ${icon('file')}
    <a href="${attachment.contentUrl}">${attachment.filename}</a>
    <span class="subtle">${sizeText(attachment.sizeBytes)}</span>
    <span class="subtle">${attachment.author?.displayName ?? 'Unknown'}, ${timeStamp(attachment.created, now)}</span>
  </li>`;
}

function sizeText(sizeBytes: number): string {
  if (sizeBytes < 1024) return `${sizeBytes} B`;
  if (sizeBytes < 1024 * 1024) return `${Math.round(sizeBytes / 1024)} kB`;
  return `${(sizeBytes / 1024 / 1024).toFixed(1)} MB`;
}
