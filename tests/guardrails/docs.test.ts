import { existsSync, readFileSync, readdirSync, statSync } from 'node:fs';
import { dirname, join, normalize } from 'node:path';

const { scripts } = JSON.parse(readFileSync('package.json', 'utf8')) as { scripts: Readonly<Record<string, string>> };

/** What people read: the texts at the root, under docs and beside the local Jira. */
const DOCUMENTS = [...listMarkdown('docs'), 'README.md', 'local-jira/README.md'].filter((file) => existsSync(file));

/** How the work was organised is nobody's business; the project speaks of itself. Ids like S-061 are right. */
const MACHINERY = /\.\.\/shared|\bissue \d\b|\bthe brief\b|\bintegrator\b|\bsub-?agent|\bLLM\b|\bTODO\b|\bFIXME\b/iu;

function listMarkdown(folder: string): string[] {
  return readdirSync(folder).flatMap((name) => {
    const path = join(folder, name);
    if (statSync(path).isDirectory()) return listMarkdown(path);
    return path.endsWith('.md') ? [path] : [];
  });
}

/** Targets of links and pictures, code blocks left out. */
function listTargets(text: string): string[] {
  return [...withoutCode(text).matchAll(/\]\(([^)\s]+)\)/gu)].map(([, target]) => target ?? '');
}

function withoutCode(text: string): string {
  return text.replace(/```[\s\S]*?```/gu, '').replace(/`[^`]*`/gu, '');
}

/** Anchors as GitHub makes them of headings. */
function listAnchors(text: string): Set<string> {
  return new Set(
    [...text.matchAll(/^#+ (.+)$/gmu)].map(([, heading = '']) =>
      heading
        .toLowerCase()
        .replace(/[^\p{L}\p{N} _-]/gu, '')
        .replaceAll(' ', '-'),
    ),
  );
}

describe.each(DOCUMENTS)('%s', (file) => {
  const text = readFileSync(file, 'utf8');

  it('links only to what is there', () => {
    const broken = listTargets(text).filter((target) => {
      if (/^[a-z]+:/iu.test(target)) return false;
      const [path = '', anchor = ''] = target.split('#');
      const linked = path === '' ? file : normalize(join(dirname(file), path));
      if (!existsSync(linked)) return true;
      return anchor !== '' && !listAnchors(readFileSync(linked, 'utf8')).has(anchor);
    });
    expect(broken).toEqual([]);
  });

  it('names only commands that exist', () => {
    const named = [...text.matchAll(/npm run ([a-z][a-z:-]*)/gu)].map(([, name]) => name ?? '');
    expect(named.filter((name) => scripts[name] === undefined)).toEqual([]);
  });

  it('names only files of the project that exist', () => {
    const named = [...text.matchAll(/`((?:src|static|local-jira|tests|docs)\/[\w./-]*\w)`/gu)].map(([, path]) => path ?? '');
    expect(named.filter((path) => !existsSync(path))).toEqual([]);
  });

  it('speaks of the project alone', () => {
    expect(text.split('\n').filter((line) => MACHINERY.test(line))).toEqual([]);
  });
});

describe('README.md', () => {
  it('names every command a reader may want', () => {
    const readme = readFileSync('README.md', 'utf8');
    const parts = /^(check|test):/u;
    const wanted = Object.keys(scripts).filter((name) => !parts.test(name) && name !== 'start' && name !== 'test');
    expect(wanted.filter((name) => !readme.includes(`npm run ${name}`))).toEqual([]);
  });
});
