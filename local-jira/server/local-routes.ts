import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import type { Context, Hono } from 'hono';

import type { LocalJiraParts } from '../compose';
import { parseFault } from '../remote/fault-list';
import { parseAutomationRule } from '../services/automation/automation-rule';
import { issueNotFound } from '../services/jira/jira-error';
import { cloneIssue } from '../services/jira/operations/clone-issue';
import { asPerson } from '../services/jira/state/caller';
import type { SettingValues } from '../site/site-settings';
import { invokeLocally, parseInvokeRequest } from './invoke-locally';
import { isForeignOrigin } from './request-user';

/**
 * The switchboard of the local Jira under `/_local/`: for tests, scripts and the curious. Answers JSON; a request it
 * cannot understand is answered 400 with `{message}`.
 */
export function addLocalRoutes(app: Hono, parts: LocalJiraParts): void {
  app.use('/_local/*', async (c, next) => {
    if (c.req.method !== 'GET' && isForeignOrigin(c.req.url, c.req.header('origin')))
      return c.json({ message: 'This address does not answer pages of other origins.' }, 403);
    return next();
  });
  app.get('/_local/health', (c) => c.json(toHealth(parts)));
  app.post('/_local/reset', async (c) => {
    await parts.reset();
    return c.json({ ok: true });
  });
  app.get('/_local/idle', async (c) => {
    await parts.events.idle();
    return c.json({ idle: true });
  });
  app.get('/_local/routes', (c) => c.json({ routes: parts.jira.router.list() }));
  app.post('/_local/invoke', (c) => answering(c, async () => invokeLocally(parts, parseInvokeRequest(await c.req.json()))));
  addClockRoutes(app, parts);
  addFaultRoutes(app, parts);
  addRecordRoutes(app, parts);
  addFileRoutes(app, parts);
  addAutomationRoutes(app, parts);
  addAccountRoutes(app, parts);
  app.all('/_local/*', (c) => c.json({ message: `The local Jira does not play ${c.req.method} ${c.req.path}.` }, 501));
}

function addClockRoutes(app: Hono, { clock, settings }: LocalJiraParts): void {
  const show = (c: Context): Response => c.json({ now: clock.now(), ...clock.reading() });
  app.get('/_local/clock', show);
  app.post('/_local/clock', (c) =>
    answering(c, async () => {
      const { advanceMs, freeze, resume } = await c.req.json<{ advanceMs?: unknown; freeze?: string | true; resume?: unknown }>();
      if (freeze !== undefined) clock.freeze(freeze === true ? clock.nowMs() : Date.parse(freeze));
      if (advanceMs !== undefined) clock.advance(Number(advanceMs));
      if (resume === true) clock.resume();
      return show(c);
    }),
  );
  app.get('/_local/settings', (c) => c.json(settings.get()));
  app.put('/_local/settings', (c) => answering(c, async () => c.json(settings.change(await c.req.json<Partial<SettingValues>>()))));
}

function addFaultRoutes(app: Hono, { faults, queryLag }: LocalJiraParts): void {
  const show = (c: Context): Response => c.json({ faults: faults.list(), queryLagMs: queryLag.lagMs });
  app.get('/_local/faults', show);
  app.post('/_local/faults', (c) =>
    answering(c, async () => {
      const body = await c.req.json<{ service?: unknown; queryLagMs?: unknown }>();
      if (body.queryLagMs === undefined) faults.add(parseFault(body));
      else if (body.service === 'kvs' && Number(body.queryLagMs) >= 0) queryLag.lagMs = Number(body.queryLagMs);
      else throw new TypeError('queryLagMs is a number of ms from 0 up, for the service kvs.');
      return show(c);
    }),
  );
  app.delete('/_local/faults', (c) => {
    faults.clear();
    queryLag.lagMs = 0;
    return c.body(null, 204);
  });
}

function addRecordRoutes(app: Hono, { calls }: LocalJiraParts): void {
  app.get('/_local/calls', (c) => c.json({ calls: calls.listCalls() }));
  app.get('/_local/log', (c) => c.json({ lines: calls.listLog() }));
  app.delete('/_local/calls', (c) => {
    calls.clear();
    return c.body(null, 204);
  });
}

/** Rules of the site, their audit log, and *Clone*, which Jira offers on its pages only. */
function addAutomationRoutes(app: Hono, { automation, jira, settings }: LocalJiraParts): void {
  app.get('/_local/automation', (c) => c.json({ rules: automation.list(), runs: automation.listRuns() }));
  app.post('/_local/automation', (c) => answering(c, async () => c.json(automation.add(parseAutomationRule(await c.req.json())), 201)));
  app.delete('/_local/automation/:id', (c) => {
    automation.remove(c.req.param('id'));
    return c.body(null, 204);
  });
  app.post('/_local/clone', (c) =>
    answering(c, async () => {
      const { issueKey, accountId } = await c.req.json<{ issueKey?: unknown; accountId?: unknown }>();
      const caller = asPerson(String(accountId));
      const issue = jira.parts.permissions.findIssue(caller, String(issueKey));
      if (issue === null) throw issueNotFound();
      const { id, key } = cloneIssue(jira.parts, caller, issue, settings.get().clonesAppFields);
      return c.json({ id, key }, 201);
    }),
  );
}

/** Closing an account: Atlassian does that outside of Jira. The person stays known to Jira as inactive, and can do nothing any more. */
function addAccountRoutes(app: Hono, { jira }: LocalJiraParts): void {
  app.post('/_local/accounts', (c) =>
    answering(c, async () => {
      const { accountId, active } = await c.req.json<{ accountId?: unknown; active?: unknown }>();
      const user = jira.parts.state.users.find(String(accountId));
      if (user === null || typeof active !== 'boolean') throw new TypeError('An account that exists and whether it is active are needed.');
      jira.parts.state.users.put(user.accountId, { ...user, active });
      return c.json({ accountId: user.accountId, active });
    }),
  );
}

function addFileRoutes(app: Hono, parts: LocalJiraParts): void {
  app.get('/_local/export', (c) => {
    const folder = mkdtempSync(join(tmpdir(), 'local-jira-'));
    try {
      const file = join(folder, 'export.db');
      parts.database.exportTo(file);
      return c.body(Uint8Array.from(readFileSync(file)).buffer, 200, {
        'content-type': 'application/vnd.sqlite3',
        'content-disposition': 'attachment; filename="local-jira.db"',
      });
    } finally {
      rmSync(folder, { recursive: true, force: true });
    }
  });
  app.post('/_local/import', (c) =>
    answering(c, async () => {
      const folder = mkdtempSync(join(tmpdir(), 'local-jira-'));
      try {
        const file = join(folder, 'import.db');
        writeFileSync(file, Buffer.from(await c.req.arrayBuffer()));
        await parts.importFrom(file);
        return c.json({ ok: true });
      } finally {
        rmSync(folder, { recursive: true, force: true });
      }
    }),
  );
}

function toHealth({ jira }: LocalJiraParts): object {
  const { state } = jira.parts;
  return {
    users: state.listPeople().map(({ accountId, email, displayName, part }) => ({ accountId, email, displayName, part })),
    projects: state.projects.list().map(({ key, id }) => ({ key, id })),
  };
}

async function answering(c: Context, work: () => Promise<Response>): Promise<Response> {
  try {
    return await work();
  } catch (error) {
    return c.json({ message: error instanceof Error ? error.message : String(error) }, 400);
  }
}
