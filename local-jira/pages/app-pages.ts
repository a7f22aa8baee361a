import { html } from 'hono/html';

import type { FramePlace, ModuleCard, ProjectCard } from '../site';
import { appFrame } from './app-frame';
import { forbiddenPage, notFoundPage } from './error-page';
import type { PageContext } from './layout';
import { renderPage } from './layout';

type Answer = Response | Promise<Response>;

/** An app's page inside a project. */
export function projectAppPage(page: PageContext, projectKey: string, moduleKey: string): Answer {
  const project = page.site.findProject(page.user.accountId, projectKey);
  const module = findModule(page.site.listProjectPages(page.user.accountId, projectKey), moduleKey);
  if (project === null || module === undefined) return notFoundPage(page);
  return framePage(page, module, project, { kind: 'project', projectKey }, `Projects / ${project.name}`);
}

/** An app's page among a project's settings; only for the project's administrators. */
export function projectSettingsAppPage(page: PageContext, projectKey: string, moduleKey: string): Answer {
  const project = page.site.findProject(page.user.accountId, projectKey);
  if (project === null) return notFoundPage(page);
  if (!project.mayAdminister) return forbiddenPage(page, 'administrators of this project');
  const module = findModule(page.site.listProjectSettingsPages(page.user.accountId, projectKey), moduleKey);
  if (module === undefined) return notFoundPage(page);
  return framePage(page, module, project, { kind: 'projectSettings', projectKey }, `Projects / ${project.name} / Project settings`);
}

/** An app's page among the site's settings; only for Jira administrators. */
export function adminAppPage(page: PageContext, moduleKey: string): Answer {
  if (!page.user.isJiraAdmin) return forbiddenPage(page, 'Jira administrators');
  const module = findModule(page.site.listAdminPages(page.user.accountId), moduleKey);
  if (module === undefined) return notFoundPage(page);
  return framePage(page, module, null, { kind: 'admin' }, 'Settings / Apps');
}

function findModule(modules: readonly ModuleCard[], moduleKey: string): ModuleCard | undefined {
  return modules.find((module) => module.moduleKey === moduleKey);
}

function framePage(page: PageContext, module: ModuleCard, project: ProjectCard | null, place: FramePlace, crumbs: string): Answer {
  const frame = page.site.openFrame(page.user.accountId, module.moduleKey, place);
  if (frame === null) return notFoundPage(page);
  return renderPage(page, {
    title: project === null ? module.title : `${module.title}, ${project.name}`,
    kind: 'plain',
    project,
    currentPath: page.c.req.path,
    body: html`<div class="page page-wide page-app">
      <div class="breadcrumbs">${crumbs}</div>
      <h1 class="page-title">${module.title}</h1>
      ${appFrame(frame, 'fill')}
    </div>`,
  });
}
