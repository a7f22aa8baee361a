import { html } from 'hono/html';

import type { IssueView, ModuleCard } from '../site';
import { appFrame } from './app-frame';
import type { Html } from './html';
import { icon } from './icon';
import type { PageContext } from './layout';

/** Buttons that add an app's panel to this work item, as long as it is not there. */
export function offeredPanelButtons(panels: readonly ModuleCard[]): Html {
  return html`${panels.map(
    (panel) =>
      html`<button type="button" class="button" data-press-panel="${panel.moduleKey}">
        ${moduleSign(panel)}<span>${panel.title}</span>
      </button>`,
  )}`;
}

/** The wide panels that show on this work item, above its activity. */
export function issuePanels(page: PageContext, issue: IssueView, panels: readonly ModuleCard[]): Html {
  return html`${panels.map((panel) => {
    const frame = page.site.openFrame(page.user.accountId, panel.moduleKey, { kind: 'issue', issueKey: issue.key });
    if (frame === null) return '';
    return html`<section class="issue-panel" aria-labelledby="panel-title-${panel.moduleKey}">
      <div class="issue-panel-head">
        <h2 class="section-title" id="panel-title-${panel.moduleKey}">${panel.title}</h2>
        ${page.user.isJiraAdmin ? pinMenu(issue, panel) : ''}
      </div>
      ${appFrame(frame, 'content')}
    </section>`;
  })}`;
}

/** The entries in the right column; each opens its app below its title and remembers whether it was open. */
export function issueContextEntries(page: PageContext, issue: IssueView, entries: readonly ModuleCard[]): Html {
  return html`${entries.map((entry) => {
    const frame = page.site.openFrame(page.user.accountId, entry.moduleKey, { kind: 'issue', issueKey: issue.key });
    if (frame === null) return '';
    return html`<details class="side-group side-app" open data-remember="${entry.moduleKey}" data-module="${entry.moduleKey}">
      <summary class="side-group-title"><h2>${entry.title}</h2></summary>
      <div class="side-app-body">${appFrame(frame, 'content')}</div>
    </details>`;
  })}`;
}

function pinMenu(issue: IssueView, panel: ModuleCard): Html {
  const id = `panel-menu-${panel.moduleKey}`;
  return html`<button
      type="button"
      class="icon-button"
      popovertarget="${id}"
      data-menu-button
      aria-haspopup="menu"
      aria-label="${panel.title} options"
    >
      ${icon('show-more-horizontal')}
    </button>
    <div id="${id}" class="menu" role="menu" popover aria-label="${panel.title} options">
      <button
        type="button"
        class="menu-item"
        role="menuitem"
        data-pin-panel="${panel.moduleKey}"
        data-pinned="true"
        data-project="${issue.project.key}"
      >
        Show for all work items
      </button>
      <button
        type="button"
        class="menu-item"
        role="menuitem"
        data-pin-panel="${panel.moduleKey}"
        data-pinned="false"
        data-project="${issue.project.key}"
      >
        Hide from all work items
      </button>
    </div>`;
}

function moduleSign(module: ModuleCard): Html {
  return module.iconUrl === null ? icon('app') : html`<img src="${module.iconUrl}" alt="" width="16" height="16" />`;
}
