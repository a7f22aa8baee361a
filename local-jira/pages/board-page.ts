import { html } from 'hono/html';

import type { BoardColumn, IssueCard, StatusCard, UserCard } from '../site';
import { appFieldValue } from './app-field';
import { avatar } from './avatar';
import { notFoundPage } from './error-page';
import type { Html } from './html';
import { icon } from './icon';
import { issueTypeIcon } from './issue-type-icon';
import type { PageContext } from './layout';
import { renderPage } from './layout';

/** A project's board: one column per status, cards to drag or to move with a menu. */
export function boardPage(page: PageContext, projectKey: string): Response | Promise<Response> {
  const board = page.site.findBoard(page.user.accountId, projectKey);
  if (board === null) return notFoundPage(page);
  const { project, columns } = board;
  const scene = { statuses: columns.map((column) => column.status), users: page.site.listUsers() };
  return renderPage(page, {
    title: `${project.name} board`,
    kind: 'board',
    project,
    currentPath: `/jira/projects/${project.key}/board`,
    body: html`<div class="page page-wide">
      <div class="breadcrumbs">Projects / ${project.name}</div>
      <h1 class="page-title">Board</h1>
      <div class="board" data-live="board" role="group" aria-label="Columns">${columns.map((column) => boardColumn(column, scene))}</div>
    </div>`,
  });
}

/** What a card needs to know beyond its work item. */
interface Scene {
  readonly statuses: readonly StatusCard[];
  readonly users: readonly UserCard[];
}

function boardColumn({ status, cards }: BoardColumn, scene: Scene): Html {
  return html`<section class="board-column" data-column="${status.id}" aria-labelledby="column-${status.id}">
    <h2 class="board-column-title" id="column-${status.id}">
      <span>${status.name}</span><span class="count">${cards.length}<span class="visually-hidden"> work items</span></span>
      ${status.category === 'done' ? html`<span class="done-tick">${icon('check-mark')}</span>` : ''}
    </h2>
    <ul class="card-list">
      ${cards.map((card) => boardCard(card, scene))}
    </ul>
  </section>`;
}

function boardCard(card: IssueCard, { statuses, users }: Scene): Html {
  const targets = statuses.filter((status) => card.dropTargets.includes(status.id) && status.id !== card.status.id);
  return html`<li class="card" data-card="${card.key}" data-targets="${targets.map((target) => target.id).join(' ')}">
    <div class="card-top">
      <a class="card-summary" href="/browse/${card.key}" draggable="false">${card.summary}</a>
      ${targets.length === 0 ? '' : moveMenu(card, targets)}
    </div>
    ${
      card.appFields.length === 0
        ? ''
        : html`<div class="card-fields">
            ${card.appFields.map((field) => html`<span title="${field.name}">${appFieldValue(field.text, users)}</span>`)}
          </div>`
    }
    <div class="card-foot">
      <span class="card-key">${issueTypeIcon(card.type)}<span>${card.key}</span></span>
      <span class="card-assignee" title="${card.assignee?.displayName ?? 'Unassigned'}">
        ${avatar(card.assignee, 24)}<span class="visually-hidden">Assignee: ${card.assignee?.displayName ?? 'Unassigned'}</span>
      </span>
    </div>
  </li>`;
}

function moveMenu(card: IssueCard, targets: readonly StatusCard[]): Html {
  const id = `move-${card.key}`;
  return html`<button
      type="button"
      class="icon-button card-menu-button"
      popovertarget="${id}"
      data-menu-button
      aria-haspopup="menu"
      aria-label="Move ${card.key} to…"
    >
      ${icon('show-more-horizontal')}
    </button>
    <div id="${id}" class="menu" role="menu" popover aria-label="Move ${card.key} to…">
      <div class="menu-heading" role="presentation">Move to…</div>
      ${targets.map((target) => html`<button type="button" class="menu-item" role="menuitem" data-move-to="${target.id}">${target.name}</button>`)}
    </div>`;
}
