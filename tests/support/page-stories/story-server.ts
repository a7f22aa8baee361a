import { readFile } from 'node:fs/promises';
import type { AddressInfo } from 'node:net';
import { extname, join } from 'node:path';
import { serve } from '@hono/node-server';
import english from '../../../src/contract/locales/en-US.json';
import { findFontFile, fontSheet } from '../../../local-jira/pages/fonts';
import { listTokenSheets } from '../../../local-jira/pages/token-sheets';

const MEDIA_TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html',
  '.js': 'text/javascript',
  '.css': 'text/css',
  '.json': 'application/json',
  '.svg': 'image/svg+xml',
  '.woff2': 'font/woff2',
};
const POLICY = "default-src 'self'; script-src 'self'; style-src 'self'; img-src 'self' data: blob:; font-src 'self'; connect-src 'self'";

/**
 * Serves the built front end in `buildDir` with the policy that Jira gives a frame. Nothing of it changes while tests run, so the browser
 * reads and compiles each script once for all stories. The server does not keep the process alive.
 *
 * @returns Its origin.
 */
export async function serveStories(buildDir: string): Promise<string> {
  const respond = async ({ url }: Request): Promise<Response> => {
    const path = new URL(url).pathname;
    // Browsers ask for it by themselves, and tell when it is not there.
    if (path === '/favicon.ico') return new Response(null, { status: 204 });
    const body = await fileAt(buildDir, path);
    if (body === null) return new Response(null, { status: 404 });
    return new Response(typeof body === 'string' ? body : new Uint8Array(body), {
      headers: {
        'content-type': MEDIA_TYPES[extname(path)] ?? 'application/octet-stream',
        'content-security-policy': POLICY,
        'cache-control': 'max-age=86400, immutable',
      },
    });
  };
  return new Promise((resolve) => {
    const server = serve({ fetch: respond, port: 0, hostname: '127.0.0.1' }, ({ port }: AddressInfo) =>
      resolve(`http://127.0.0.1:${String(port)}`),
    );
    server.unref();
  });
}

async function fileAt(buildDir: string, path: string): Promise<Buffer | string | null> {
  if (path === '/__LOCALES__/i18n-info.json') return JSON.stringify({ config: { locales: ['en-US'], fallback: { default: 'en-US' } } });
  if (path === '/__LOCALES__/en-US.json') return JSON.stringify(english);
  if (path === '/theme/fonts.css') return fontSheet('/theme/fonts/');
  if (path.startsWith('/theme/fonts/')) return Buffer.from((await findFontFile(path.slice('/theme/fonts/'.length))) ?? '');
  if (path.startsWith('/theme/')) return (await listTokenSheets()).get(path.slice('/theme/'.length, -'.css'.length)) ?? null;
  return readFile(join(buildDir, path)).catch(() => null);
}
