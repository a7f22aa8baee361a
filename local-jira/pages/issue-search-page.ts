import { html } from 'hono/html';

import { icon } from './icon';
import type { PageContext } from './layout';
import { renderPage } from './layout';

/** Work items found with JQL; the script asks the REST API as the reader, so it finds exactly what they may see. */
export function issueSearchPage(page: PageContext): Response | Promise<Response> {
  const jql = page.c.req.query('jql') ?? '';
  return renderPage(page, {
    title: 'Search work items',
    kind: 'search',
    project: null,
    currentPath: '/issues/',
    body: html`<div class="page page-wide">
      <h1 class="page-title">Search work items</h1>
      <form class="search-form" action="/issues/" method="get" role="search">
        <label class="visually-hidden" for="jql">JQL</label>
        <input
          class="text-input"
          id="jql"
          name="jql"
          value="${jql}"
          placeholder="project = … AND status = …"
          autocomplete="off"
          spellcheck="false"
        />
        <button type="submit" class="button button-primary">${icon('search')}<span>Search</span></button>
      </form>
      <div data-search-results aria-live="polite"></div>
    </div>`,
  });
}
