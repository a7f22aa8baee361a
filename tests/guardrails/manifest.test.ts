import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { parse } from 'yaml';

/** The parts of the manifest these tests look at. */
interface Manifest {
  readonly modules: {
    readonly function: readonly { readonly key: string; readonly handler: string }[];
  };
  readonly resources: readonly { readonly path: string; readonly entry: Readonly<Record<string, string>> }[];
  readonly permissions: { readonly scopes: readonly string[]; readonly external?: unknown; readonly content?: unknown };
  readonly remotes?: unknown;
}

const manifest = parse(readFileSync('manifest.yml', 'utf8')) as Manifest;
const readme = readFileSync('README.md', 'utf8');

describe('manifest', () => {
  it('names a handler for every function, and the backend exports it', () => {
    const handled = manifest.modules.function.map(({ handler }) => handler);
    const files = new Set(handled.map((handler) => handler.split('.')[0] ?? ''));
    const exported = [...files].flatMap((file) => {
      const source = readFileSync(`src/${file}.ts`, 'utf8');
      return [...source.matchAll(/^export (?:const|async function|function) (\w+)/gmu)].map(([, name]) => `${file}.${name ?? ''}`);
    });
    expect(exported.sort()).toEqual([...handled].sort());
  });

  it('names an HTML entry for every surface, and each entry exists', () => {
    const named = manifest.resources.flatMap(({ entry }) => Object.values(entry)).sort();
    const present = readdirSync('static')
      .filter((file) => file.endsWith('.html'))
      .sort();
    expect(named).toEqual(present);
    for (const file of present) expect(existsSync(`build/static/${file}`)).toBe(true);
  });

  it('asks for exactly the scopes the README gives a reason for', () => {
    const reasoned = [...readme.matchAll(/^\| `([\w:-]+)` \| (?:.+) \|$/gmu)]
      .map(([, scope]) => scope)
      .filter((scope) => scope?.includes(':'));
    expect([...manifest.permissions.scopes].sort()).toEqual(reasoned.sort());
  });

  it('lets nothing leave Atlassian: no egress, no remote, no relaxed content policy', () => {
    expect(manifest.remotes).toBeUndefined();
    expect(manifest.permissions.external).toBeUndefined();
    expect(manifest.permissions.content).toBeUndefined();
  });
});
