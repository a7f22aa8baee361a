import type { Context, Hono } from 'hono';
import { setCookie } from 'hono/cookie';

import { BRIDGE_PATH, SESSION_COOKIE, SESSION_PATH, type BridgeAnswer, type BridgeRequest } from '../host-api';
import type { AppBridge } from '../site/app-bridge';
import type { Site } from '../site';
import { drawAvatar } from './draw-avatar';
import { isForeignOrigin, sessionAccountId } from './request-user';

/** Endpoints of host-api.ts that belong to the back half: session, bridge, avatars. */
export function addHostRoutes(app: Hono, site: Site, bridge: AppBridge): void {
  app.post(SESSION_PATH, async (c) => {
    const { accountId } = (await readObject(c)) as { accountId?: unknown };
    return switchUser(c, site, String(accountId)) ? c.body(null, 204) : c.json({ messages: ['There is no such user.'] }, 404);
  });
  app.get(SESSION_PATH, (c) => {
    const to = c.req.query('to') ?? '/';
    const isHere = to.startsWith('/') && !to.startsWith('//') && !to.includes('\\');
    if (!switchUser(c, site, c.req.query('accountId') ?? '')) return c.text('There is no such user.', 404);
    return c.redirect(isHere ? to : '/');
  });
  app.post(BRIDGE_PATH, async (c) => {
    if (isForeignOrigin(c.req.url, c.req.header('origin')))
      return c.json({ messages: ['This address only answers pages of this site.'] }, 403);
    const request = parseBridgeRequest(await readObject(c));
    if (request === null) return c.json({ messages: ['A bridge call names a token and a command.'] }, 400);
    const answer = await answerBridge(bridge, sessionAccountId(c, site), request);
    return answer === null ? c.json({ messages: ['This frame is no longer open for this user. Reload the page.'] }, 401) : c.json(answer);
  });
  app.get('/_host/avatar/:accountId', (c) => {
    const user = site.findUser(c.req.param('accountId'));
    if (user === null) return c.notFound();
    return c.body(drawAvatar(user.accountId, user.displayName), 200, { 'content-type': 'image/svg+xml', 'cache-control': 'max-age=3600' });
  });
}

/** `null` when the token is not this user's. */
async function answerBridge(
  bridge: AppBridge,
  accountId: string,
  { token, command, payload }: BridgeRequest,
): Promise<BridgeAnswer | null> {
  const context = bridge.findFrameContext(token, accountId);
  if (context === null) return null;
  if (command === 'getContext') return { ok: true, value: context };
  if (command === 'fetchProduct')
    return { ok: true, value: await bridge.requestProduct(accountId, payload as Parameters<AppBridge['requestProduct']>[1]) };
  const { functionKey, payload: given } = (payload ?? {}) as { functionKey?: unknown; payload?: unknown };
  const result = await bridge.invokeFrom(token, accountId, String(functionKey), given);
  if (result === null) return null;
  if (result.ok) return { ok: true, value: result.value };
  return { ok: false, error: { name: 'BridgeAPIError', message: `There was an error invoking the function - ${result.error.message}` } };
}

function parseBridgeRequest(body: object): BridgeRequest | null {
  const { token, command, payload } = body as Partial<BridgeRequest>;
  if (typeof token !== 'string' || (command !== 'getContext' && command !== 'invoke' && command !== 'fetchProduct')) return null;
  return { token, command, ...(payload === undefined ? {} : { payload }) };
}

function switchUser(c: Context, site: Site, accountId: string): boolean {
  if (site.findUser(accountId) === null) return false;
  setCookie(c, SESSION_COOKIE, accountId, { path: '/', httpOnly: true, sameSite: 'Lax' });
  return true;
}

async function readObject(c: Context): Promise<object> {
  const body: unknown = await c.req.json().catch(() => ({}));
  return typeof body === 'object' && body !== null ? body : {};
}
