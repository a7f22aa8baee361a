import { html } from 'hono/html';

import type { IssueView } from '../site';
import { documentHtml } from './document-html';
import { notFoundPage } from './error-page';
import type { Html } from './html';
import { icon } from './icon';
import { issueActivity } from './issue-activity';
import { issueAttachments } from './issue-attachments';
import { issueDetails } from './issue-details';
import { issueContextEntries, issuePanels, offeredPanelButtons } from './issue-modules';
import { issueTypeIcon } from './issue-type-icon';
import type { PageContext } from './layout';
import { renderPage } from './layout';

/** A work item: what it says on the left, its status, details and app entries on the right. */
export function issuePage(page: PageContext, issueKey: string): Response | Promise<Response> {
  const { site, user } = page;
  const issue = site.findIssue(user.accountId, issueKey);
  const modules = site.listIssueModules(user.accountId, issueKey);
  if (issue === null || modules === null) return notFoundPage(page);
  return renderPage(page, {
    title: `[${issue.key}] ${issue.summary}`,
    kind: 'issue',
    project: issue.project,
    currentPath: `/browse/${issue.key}`,
    body: html`<div class="page page-wide issue" data-issue="${issue.key}" data-updated="${issue.updated}">
      <div class="issue-main">
        ${issueHead(issue)}
        <div class="issue-actions" data-live="apps">
          ${
            issue.mayEdit
              ? html`<button type="button" class="button" data-attach>${icon('attachment')}<span>Attach</span></button>
                  <input type="file" id="attach-file" class="visually-hidden" tabindex="-1" aria-label="Attach a file" />`
              : ''
          }
          ${offeredPanelButtons(modules.offeredPanels)}
        </div>
        ${issueDescription(issue)}
        <div data-live="attachments">${issueAttachments(issue, site.now())}</div>
        ${issuePanels(page, issue, modules.panels)} ${issueActivity(issue, user, site.now())}
      </div>
      <div class="issue-side">
        ${issueDetails(issue, site.listUsers(), site.now())} ${issueContextEntries(page, issue, modules.context)}
      </div>
    </div>`,
  });
}

function issueHead(issue: IssueView): Html {
  return html`<nav class="breadcrumbs" aria-label="Breadcrumbs">
      <a href="/jira/projects/${issue.project.key}/board">${issue.project.name}</a> /
      <span class="breadcrumb-key">${issueTypeIcon(issue.type)}<span>${issue.key}</span></span>
    </nav>
    <h1 class="issue-title" data-live="title">${issue.summary}</h1>`;
}

function issueDescription(issue: IssueView): Html {
  return html`<section aria-labelledby="description-title">
    <h2 class="section-title" id="description-title">Description</h2>
    <div class="rich-text" data-live="description">
      ${issue.description === null ? html`<p class="subtle">No description.</p>` : documentHtml(issue.description)}
    </div>
  </section>`;
}
