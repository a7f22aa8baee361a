import { html } from 'hono/html';

import type { PageContext } from './layout';
import { renderPage } from './layout';

/** Nothing here, or nothing this person may see: Jira does not tell the two apart. */
export function notFoundPage(page: PageContext): Response | Promise<Response> {
  page.c.status(404);
  return messagePage(
    page,
    "We couldn't connect to that",
    `It does not exist, or ${page.user.displayName} may not see it. Switch the user at the top right to look with other eyes.`,
  );
}

/** A page only administrators may open. `who` names the people who may, for example "administrators of this project". */
export function forbiddenPage(page: PageContext, who: string): Response | Promise<Response> {
  page.c.status(403);
  return messagePage(page, "You don't have access", `Only ${who} can open this page. ${page.user.displayName} is not one of them.`);
}

function messagePage(page: PageContext, title: string, text: string): Response | Promise<Response> {
  return renderPage(page, {
    title,
    kind: 'plain',
    project: null,
    currentPath: page.c.req.path,
    body: html`<div class="page message-page">
      <h1 class="page-title">${title}</h1>
      <p>${text}</p>
      <p><a class="button" href="/">Go to home</a></p>
    </div>`,
  });
}
