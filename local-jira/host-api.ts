import type { Hono } from 'hono';

import type { Site } from './site';

/**
 * The seam between the back half of the local Jira and its pages.
 *
 * The server serves these endpoints on the site's origin; the host pages post to them on behalf of the frames they
 * hold. The pages in turn are two functions the server calls while it is put together.
 */

/** Cookie that says whom the browser plays; its value is an account id. Absent: `site.defaultUser()`. */
export const SESSION_COOKIE = 'local_jira_user';

/**
 * Switches the user. `POST` with JSON `{accountId}` answers 204; `GET ?accountId=…&to=/path` sets the cookie and
 * redirects to `to`, which must be a path on this site. Unknown account: 404.
 */
export const SESSION_PATH = '/_host/session';

/** Where a host page sends what a frame asked of the platform: `POST` with JSON {@link BridgeRequest}. */
export const BRIDGE_PATH = '/_host/bridge';

/** Blocked loads the browser reports under the frame's policy: `GET` lists them as JSON, `DELETE` clears. */
export const CSP_REPORT_PATH = '/__csp_report';

/** First script of every frame, served by {@link MountFrameAssets} on the static origin; it defines `globalThis.__bridge`. */
export const GLOBAL_BRIDGE_PATH = '/__forge__/global-bridge.js';

/** Served file of an attachment's content, on the site's origin. */
export const ATTACHMENT_PATH = '/rest/api/3/attachment/content';

/**
 * Commands the server answers. Everything else the bridge can ask for (theming, navigation, flags, modals, resize)
 * is the host page's own business.
 *
 * - `getContext`: no payload; the value is the frame's context.
 * - `invoke`: `{functionKey, payload}`; the value is what the resolver returned.
 * - `fetchProduct`: `{product: 'jira', restPath, fetchRequestInit: {method, headers: [name, value][], body}}`, asked as
 *   the frame's user; the value is {@link ProductResponse}.
 */
export type BridgeCommand = 'getContext' | 'invoke' | 'fetchProduct';

/** `token` comes from `site.openFrame`; the frame's user must be the user of the session cookie. */
export interface BridgeRequest {
  token: string;
  command: BridgeCommand;
  payload?: unknown;
}

/** HTTP is 200 for both; 401 for an unknown token or another user's, 400 for a malformed request. */
export type BridgeAnswer = { ok: true; value: unknown } | { ok: false; error: { name: string; message: string } };

/** What `fetchProduct` of @forge/bridge 7.2.0 expects back; `body` is base64 when `isAttachment`. */
export interface ProductResponse {
  body: string;
  headers: Record<string, string>;
  status: number;
  statusText: string;
  isAttachment: boolean;
}

/** Adds the site's HTML pages and their own assets to the site origin. Exported by `pages/mount-pages.ts` as `mountPages`. */
export type MountPages = (app: Hono, site: Site) => void;

/**
 * Adds what the platform puts into frames (under `/__forge__/`: the bridge script, theme stylesheets, fonts) to the
 * static origin. Exported by `pages/mount-pages.ts` as `mountFrameAssets`.
 */
export type MountFrameAssets = (app: Hono, site: Site) => void;
