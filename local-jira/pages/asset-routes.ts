import { readFile } from 'node:fs/promises';
import path from 'node:path';

import type { Context, Hono } from 'hono';

import { GLOBAL_BRIDGE_PATH } from '../host-api';
import { brandMark } from './brand-mark';
import { getClientScripts } from './client-scripts';
import { findFontFile, fontSheet } from './fonts';
import { listTokenSheets } from './token-sheets';

const STYLE_FOLDER = path.join(__dirname, 'styles');
const STYLE_FILES = ['base.css', 'frame.css', 'controls.css', 'board.css', 'issue.css', 'pages.css'] as const;

/** Style sheets, script, font and sign of the site's own pages. */
export function addSiteAssetRoutes(app: Hono): void {
  app.get('/_host/assets/tokens.css', async (c) => {
    const sheets = await listTokenSheets();
    return css(c, [fontSheet('/_host/assets/fonts/'), ...sheets.values()].join('\n'));
  });
  app.get('/_host/assets/site.css', async (c) =>
    css(c, (await Promise.all(STYLE_FILES.map((file) => readFile(path.join(STYLE_FOLDER, file), 'utf8')))).join('\n')),
  );
  app.get('/_host/assets/site.js', async (c) => javascript(c, (await getClientScripts()).site));
  app.get('/_host/assets/favicon.svg', async (c) => {
    const svg = (await brandMark()).toString().replace('<svg ', '<svg xmlns="http://www.w3.org/2000/svg" ');
    return c.body(svg, 200, { 'content-type': 'image/svg+xml' });
  });
  app.get('/favicon.ico', (c) => c.redirect('/_host/assets/favicon.svg', 301));
  app.get('/_host/assets/fonts/:name', (c) => font(c, c.req.param('name')));
}

/** Bridge script, token sheets and font that stand in every frame. */
export function addFrameAssetRoutes(app: Hono): void {
  app.get(GLOBAL_BRIDGE_PATH, async (c) => javascript(c, (await getClientScripts()).globalBridge));
  app.get('/__forge__/theme/fonts.css', (c) => css(c, fontSheet('/__forge__/fonts/')));
  app.get('/__forge__/theme/:file', async (c) => {
    const sheet = (await listTokenSheets()).get(c.req.param('file').replace(/\.css$/, ''));
    return sheet === undefined ? c.notFound() : css(c, sheet);
  });
  app.get('/__forge__/fonts/:name', (c) => font(c, c.req.param('name')));
}

function css(c: Context, text: string): Response {
  return c.body(text, 200, { 'content-type': 'text/css; charset=utf-8', 'cache-control': 'no-cache' });
}

function javascript(c: Context, text: string): Response {
  return c.body(text, 200, { 'content-type': 'text/javascript; charset=utf-8', 'cache-control': 'no-cache' });
}

async function font(c: Context, name: string): Promise<Response> {
  const bytes = await findFontFile(name);
  if (bytes === null) return c.notFound();
  return c.body(Uint8Array.from(bytes).buffer, 200, { 'content-type': 'font/woff2', 'cache-control': 'max-age=86400' });
}
