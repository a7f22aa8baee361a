import type { Hono } from 'hono';

import type { JiraService } from '../services/jira/jira-service';
import { asPerson } from '../services/jira/state/caller';
import type { Site } from '../site';
import { findRestUser } from './request-user';

/** Jira's REST API for outside clients and the site's own pages. */
export function addRestRoutes(app: Hono, jira: JiraService, site: Site): void {
  app.all('/rest/*', async (c) => {
    const user = findRestUser(c, jira.parts.state, site);
    if (user === null) {
      const message = 'Client must be authenticated to access this resource.';
      return c.json({ errorMessages: [message], errors: {} }, 401, { 'www-authenticate': 'Basic realm="Local Jira"' });
    }
    const { pathname, search } = new URL(c.req.url);
    const hasBody = c.req.method !== 'GET' && c.req.method !== 'HEAD';
    const rawBody = hasBody ? new Uint8Array(await c.req.arrayBuffer()) : null;
    const contentType = c.req.header('content-type') ?? '';
    const { status, body, binary } = await jira.request(asPerson(user.accountId), {
      method: c.req.method,
      target: pathname + search,
      rawBody,
      contentType,
    });
    if (binary !== undefined) {
      return new Response(Buffer.from(binary.content), {
        status,
        headers: { 'content-type': binary.contentType, 'content-security-policy': 'sandbox' },
      });
    }
    return body === undefined ? new Response(null, { status }) : Response.json(body, { status });
  });
}
