import { html } from 'hono/html';

import type { StatusCard, WorkflowRuleView, WorkflowTransitionView, WorkflowView } from '../site';
import { forbiddenPage, notFoundPage } from './error-page';
import type { Html } from './html';
import { icon } from './icon';
import type { PageContext } from './layout';
import { renderPage } from './layout';
import { statusLozenge } from './lozenge';
import { STYLE_NAMES } from './style-names';

type Answer = Response | Promise<Response>;

const EDITORS = 'Jira administrators, and the administrators of a team-managed project for its own workflow,';

/** The workflows this person may open. */
export function workflowListPage(page: PageContext): Answer {
  const workflows = page.site.listWorkflows(page.user.accountId);
  if (workflows.length === 0) return forbiddenPage(page, EDITORS);
  return renderPage(page, {
    title: 'Workflows',
    kind: 'plain',
    project: null,
    currentPath: '/jira/settings/workflows',
    body: html`<div class="page page-narrow">
      <div class="breadcrumbs">Settings</div>
      <h1 class="page-title">Workflows</h1>
      <div class="table-scroll" tabindex="0" role="region" aria-label="Workflows">
        <table class="table">
          <thead>
            <tr>
              <th scope="col">Name</th>
              <th scope="col">Kind</th>
              <th scope="col">Used by</th>
            </tr>
          </thead>
          <tbody>
            ${workflows.map(
              (workflow) =>
                html`<tr>
                  <td><a href="/jira/settings/workflows/${encodeURIComponent(workflow.id)}">${workflow.name}</a></td>
                  <td>${STYLE_NAMES[workflow.style]}</td>
                  <td>
                    ${workflow.projectKeys.length === 0 ? html`<span class="subtle">No project</span>` : workflow.projectKeys.join(', ')}
                  </td>
                </tr>`,
            )}
          </tbody>
        </table>
      </div>
    </div>`,
  });
}

/** One workflow: its transitions and the rules on each, which its editors add, change and remove. */
export function workflowPage(page: PageContext, workflowId: string): Answer {
  if (page.site.listWorkflows(page.user.accountId).length === 0) return forbiddenPage(page, EDITORS);
  const workflow = page.site.findWorkflow(page.user.accountId, workflowId);
  if (workflow === null) return notFoundPage(page);
  const projectKey = workflow.style === 'team-managed' ? workflow.projectKeys[0] : undefined;
  return renderPage(page, {
    title: workflow.name,
    kind: 'workflow',
    project: projectKey === undefined ? null : page.site.findProject(page.user.accountId, projectKey),
    currentPath: '/jira/settings/workflows',
    body: html`<div class="page page-narrow" data-workflow="${workflow.id}">
      <nav class="breadcrumbs" aria-label="Breadcrumbs">Settings / <a href="/jira/settings/workflows">Workflows</a></nav>
      <h1 class="page-title">${workflow.name}</h1>
      <p class="subtle">
        ${STYLE_NAMES[workflow.style]}${workflow.projectKeys.length === 0 ? '' : `, used by ${workflow.projectKeys.join(', ')}`}
      </p>
      ${workflow.mayEdit ? '' : html`<p class="notice">${icon('lock-locked')}<span>You can look at this workflow. Only ${workflow.style === 'company-managed' ? 'Jira administrators' : 'administrators of this project'} can change it.</span></p>`}
      <section aria-labelledby="statuses-title">
        <h2 class="section-title" id="statuses-title">Statuses</h2>
        <div class="status-strip">${workflow.statuses.map(statusLozenge)}</div>
      </section>
      <section aria-labelledby="transitions-title">
        <h2 class="section-title" id="transitions-title">Transitions</h2>
        <ul class="transition-list" data-live="transitions">
          ${workflow.transitions.map((transition) => transitionEntry(workflow, transition))}
        </ul>
      </section>
    </div>`,
  });
}

function transitionEntry(workflow: WorkflowView, transition: WorkflowTransitionView): Html {
  const titleId = `transition-${transition.id}`;
  return html`<li class="transition" aria-labelledby="${titleId}">
    <div class="transition-head">
      <h3 class="transition-name" id="${titleId}">${transition.name}</h3>
      <span class="transition-route"
        >${fromText(transition.from)}<span aria-hidden="true">→</span
        ><span class="visually-hidden">to</span>${statusLozenge(transition.to)}</span
      >
    </div>
    ${
      transition.rules.length === 0
        ? html`<p class="subtle transition-empty">No rules.</p>`
        : html`<ul class="rule-list">
            ${transition.rules.map((rule) => ruleEntry(workflow, transition, rule))}
          </ul>`
    }
    ${
      workflow.mayEdit && transition.from !== null
        ? html`<div class="transition-actions">
            ${workflow.validators.map(
              (validator) =>
                html`<button
                  type="button"
                  class="button button-subtle"
                  data-rule-add="${validator.moduleKey}"
                  data-transition-id="${transition.id}"
                  data-rule-name="${validator.name}"
                  title="${validator.description}"
                  aria-label="Add rule ${validator.name} to ${transition.name}"
                >
                  ${icon('add')}<span>Add rule: ${validator.name}</span>
                </button>`,
            )}
          </div>`
        : ''
    }
  </li>`;
}

function ruleEntry(workflow: WorkflowView, transition: WorkflowTransitionView, rule: WorkflowRuleView): Html {
  return html`<li
    class="rule"
    data-rule="${rule.ruleId}"
    data-module-key="${rule.moduleKey}"
    data-transition-id="${transition.id}"
    data-rule-name="${rule.name}"
  >
    <span class="rule-sign" aria-hidden="true">${icon('check-circle')}</span>
    <span class="rule-text"
      ><span class="strong">${rule.name}</span>${rule.disabled ? html` <span class="lozenge lozenge-neutral">Disabled</span>` : ''}<span
        class="rule-description"
        >${rule.description}</span
      ></span
    >
    <span class="rule-actions">
      <button type="button" class="icon-button" data-rule-view aria-label="View rule ${rule.name} on ${transition.name}" title="View">
        ${icon('eye-open')}
      </button>
      ${
        workflow.mayEdit
          ? html`<button
                type="button"
                class="icon-button"
                data-rule-edit
                aria-label="Edit rule ${rule.name} on ${transition.name}"
                title="Edit"
              >
                ${icon('edit')}
              </button>
              <button
                type="button"
                class="icon-button"
                data-rule-remove
                aria-label="Remove rule ${rule.name} from ${transition.name}"
                title="Remove"
              >
                ${icon('delete')}
              </button>`
          : ''
      }
    </span>
  </li>`;
}

function fromText(from: readonly StatusCard[] | null): Html {
  if (from === null) return html`<span class="subtle">Create</span>`;
  if (from.length === 0) return html`<span class="lozenge lozenge-neutral">Any status</span>`;
  return html`${from.map(statusLozenge)}`;
}
