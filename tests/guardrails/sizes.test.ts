import { build } from 'esbuild';
import { readFileSync, statSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { gzipSync } from 'node:zlib';

/** Most bytes a surface may load first, gzip -9, by kind. */
interface Budget {
  readonly js: number;
  readonly css: number;
}

const KILOBYTE = 1_000;
const PANEL: Budget = { js: 180 * KILOBYTE, css: 20 * KILOBYTE };
const PAGE: Budget = { js: 235 * KILOBYTE, css: 22 * KILOBYTE };

/** How much larger than an empty app with the same Forge packages the backend may be. */
const MAX_BACKEND_RATIO = 3;

/** An app that imports what ours imports of Forge and does nothing. */
const EMPTY_APP = `
  export { default as api, route, privacy } from '@forge/api';
  export { default as kvs, WhereConditions, Filter, FilterConditions } from '@forge/kvs';
  export { Queue } from '@forge/events';
  export { default as Resolver } from '@forge/resolver';
`;

async function emptyAppBytes(): Promise<number> {
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
  return built.outputFiles[0]?.contents.length ?? 0;
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
  return [...files].filter((file) => file.endsWith(ending)).reduce((sum, file) => sum + gzipSync(readFileSync(join('build/static', file)), { level: 9 }).length, 0);
}

describe('sizes', () => {
  it.each([
    ['handoff', PANEL],
    ['project', PAGE],
    ['settings', PAGE],
    ['rule-create', PAGE],
    ['get-started', PAGE],
  ] as const)('keeps what %s loads first within its budget', (surface, budget) => {
    const files = listFirstLoad(readFileSync(`build/static/${surface}.html`, 'utf8'));
    const js = gzipBytes(files, '.js');
    const css = gzipBytes(files, '.css');
    expect(js).toBeGreaterThan(60 * KILOBYTE);
    expect({ surface, js: js <= budget.js ? 'within' : js, css: css <= budget.css ? 'within' : css }).toEqual({ surface, js: 'within', css: 'within' });
  });

  it('keeps the backend within three times an empty app with the same Forge packages', async () => {
    const ratio = statSync('build/backend/index.js').size / (await emptyAppBytes());
    expect(ratio).toBeLessThanOrEqual(MAX_BACKEND_RATIO);
  });
});
