import { build } from 'esbuild';
import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { gzipSync } from 'node:zlib';

/** Most bytes a surface may load first, gzip -9, by kind. */
export interface SizeBudget {
  readonly js: number;
  readonly css: number;
}

const KILOBYTE = 1_000;
const PANEL: SizeBudget = { js: 180 * KILOBYTE, css: 20 * KILOBYTE };
const PAGE: SizeBudget = { js: 235 * KILOBYTE, css: 22 * KILOBYTE };

/** What each surface may load first (design.md 5). */
export const SURFACE_BUDGETS: readonly (readonly [surface: string, budget: SizeBudget])[] = [
  ['handoff', PANEL],
  ['project', PAGE],
  ['playbook', PAGE],
  ['gadget', PAGE],
  ['gadget-edit', PAGE],
  ['settings', PAGE],
  ['rule-create', PAGE],
  ['rule-edit', PAGE],
  ['rule-view', PAGE],
  ['get-started', PAGE],
];

/** How much larger than an empty app with the same Forge packages the backend may be. */
export const MAX_BACKEND_RATIO = 3;

/** An app that imports what ours imports of Forge and does nothing. */
const EMPTY_APP = `
  export { default as api, route, privacy } from '@forge/api';
  export { default as kvs, WhereConditions, Filter, FilterConditions } from '@forge/kvs';
  export { Queue } from '@forge/events';
  export { default as Resolver } from '@forge/resolver';
`;

/** The empty app as the backend is bundled: what the ratios of size and import time are held against. */
export async function bundleEmptyApp(): Promise<Uint8Array> {
  const built = await build({
    stdin: { contents: EMPTY_APP, resolveDir: process.cwd() },
    bundle: true,
    platform: 'node',
    target: 'node20',
    format: 'cjs',
    minify: true,
    write: false,
    logLevel: 'error',
  });
  const [file] = built.outputFiles;
  if (file === undefined) throw new Error('esbuild wrote no file');
  return file.contents;
}

/** Bytes of script and style, gzip -9, that a built surface loads before it shows. */
export function measureFirstLoad(surface: string): SizeBudget {
  const files = listFirstLoad(readFileSync(`build/static/${surface}.html`, 'utf8'));
  return { js: gzipBytes(files, '.js'), css: gzipBytes(files, '.css') };
}

/** Files a page loads before it shows: its own scripts and styles and whatever those import statically. */
function listFirstLoad(html: string): Set<string> {
  const found = new Set<string>();
  const queue = [...html.matchAll(/(?:src|href)="\.\/([^"]+\.(?:js|css))"/gu)].map(([, file]) => file ?? '');
  for (let file = queue.pop(); file !== undefined; file = queue.pop()) {
    if (found.has(file)) continue;
    found.add(file);
    if (!file.endsWith('.js')) continue;
    const source = readFileSync(join('build/static', file), 'utf8');
    for (const [, imported] of source.matchAll(/(?:^|[;}\n])import(?:[^"'();]*from)?\s*["'](\.[^"']+\.js)["']/gu)) {
      queue.push(join(dirname(file), imported ?? ''));
    }
  }
  return found;
}

function gzipBytes(files: Iterable<string>, ending: string): number {
  return [...files]
    .filter((file) => file.endsWith(ending))
    .reduce((sum, file) => sum + gzipSync(readFileSync(join('build/static', file)), { level: 9 }).length, 0);
}
