import { html } from 'hono/html';

import type { ProjectCard, Site, UserCard } from '../site';
import type { Html } from './html';
import { icon } from './icon';

/** The navigation on the left: home, projects with the pages of the open one, and settings where the person may go. */
export function sidebar(site: Site, user: UserCard, openProject: ProjectCard | null, currentPath: string): Html {
  const workflows = site.listWorkflows(user.accountId);
  const adminPages = site.listAdminPages(user.accountId);
  return html`<nav id="sidebar" class="sidebar" aria-label="Site">
    <ul class="nav-list">
      ${navLink('/', 'For you', icon('home'), currentPath)} ${navLink('/issues/', 'Search', icon('search'), currentPath)}
      ${navLink('/outbox', 'Outbox', icon('email'), currentPath)}
      ${site.listGadgetModules().length === 0 ? '' : navLink('/jira/dashboards', 'Gadgets', icon('dashboard'), currentPath)}
      ${site.listGlobalPages().map((page) => navLink(`/jira/apps/${page.moduleKey}`, page.title, icon('apps'), currentPath))}
    </ul>
    ${projectNavigation(site, user, openProject, currentPath)}
    ${
      workflows.length === 0 && adminPages.length === 0
        ? ''
        : html`<h2 class="nav-heading">Settings</h2>
            <ul class="nav-list">
              ${workflows.length === 0 ? '' : navLink('/jira/settings/workflows', 'Workflows', icon('transition'), currentPath)}
              ${adminPages.map((page) => navLink(`/jira/settings/apps/${page.moduleKey}`, page.title, icon('apps'), currentPath))}
            </ul>`
    }
  </nav>`;
}

function projectNavigation(site: Site, user: UserCard, openProject: ProjectCard | null, currentPath: string): Html {
  const projects = site.listProjects(user.accountId);
  if (projects.length === 0) return html``;
  const entries = projects.map((project) => {
    if (project.key === openProject?.key) return openEntry(site, user, project, currentPath);
    return navLink(`/jira/projects/${project.key}/board`, project.name, projectIcon(project), currentPath);
  });
  return html`<h2 class="nav-heading">Projects</h2>
    <ul class="nav-list">
      ${entries}
    </ul>`;
}

/** The open project with its pages below it. */
function openEntry(site: Site, user: UserCard, project: ProjectCard, currentPath: string): Html {
  const base = `/jira/projects/${project.key}`;
  return html`<li>
    <a class="nav-link nav-open" href="${base}/board">${projectIcon(project)}<span>${project.name}</span></a>
    <ul class="nav-list nav-children">
      ${navLink(`${base}/board`, 'Board', icon('board'), currentPath)}
      ${site.listProjectPages(user.accountId, project.key).map((page) => navLink(`${base}/apps/${page.moduleKey}`, page.title, icon('app'), currentPath))}
      ${site
        .listProjectSettingsPages(user.accountId, project.key)
        .map((page) =>
          navLink(`${base}/settings/apps/${page.moduleKey}`, `Project settings: ${page.title}`, icon('settings'), currentPath),
        )}
    </ul>
  </li>`;
}

/** A project's square sign: its first letter on a colour that follows from its id. */
export function projectIcon(project: ProjectCard): Html {
  const hue = project.id.charCodeAt(project.id.length - 1) % 4;
  return html`<span class="project-icon project-icon-${hue}" aria-hidden="true">${project.name.slice(0, 1)}</span>`;
}

function navLink(path: string, name: string, sign: Html, currentPath: string): Html {
  const current = path === currentPath ? html` aria-current="page"` : '';
  return html`<li>
    <a class="nav-link" href="${path}" ${current}>${sign}<span>${name}</span></a>
  </li>`;
}
