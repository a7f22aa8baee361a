import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';

/** One hash over files and whole folders, names included; what is missing counts as empty. */
export function hashFiles(paths: string[]): string {
  const hash = createHash('sha256');
  for (const path of paths) addPath(path, (text) => hash.update(text));
  return hash.digest('hex').slice(0, 32);
}

function addPath(path: string, add: (text: string | Buffer) => void): void {
  if (!existsSync(path)) return;
  if (statSync(path).isDirectory()) {
    for (const name of readdirSync(path).sort()) addPath(join(path, name), add);
    return;
  }
  add(`${path}\0`);
  add(readFileSync(path));
}
