import { html } from 'hono/html';

import type { FramePlace, ModuleCard, ProjectCard } from '../site';
import { appFrame } from './app-frame';
import { forbiddenPage, notFoundPage } from './error-page';
import type { PageContext } from './layout';
import { renderPage } from './layout';

type Answer = Response | Promise<Response>;

/** An app's page inside a project. A module that has its page elsewhere, as a link by module key alone may ask for, leads there. */
export function projectAppPage(page: PageContext, projectKey: string, moduleKey: string): Answer {
  const { site, user, c } = page;
  const { search } = new URL(c.req.url);
  if (findModule(site.listProjectSettingsPages(user.accountId, projectKey), moduleKey) !== undefined) {
    return c.redirect(`/jira/projects/${projectKey}/settings/apps/${moduleKey}${search}`);
  }
  if (findModule(site.listAdminPages(user.accountId), moduleKey) !== undefined)
    return c.redirect(`/jira/settings/apps/${moduleKey}${search}`);
  if (findModule(site.listGlobalPages(), moduleKey) !== undefined) return c.redirect(`/jira/apps/${moduleKey}${search}`);
  const project = page.site.findProject(page.user.accountId, projectKey);
  const module = findModule(page.site.listProjectPages(page.user.accountId, projectKey), moduleKey);
  if (project === null || module === undefined) return notFoundPage(page);
  return framePage(page, { module, project, place: { kind: 'project', projectKey }, crumbs: `Projects / ${project.name}` });
}

/** An app's page among a project's settings; only for the project's administrators. */
export function projectSettingsAppPage(page: PageContext, projectKey: string, moduleKey: string): Answer {
  const project = page.site.findProject(page.user.accountId, projectKey);
  if (project === null) return notFoundPage(page);
  if (!project.mayAdminister) return forbiddenPage(page, 'administrators of this project');
  const module = findModule(page.site.listProjectSettingsPages(page.user.accountId, projectKey), moduleKey);
  if (module === undefined) return notFoundPage(page);
  return framePage(page, {
    module,
    project,
    place: { kind: 'projectSettings', projectKey },
    crumbs: `Projects / ${project.name} / Project settings`,
  });
}

/** An app's page of the site itself. Jira's own address of it names app and environment instead of the module, of which there is one. */
export function globalAppPage(page: PageContext, moduleKey: string): Answer {
  const module = findModule(page.site.listGlobalPages(), moduleKey);
  if (module === undefined) return notFoundPage(page);
  return framePage(page, { module, project: null, place: { kind: 'global' }, crumbs: 'Apps' });
}

/** An app's page among the site's settings; only for Jira administrators. */
export function adminAppPage(page: PageContext, moduleKey: string): Answer {
  if (findModule(page.site.listGlobalPages(), moduleKey) !== undefined)
    return page.c.redirect(`/jira/apps/${moduleKey}${new URL(page.c.req.url).search}`);
  if (!page.user.isJiraAdmin) return forbiddenPage(page, 'Jira administrators');
  const module = findModule(page.site.listAdminPages(page.user.accountId), moduleKey);
  if (module === undefined) return notFoundPage(page);
  return framePage(page, { module, project: null, place: { kind: 'admin' }, crumbs: 'Settings / Apps' });
}

function findModule(modules: readonly ModuleCard[], moduleKey: string): ModuleCard | undefined {
  return modules.find((module) => module.moduleKey === moduleKey);
}

interface FramedPage {
  readonly module: ModuleCard;
  readonly project: ProjectCard | null;
  readonly place: FramePlace;
  /** Where the page is, in words. */
  readonly crumbs: string;
}

function framePage(page: PageContext, { module, project, place, crumbs }: FramedPage): Answer {
  const frame = page.site.openFrame(page.user.accountId, module.moduleKey, place);
  if (frame === null) return notFoundPage(page);
  return renderPage(page, {
    title: project === null ? module.title : `${module.title}, ${project.name}`,
    kind: 'plain',
    project,
    currentPath: page.c.req.path,
    body: html`<div class="page page-wide page-app">
      <div class="page-app-head">
        <div class="breadcrumbs">${crumbs}</div>
        <h1 class="page-title">${module.title}</h1>
      </div>
      ${appFrame(frame, 'fill')}
    </div>`,
  });
}
