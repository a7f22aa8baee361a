import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { extname, join, normalize } from 'node:path';

import { CSPInjectionService, ExternalCspType, type CSPDetails } from '@forge/csp';
import type { Hono } from 'hono';

import { listLocaleFiles } from '../build';
import { CSP_REPORT_PATH, GLOBAL_BRIDGE_PATH } from '../host-api';
import type { AppManifest } from '../runtime/app-manifest';

const CONTENT_TYPES: Record<string, string> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.woff2': 'font/woff2',
  '.ico': 'image/x-icon',
};

/**
 * Serves the app's built front ends as Atlassian's content host does: one folder per resource, every page under the
 * policy @forge/csp generates and with the bridge script first in its head.
 *
 * @param siteHosts hosts the site is reached under, with port.
 */
export function addStaticRoutes(app: Hono, manifest: AppManifest, siteHosts: () => string[]): void {
  const localeFiles = listLocaleFiles(manifest);
  app.get('/:resource/*', async (c) => {
    const resource = manifest.resources.find(({ key }) => key === c.req.param('resource'));
    const path = normalize(decodeURIComponent(c.req.path.slice(1 + (resource?.key.length ?? 0) + 1)));
    if (resource === undefined || path.startsWith('..')) return c.notFound();
    const locale = /^__LOCALES__\/(.+)$/.exec(path)?.[1];
    if (locale !== undefined) {
      const texts = localeFiles.get(locale);
      return texts === undefined ? c.notFound() : c.body(texts, 200, { 'content-type': 'application/json' });
    }
    const content = await readFile(join(resource.folder, path)).catch(() => null);
    if (content === null) return c.notFound();
    const contentType = CONTENT_TYPES[extname(path)] ?? 'application/octet-stream';
    if (extname(path) !== '.html') {
      return c.body(Uint8Array.from(content).buffer, 200, { 'content-type': contentType, 'cache-control': 'no-cache' });
    }
    const html = content.toString('utf8');
    const headers = { 'content-type': contentType, 'content-security-policy': toPolicy(html, siteHosts()), 'cache-control': 'no-store' };
    return c.body(withBridge(html), 200, headers);
  });
}

function withBridge(html: string): string {
  return html.replace(/<head[^>]*>/i, (head) => `${head}<script src="${GLOBAL_BRIDGE_PATH}"></script>`);
}

/** The app's manifest opens nothing beyond the platform's own policy. */
const NOTHING_DECLARED: CSPDetails = {
  [ExternalCspType.IMG_SRC]: [],
  [ExternalCspType.MEDIA_SRC]: [],
  [ExternalCspType.SCRIPT_SRC]: [],
  [ExternalCspType.STYLE_SRC]: [],
  [ExternalCspType.CONNECT_SRC]: [],
  [ExternalCspType.FONT_SRC]: [],
  [ExternalCspType.FRAME_SRC]: [],
};

/** Inline scripts of the page's own file are allowed by their hash, as the platform does when it is deployed. */
function toPolicy(html: string, siteHosts: string[]): string {
  const inline = [...html.matchAll(/<script(?![^>]*\bsrc=)[^>]*>([\s\S]*?)<\/script>/gi)].map(([, code = '']) => code);
  const hashes = inline.map((code) => `'sha256-${createHash('sha256').update(code).digest('base64')}'`);
  const parts = new CSPInjectionService().getInjectableCSP({
    existingCSPDetails: { ...NOTHING_DECLARED, [ExternalCspType.SCRIPT_SRC]: hashes },
    microsEnv: 'prod',
    hostname: siteHosts.join(' '),
    tunnelCSPReporterUri: CSP_REPORT_PATH,
  });
  return parts.join('; ');
}
