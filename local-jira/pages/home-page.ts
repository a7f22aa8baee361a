import { html } from 'hono/html';

import { SESSION_PATH } from '../host-api';
import type { DemoProgress, Site, UserCard, UserPart } from '../site';
import { findDemoWalk } from './demo-walk';
import type { Html } from './html';
import { icon } from './icon';
import type { PageContext } from './layout';
import { renderPage } from './layout';
import { projectIcon } from './sidebar';
import { STYLE_NAMES } from './style-names';
import { partName } from './top-bar';

/** The site's home: the guide through the demo, then the projects this person sees. */
export function homePage(page: PageContext): Response | Promise<Response> {
  const { site, user } = page;
  const projects = site.listProjects(user.accountId);
  return renderPage(page, {
    title: 'For you',
    kind: 'plain',
    project: null,
    currentPath: '/',
    body: html`<div class="page page-narrow">
      <h1 class="page-title">For you</h1>
      ${guide(site)}
      <section aria-labelledby="projects-title">
        <h2 id="projects-title" class="section-title">Projects</h2>
        ${projects.length === 0 ? html`<p class="subtle">${user.displayName} sees no project.</p>` : ''}
        <ul class="project-tiles">
          ${projects.map(
            (project) =>
              html`<li class="project-tile">
                ${projectIcon(project)}
                <span class="project-tile-text">
                  <a class="project-tile-name" href="/jira/projects/${project.key}/board">${project.name}</a>
                  <span class="subtle">${project.key}, ${STYLE_NAMES[project.style]}</span>
                </span>
              </li>`,
          )}
        </ul>
      </section>
    </div>`,
  });
}

interface Step {
  readonly done: keyof DemoProgress;
  readonly part: UserPart;
  readonly title: string;
  readonly text: string;
  readonly path: string;
}

function guide(site: Site): Html {
  const walk = findDemoWalk(site);
  if (walk === null) return html``;
  const progress = site.demoProgress();
  const steps: Step[] = [
    {
      done: 'blocked',
      part: 'sender',
      title: `Try to move ${walk.issueKey}`,
      text: `Drag ${walk.issueKey} one column to the right. Jira refuses and says what is missing.`,
      path: `/jira/projects/${walk.projectKey}/board`,
    },
    {
      done: 'handedOff',
      part: 'sender',
      title: 'Fill what is missing and hand off',
      text: 'Open Handoff on the right side of the work item. Two things are missing.',
      path: walk.issuePath,
    },
    {
      done: 'accepted',
      part: 'receiver',
      title: 'Accept it',
      text: `The receiver opens ${walk.issueKey} under Waiting for me, reads, and accepts.`,
      path: walk.projectPagePath,
    },
    {
      done: 'rated',
      part: 'receiver',
      title: 'Rate it',
      text: `Under To rate, one tap says how complete ${walk.issueKey} was.`,
      path: walk.projectPagePath,
    },
  ];
  const doneCount = steps.filter((step) => progress[step.done]).length;
  const next = steps.find((step) => !progress[step.done]);
  return html`<section class="guide" aria-labelledby="guide-title" data-live="guide">
    <div class="guide-head">
      <h2 id="guide-title" class="section-title">Try it in two minutes</h2>
      <span class="subtle">${doneCount} of ${steps.length} done</span>
    </div>
    <ol class="guide-steps">
      ${steps.map((step, index) => guideStep(site, step, { number: index + 1, isDone: progress[step.done], isNext: step === next }))}
    </ol>
    ${next === undefined ? html`<p class="guide-end">That is the whole loop. The team lead sees it under ${personLink(site, 'lead', walk.projectPagePath, 'Handoffs')}.</p>` : ''}
  </section>`;
}

interface StepState {
  readonly number: number;
  readonly isDone: boolean;
  /** The first step that is not done: it stands out. */
  readonly isNext: boolean;
}

function guideStep(site: Site, step: Step, { number, isDone, isNext }: StepState): Html {
  const person = findPerson(site, step.part);
  const sign = isDone
    ? html`<span class="guide-tick" role="img" aria-label="Done">${icon('check-mark')}</span>`
    : html`<span class="guide-number" aria-hidden="true">${number}</span>`;
  return html`<li class="guide-step${isDone ? ' is-done' : ''}${isNext ? ' is-next' : ''}">
    ${sign}
    <div class="guide-step-text">
      <a class="guide-link" href="${switchPath(person, step.path)}">${step.title}</a>
      <span class="subtle">${step.text}</span>
    </div>
    <span class="guide-person subtle">as ${person.displayName}, ${partName(person.part).toLowerCase()}</span>
  </li>`;
}

function personLink(site: Site, part: UserPart, path: string, text: string): Html {
  return html`<a href="${switchPath(findPerson(site, part), path)}">${text}</a>`;
}

function findPerson(site: Site, part: UserPart): UserCard {
  return site.listUsers().find((user) => user.part === part) ?? site.defaultUser();
}

/** A link that makes the browser play a person and then goes to a page. */
function switchPath(person: UserCard, to: string): string {
  return `${SESSION_PATH}?accountId=${encodeURIComponent(person.accountId)}&to=${encodeURIComponent(to)}`;
}
