import type { Context, Hono } from 'hono';

import type { FramePlace, Outcome, Site } from '../site';
import { currentUser } from './session';

/**
 * What the pages' scripts ask the site to do, as the user of the session. An answer is 200 with `{ok: true}`, or with
 * `{ok: false, status, messages}` where Jira refuses: a refusal is an answer people read, not a failed request.
 */
export function addHostRoutes(app: Hono, site: Site): void {
  app.use('/_host/*', async (c, next) => {
    // The app's frame is another origin on the same site: it gets the cookie, but it must not act through these routes.
    const origin = c.req.header('origin');
    if (c.req.method !== 'GET' && origin !== undefined && origin !== new URL(c.req.url).origin && origin !== site.siteUrl) {
      return c.json({ messages: ['This address only answers pages of this site.'] }, 403);
    }
    return next();
  });
  addIssueRoutes(app, site);
  addWorkflowRoutes(app, site);
  addGadgetRoutes(app, site);

  app.post('/_host/frames', async (c) => {
    const body = await readObject(c);
    const place = parseRulePlace(body['place']);
    const moduleKey = body['moduleKey'];
    if (place === null || typeof moduleKey !== 'string') return c.json({ messages: ['Unknown place for a frame.'] }, 400);
    const frame = site.openFrame(currentUser(c, site).accountId, moduleKey, place);
    return frame === null
      ? c.json({ messages: ['This page cannot be opened.'] }, 403)
      : c.json({ token: frame.token, src: frame.src, title: frame.title });
  });

  app.post('/_host/unknown-command', async (c) => {
    const body = await readObject(c);
    console.error(`The app called a bridge command the local Jira does not know: ${textOf(body['command'])}`);
    return c.body(null, 204);
  });
}

function addIssueRoutes(app: Hono, site: Site): void {
  app.get('/_host/issues/:key/stamp', (c) => {
    const issue = site.findIssue(currentUser(c, site).accountId, c.req.param('key'));
    return issue === null
      ? c.json({ messages: ['Not found.'] }, 404)
      : c.json({ id: issue.id, projectId: issue.project.id, updated: issue.updated });
  });
  app.get('/_host/issues/:key/assignable', (c) => c.json(site.listAssignable(currentUser(c, site).accountId, c.req.param('key'))));
  app.post('/_host/issues/:key/transitions', async (c) => {
    const body = await readObject(c);
    const fields = isRecord(body['fields']) ? body['fields'] : {};
    return answer(c, await site.moveIssue(currentUser(c, site).accountId, c.req.param('key'), textOf(body['transitionId']), fields));
  });
  app.post('/_host/issues/:key/drop', async (c) => {
    const body = await readObject(c);
    return answer(c, await site.dropIssue(currentUser(c, site).accountId, c.req.param('key'), textOf(body['statusId'])));
  });
  app.post('/_host/issues/:key/assignee', async (c) => {
    const { accountId } = await readObject(c);
    return answer(
      c,
      await site.assignIssue(currentUser(c, site).accountId, c.req.param('key'), typeof accountId === 'string' ? accountId : null),
    );
  });
  app.post('/_host/issues/:key/comments', async (c) => {
    const body = await readObject(c);
    return answer(c, await site.addComment(currentUser(c, site).accountId, c.req.param('key'), textOf(body['text'])));
  });
  app.post('/_host/issues/:key/attachments', async (c) => {
    const file = (await c.req.parseBody())['file'];
    if (!(file instanceof File)) return c.json({ messages: ['Choose a file.'] }, 400);
    const content = new Uint8Array(await file.arrayBuffer());
    const mimeType = file.type === '' ? 'application/octet-stream' : file.type;
    return answer(
      c,
      await site.addAttachment(currentUser(c, site).accountId, c.req.param('key'), { filename: file.name, mimeType, content }),
    );
  });
  app.post('/_host/issues/:key/panels/:moduleKey', async (c) =>
    answer(c, await site.pressPanel(currentUser(c, site).accountId, c.req.param('key'), c.req.param('moduleKey'))),
  );
  app.post('/_host/projects/:key/panels/:moduleKey', async (c) => {
    const body = await readObject(c);
    return answer(
      c,
      await site.pinPanel(currentUser(c, site).accountId, c.req.param('key'), c.req.param('moduleKey'), body['pinned'] === true),
    );
  });
}

function addWorkflowRoutes(app: Hono, site: Site): void {
  app.post('/_host/workflows/:id/rules', async (c) => {
    const { transitionId, moduleKey, configuration } = await readObject(c);
    return answer(
      c,
      await site.addRule(currentUser(c, site).accountId, c.req.param('id'), textOf(transitionId), {
        moduleKey: textOf(moduleKey),
        configuration: textOf(configuration),
      }),
    );
  });
  app.put('/_host/workflows/:id/rules/:ruleId', async (c) => {
    const { configuration } = await readObject(c);
    return answer(c, await site.editRule(currentUser(c, site).accountId, c.req.param('id'), c.req.param('ruleId'), textOf(configuration)));
  });
  app.delete('/_host/workflows/:id/rules/:ruleId', async (c) =>
    answer(c, await site.removeRule(currentUser(c, site).accountId, c.req.param('id'), c.req.param('ruleId'))),
  );
}

function addGadgetRoutes(app: Hono, site: Site): void {
  app.post('/_host/gadgets', async (c) => {
    const { moduleKey } = await readObject(c);
    const added = await site.addGadget(currentUser(c, site).accountId, textOf(moduleKey));
    return added.ok ? c.json({ ok: true, gadgetId: added.gadgetId }) : answer(c, added);
  });
  app.put('/_host/gadgets/:id', async (c) => {
    const { configuration } = await readObject(c);
    return answer(
      c,
      await site.configureGadget(currentUser(c, site).accountId, c.req.param('id'), isRecord(configuration) ? configuration : {}),
    );
  });
  app.delete('/_host/gadgets/:id', async (c) => answer(c, await site.removeGadget(currentUser(c, site).accountId, c.req.param('id'))));
}

function answer(c: Context, outcome: Outcome): Response {
  return c.json(outcome.ok ? { ok: true } : { ok: false, status: outcome.status, messages: outcome.messages });
}

async function readObject(c: Context): Promise<Record<string, unknown>> {
  const body: unknown = await c.req.json().catch(() => null);
  return isRecord(body) ? body : {};
}

function textOf(value: unknown): string {
  return typeof value === 'string' ? value : '';
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function parseRulePlace(value: unknown): FramePlace | null {
  if (!isRecord(value)) return null;
  const { workflowId, transitionId, page, ruleId } = value;
  if (typeof workflowId !== 'string' || typeof transitionId !== 'string') return null;
  if (page !== 'create' && page !== 'edit' && page !== 'view') return null;
  return { kind: 'rule', workflowId, transitionId, page, ...(typeof ruleId === 'string' ? { ruleId } : {}) };
}
