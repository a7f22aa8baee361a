import type { Context, Hono } from 'hono';

import type { MountFrameAssets, MountPages } from '../host-api';
import { adminAppPage, globalAppPage, projectAppPage, projectSettingsAppPage } from './app-pages';
import { addFrameAssetRoutes, addSiteAssetRoutes } from './asset-routes';
import { boardPage } from './board-page';
import { dashboardPage } from './dashboard-page';
import { notFoundPage } from './error-page';
import { homePage } from './home-page';
import { addHostRoutes } from './host-routes';
import { issuePage } from './issue-page';
import { issueSearchPage } from './issue-search-page';
import type { PageContext } from './layout';
import { outboxPage } from './outbox-page';
import { currentUser } from './session';
import { workflowListPage, workflowPage } from './workflow-pages';

/** Adds the site's pages, their assets and the routes their scripts call to the site origin. */
export const mountPages: MountPages = (app, site) => {
  addSiteAssetRoutes(app);
  addHostRoutes(app, site);
  addPageRoutes(app, (c) => ({ c, site, user: currentUser(c, site) }));
};

/** Adds what the platform puts into the app's frames to the static origin. */
export const mountFrameAssets: MountFrameAssets = (app) => {
  addFrameAssetRoutes(app);
};

function addPageRoutes(app: Hono, pageOf: (c: Context) => PageContext): void {
  app.get('/', (c) => homePage(pageOf(c)));
  app.get('/outbox', (c) => outboxPage(pageOf(c)));
  app.get('/issues', (c) => c.redirect(`/issues/${new URL(c.req.url).search}`));
  app.get('/issues/', (c) => issueSearchPage(pageOf(c)));
  app.get('/browse/:issueKey', (c) => issuePage(pageOf(c), c.req.param('issueKey')));
  app.get('/jira/projects/:key', (c) => c.redirect(`/jira/projects/${c.req.param('key')}/board`));
  app.get('/jira/projects/:key/board', (c) => boardPage(pageOf(c), c.req.param('key')));
  app.get('/jira/projects/:key/apps/:moduleKey', (c) => projectAppPage(pageOf(c), c.req.param('key'), c.req.param('moduleKey')));
  app.get('/jira/projects/:key/apps/:moduleKey/*', (c) => projectAppPage(pageOf(c), c.req.param('key'), c.req.param('moduleKey')));
  app.get('/jira/projects/:key/settings/apps/:moduleKey', (c) =>
    projectSettingsAppPage(pageOf(c), c.req.param('key'), c.req.param('moduleKey')),
  );
  app.get('/jira/projects/:key/settings/apps/:moduleKey/*', (c) =>
    projectSettingsAppPage(pageOf(c), c.req.param('key'), c.req.param('moduleKey')),
  );
  app.get('/jira/apps/:moduleKey', (c) => globalAppPage(pageOf(c), c.req.param('moduleKey')));
  app.get('/jira/apps/:moduleKey/*', (c) => globalAppPage(pageOf(c), c.req.param('moduleKey')));
  app.get('/jira/settings/apps/:moduleKey', (c) => adminAppPage(pageOf(c), c.req.param('moduleKey')));
  app.get('/jira/settings/apps/:moduleKey/*', (c) => adminAppPage(pageOf(c), c.req.param('moduleKey')));
  app.get('/jira/dashboards', (c) => dashboardPage(pageOf(c)));
  app.get('/jira/settings/workflows', (c) => workflowListPage(pageOf(c)));
  app.get('/jira/settings/workflows/:id', (c) => workflowPage(pageOf(c), c.req.param('id')));
  app.get('/jira/*', (c) => notFoundPage(pageOf(c)));
}
