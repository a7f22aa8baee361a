import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';

import { raw } from 'hono/html';

import type { Html } from './html';

const ICON_FOLDER = path.join(path.dirname(createRequire(__filename).resolve('@atlaskit/icon/package.json')), 'svgs', 'core');

const cache = new Map<string, Html>();

/** One of Atlassian's 16 px line icons by file name, drawn in the current text colour and hidden from screen readers. */
export function icon(name: string): Html {
  const known = cache.get(name);
  if (known !== undefined) return known;
  const svg = readFileSync(path.join(ICON_FOLDER, `${name}.svg`), 'utf8');
  const drawn = raw(svg.replace('<svg ', '<svg class="icon" aria-hidden="true" focusable="false" '));
  cache.set(name, drawn);
  return drawn;
}
