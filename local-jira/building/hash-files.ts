import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { basename, join } from 'node:path';

/**
 * One hash over files and whole folders, names below each included; what is missing counts as empty. Where they lie does not matter, so
 * that the same app in another folder is not built again.
 */
export function hashFiles(paths: string[]): string {
  const hash = createHash('sha256');
  for (const path of paths) addPath(path, basename(path), (text) => hash.update(text));
  return hash.digest('hex').slice(0, 32);
}

function addPath(path: string, name: string, add: (text: string | Buffer) => void): void {
  if (!existsSync(path)) return;
  if (statSync(path).isDirectory()) {
    for (const inside of readdirSync(path).sort()) addPath(join(path, inside), `${name}/${inside}`, add);
    return;
  }
  add(`${name}\0`);
  add(readFileSync(path));
}
