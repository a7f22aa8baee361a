import { html } from 'hono/html';

import type { GadgetCard } from '../site';
import { appFrame } from './app-frame';
import type { Html } from './html';
import { icon } from './icon';
import type { PageContext } from './layout';
import { renderPage } from './layout';

/** The person's own dashboard: a card for each gadget; `?edit={gadgetId}` shows that one's edit view, as after adding it. */
export function dashboardPage(page: PageContext): Response | Promise<Response> {
  const gadgets = page.site.listGadgets(page.user.accountId);
  const edited = page.c.req.query('edit') ?? null;
  return renderPage(page, {
    title: 'Dashboard',
    kind: 'dashboard',
    project: null,
    currentPath: '/jira/dashboards',
    body: html`<div class="page page-wide">
      <div class="dashboard-head">
        <h1 class="page-title">Dashboard</h1>
        ${addMenu(page)}
      </div>
      ${gadgets.length === 0 ? html`<p class="empty-note">No gadget yet. Add one to see its numbers here.</p>` : ''}
      <div class="dashboard">${gadgets.map((gadget) => card(page, gadget, gadget.gadgetId === edited))}</div>
    </div>`,
  });
}

function addMenu({ site }: PageContext): Html {
  return html`<button type="button" class="button" popovertarget="gadget-menu" data-menu-button aria-haspopup="menu">Add gadget</button>
    <div id="gadget-menu" class="menu" role="menu" popover aria-label="Add gadget">
      ${site
        .listGadgetModules()
        .map(
          ({ moduleKey, title }) =>
            html`<button type="button" class="menu-item" role="menuitem" data-add-gadget="${moduleKey}">${title}</button>`,
        )}
    </div>`;
}

function card({ site, user }: PageContext, { gadgetId, module }: GadgetCard, isEdited: boolean): Html {
  const frame = site.openFrame(user.accountId, module.moduleKey, { kind: 'gadget', gadgetId, page: isEdited ? 'edit' : 'view' });
  if (frame === null) return html``;
  const menuId = `gadget-menu-${gadgetId}`;
  const titleId = `gadget-title-${gadgetId}`;
  return html`<section class="gadget" aria-labelledby="${titleId}" data-gadget="${gadgetId}">
    <div class="gadget-head">
      <h2 class="section-title" id="${titleId}">${module.title}</h2>
      <button
        type="button"
        class="icon-button"
        popovertarget="${menuId}"
        data-menu-button
        aria-haspopup="menu"
        aria-label="${module.title} options"
      >
        ${icon('show-more-horizontal')}
      </button>
      <div id="${menuId}" class="menu" role="menu" popover aria-label="${module.title} options">
        <button type="button" class="menu-item" role="menuitem" data-edit-gadget="${gadgetId}">Edit</button>
        <button type="button" class="menu-item" role="menuitem" data-remove-gadget="${gadgetId}">Remove</button>
      </div>
    </div>
    ${appFrame(frame, 'content')}
  </section>`;
}
