import { mkdirSync, rmSync } from 'node:fs';
import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';

import { serve, type ServerType } from '@hono/node-server';
import { Hono } from 'hono';

import { buildApp, OWN_APP, type BuildPlan } from './build';
import { composeLocalJira, type LocalJiraParts } from './compose';
import { DEMO_STEPS } from './demo/demo-steps';
import { prepareDemo } from './demo/prepare-demo';
import { mountFrameAssets, mountPages } from './pages/mount-pages';
import { readAppManifest } from './runtime/app-manifest';
import { CspReports } from './server/csp-reports';
import { addHostRoutes } from './server/host-routes';
import { addLocalRoutes } from './server/local-routes';
import { addRestRoutes } from './server/rest-routes';
import { addStaticRoutes } from './server/static-routes';
import type { Site } from './site';

/** How to start a local Jira. */
export interface StartOptions {
  /** 0 lets the system choose; the static origin gets the next one when it is free. */
  port: number;
  /** Holds the site's one file; made when missing. */
  dataFolder: string;
  /** Starts over with the demo data even if the folder has a state. */
  reset?: boolean;
  /** Which app runs; this project's own by default, and only that one has a history in the demo. */
  plan?: BuildPlan;
  /** Hears of slow steps. */
  say?: (line: string) => void;
}

/** A running local Jira. */
export interface RunningLocalJira {
  url: string;
  staticUrl: string;
  site: Site;
  close: () => Promise<void>;
}

/** Only this machine can reach it. */
const LOOPBACK = '127.0.0.1';

/**
 * Builds what is stale, opens the site's state (or makes the demo) and serves both origins.
 *
 * @throws {Error} with `code` `EADDRINUSE` when the port is taken, or with the builder's words.
 */
export async function startLocalJira(options: StartOptions): Promise<RunningLocalJira> {
  const plan = options.plan ?? OWN_APP;
  const say = options.say ?? (() => undefined);
  const built = await buildApp(plan, say);
  const databaseFile = join(options.dataFolder, 'site.db');
  mkdirSync(options.dataFolder, { recursive: true });
  if (options.reset === true) for (const ending of ['', '-wal', '-shm']) rmSync(databaseFile + ending, { force: true });

  const urls = { siteUrl: '', staticUrl: '' };
  let isReady = false;
  const manifest = readAppManifest(plan.appFolder);
  const parts = composeLocalJira({ databaseFile, manifest, ...built, urls: () => urls });
  const servers: ServerType[] = [];
  const close = async (): Promise<void> => {
    await Promise.all(servers.map(stopServer));
    await parts.close();
  };
  try {
    const apps = makeApps(
      parts,
      () => isReady,
      () => [LOOPBACK, 'localhost'].map((host) => `${host}:${new URL(urls.siteUrl).port}`),
    );
    const siteServer = await listen(apps.site, options.port);
    servers.push(siteServer);
    const port = portOf(siteServer);
    const staticServer = await listen(apps.static, options.port === 0 ? 0 : port + 1).catch(() => listen(apps.static, 0));
    servers.push(staticServer);
    urls.siteUrl = `http://${LOOPBACK}:${port}`;
    urls.staticUrl = `http://${LOOPBACK}:${portOf(staticServer)}`;
    const steps = plan === OWN_APP ? DEMO_STEPS : [];
    await prepareDemo(parts, { steps, snapshotFolder: join(plan.buildFolder, 'demo-snapshot'), backendHash: built.backendHash, say });
    parts.events.start(parts.runtime);
    isReady = true;
  } catch (error) {
    await close();
    throw error;
  }
  return { url: urls.siteUrl, staticUrl: urls.staticUrl, site: parts.site, close };
}

function makeApps(parts: LocalJiraParts, isReady: () => boolean, siteHosts: () => string[]): { site: Hono; static: Hono } {
  const reports = new CspReports();
  const site = new Hono();
  // The ports are known before the demo is set up; nobody should meet it half done.
  site.use('*', async (c, next) => (isReady() ? next() : c.json({ message: 'The local Jira is starting.' }, 503, { 'retry-after': '1' })));
  addLocalRoutes(site, parts);
  addRestRoutes(site, parts.jira, parts.site);
  addHostRoutes(site, parts.site, parts.bridge);
  reports.addRoutes(site);
  mountPages(site, parts.site);
  const frames = new Hono();
  reports.addRoutes(frames);
  mountFrameAssets(frames, parts.site);
  addStaticRoutes(frames, parts.manifest, siteHosts);
  return { site, static: frames };
}

function listen(app: Hono, port: number): Promise<ServerType> {
  return new Promise((resolve, reject) => {
    const server = serve({ fetch: app.fetch, port, hostname: LOOPBACK }, () => resolve(server));
    server.once('error', reject);
  });
}

function portOf(server: ServerType): number {
  return (server.address() as AddressInfo).port;
}

/** Ends keep-alive connections too, so closing does not wait for a browser. */
function stopServer(server: ServerType): Promise<void> {
  return new Promise((resolve) => {
    server.close(() => resolve());
    (server as Server).closeAllConnections();
  });
}
