import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { createInterface } from 'node:readline';
import { setTimeout as wait } from 'node:timers/promises';

import { build } from 'esbuild';

import { makeAppFolder } from './app-site';
import { brokenLaws, StoredState } from './fault-state';

const PROJECT = resolve(__dirname, '../..');

/** Work items written at the same time, each by a writer of its own. */
const WRITERS = 3;

/** Most acknowledged writes before a kill; none is as likely, so the first ones after a start are hit too. */
const MOST_WRITES = 6;

/** Longest time from the last awaited write to the kill, in ms: about one write, so that every moment of it is hit. */
const LONGEST_PAUSE_MS = 30;

/** What a series of kills came to. */
export interface DurabilityReport {
  readonly kills: number;
  /** Writes the site answered with success, through the app and over Jira's REST API. */
  readonly acknowledged: number;
  /** What was lost or broken, in words; empty when nothing was. */
  readonly broken: readonly string[];
  readonly seconds: number;
}

/** The newest value each writer was told is stored, and the newest it asked for. */
interface Written {
  readonly issueKey: string;
  readonly issueId: string;
  asked: number;
  acknowledged: number;
}

interface Site {
  readonly process: ChildProcess;
  readonly url: string;
}

/**
 * Writes through the app and over REST, kills the process with SIGKILL in the middle, looks at the file past the program, and starts again
 * on the same file, so many times.
 *
 * @param random Numbers from 0 up to 1, so that a run can be repeated.
 */
export async function killDuringWrites(
  kills: number,
  random: () => number,
  buildFolder = join(PROJECT, 'build', 'app-site'),
): Promise<DurabilityReport> {
  const folder = mkdtempSync(join(tmpdir(), 'durability-'));
  const dataFolder = join(folder, 'data');
  const startedAt = Date.now();
  const broken: string[] = [];
  let acknowledged = 0;
  const appFolder = makeAppFolder(folder);
  const program = await bundleSite(join(buildFolder, 'durability', 'site.cjs'));
  const start = (): Promise<Site> => startSite([program, dataFolder, appFolder, buildFolder]);
  let site = await start();
  try {
    const people = await readPeople(site.url);
    const { typeId, written } = await prepare(site.url, people);
    for (let kill = 1; kill <= kills; kill += 1) {
      const stop = { isStopped: false };
      const target = { url: site.url, typeId, people };
      const writers = written.map((each, index) =>
        writeOn(target, each, { stop, overRest: index === 0, count: () => (acknowledged += 1) }),
      );
      const killAt = acknowledged + Math.floor(random() * (MOST_WRITES + 1));
      while (acknowledged < killAt) await wait(5);
      await wait(random() * LONGEST_PAUSE_MS);
      site.process.kill('SIGKILL');
      await once(site.process, 'exit');
      stop.isStopped = true;
      await Promise.all(writers);
      for (const what of inspect(dataFolder, written)) broken.push(`after kill ${String(kill)}: ${what}`);
      site = await start();
    }
    for (const what of await inspectOverRest(site.url, people, written[0])) broken.push(what);
  } finally {
    site.process.kill('SIGKILL');
    rmSync(folder, { recursive: true, force: true });
  }
  return { kills, acknowledged, broken, seconds: Math.round((Date.now() - startedAt) / 1_000) };
}

/**
 * The program in one file, since it starts a hundred times; its modules keep the folders they know themselves by, and none of them is a
 * program of its own in it. */
async function bundleSite(outfile: string): Promise<string> {
  await build({
    entryPoints: [join(__dirname, 'fault-durability-site.ts')],
    outfile,
    bundle: true,
    platform: 'node',
    format: 'cjs',
    packages: 'external',
    plugins: [
      {
        name: 'own-folders',
        setup: (bundler) =>
          bundler.onLoad({ filter: /\.ts$/ }, ({ path }) => {
            const source = readFileSync(path, 'utf8').replaceAll('__dirname', JSON.stringify(dirname(path)));
            return { loader: 'ts', contents: source.replaceAll('require.main === module', 'false') };
          }),
      },
    ],
  });
  return outfile;
}

async function startSite(given: readonly string[]): Promise<Site> {
  const child = spawn(process.execPath, given, { cwd: PROJECT, stdio: ['ignore', 'pipe', 'pipe'] });
  let trouble = '';
  child.stderr.on('data', (chunk: Buffer) => (trouble += chunk.toString()));
  const lines = createInterface({ input: child.stdout });
  const url = await Promise.race([once(lines, 'line').then(([line]) => String(line)), once(child, 'exit').then(() => null)]);
  if (url === null) throw new Error(`the local Jira did not start again:\n${trouble}`);
  return { process: child, url };
}

interface Person {
  readonly accountId: string;
  readonly email: string;
  readonly part: string;
}

type People = (part: string) => Person;

async function readPeople(url: string): Promise<People> {
  const { users } = (await (await fetch(`${url}/_local/health`)).json()) as { users: Person[] };
  return (part) => {
    const found = users.find((user) => user.part === part);
    if (found === undefined) throw new Error(`nobody plays ${part}`);
    return found;
  };
}

/** What is asked of the site by whom. */
interface Asked {
  readonly url: string;
  readonly person: Person;
}

async function invoke(
  { url, person }: Asked,
  functionKey: string,
  payload: object,
  context: object,
): Promise<{ ok: boolean; value: unknown }> {
  const moduleKey = functionKey.startsWith('settings.') ? 'handoff-settings' : 'handoff-context';
  const body = JSON.stringify({ moduleKey, functionKey, payload, accountId: person.accountId, context });
  const response = await fetch(`${url}/_local/invoke`, { method: 'POST', headers: { 'content-type': 'application/json' }, body });
  if (!response.ok) throw new Error(`${functionKey} answered ${String(response.status)}`);
  return (await response.json()) as { ok: boolean; value: unknown };
}

function rest({ url, person }: Asked, method: string, path: string, body?: object): Promise<Response> {
  return fetch(`${url}/rest/api/3${path}`, {
    method,
    headers: { 'content-type': 'application/json', authorization: `Basic ${Buffer.from(`${person.email}:token`).toString('base64')}` },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  });
}

async function prepare(url: string, people: People): Promise<{ typeId: string; written: Written[] }> {
  const on = await invoke({ url, person: people('projectAdmin') }, 'settings.turnOn', { rev: 0, route: null }, { projectKey: 'SHOP' });
  const typeId = (on.value as { types: { current: { typeId: string } }[] }).types[0]?.current.typeId ?? '';
  const written: Written[] = [];
  for (let writer = 0; writer < WRITERS; writer += 1) {
    const fields = { project: { key: 'SHOP' }, summary: 'Written at 0', issuetype: { id: '10002' } };
    const { key, id } = (await (await rest({ url, person: people('sender') }, 'POST', '/issue', { fields })).json()) as {
      key: string;
      id: string;
    };
    written.push({ issueKey: key, issueId: id, asked: 0, acknowledged: 0 });
  }
  return { typeId, written };
}

interface Target {
  readonly url: string;
  readonly typeId: string;
  readonly people: People;
}

/** One write after the other until the site is gone. What is not acknowledged may be stored or not. */
async function writeOn(
  { url, typeId, people }: Target,
  written: Written,
  { stop, overRest, count }: { stop: { isStopped: boolean }; overRest: boolean; count: () => void },
): Promise<void> {
  const asked = { url, person: people('sender') };
  while (!stop.isStopped) {
    const value = Math.max(written.asked, written.acknowledged) + 1;
    try {
      const isStored = overRest
        ? (await rest(asked, 'PUT', `/issue/${written.issueKey}`, { fields: { summary: `Written at ${String(value)}` } })).status === 204
        : await saveLine(asked, typeId, written, value);
      written.asked = value;
      if (isStored) {
        written.acknowledged = value;
        count();
      }
    } catch {
      written.asked = value;
      return;
    }
  }
}

/** Saves a line of the note; a save that lost its answer is found by reading its version first. */
async function saveLine(asked: Asked, typeId: string, { issueKey }: Written, value: number): Promise<boolean> {
  const context = { issueKey };
  const screen = await invoke(asked, 'handoff.get', {}, context);
  const [card] = (screen.value as { cards: { handoff: { note: Record<string, { version: number }> } | null }[] }).cards;
  const basedOn = card?.handoff?.note['background']?.version ?? 0;
  const changes = [{ field: 'section', id: 'background', value: `Written at ${String(value)}`, basedOn }];
  return (await invoke(asked, 'handoff.edit', { commandId: `durable-${issueKey}-${String(value)}`, typeId, changes }, context)).ok;
}

const WRITTEN_AT = /^Written at (\d+)$/u;

/** Looks at the file as the kill left it. */
function inspect(dataFolder: string, written: readonly Written[]): string[] {
  const state = new StoredState(join(dataFolder, 'site.db'));
  try {
    const broken: string[] = [];
    const integrity = state.integrity();
    if (integrity !== 'ok') broken.push(`SQLite finds ${integrity}`);
    broken.push(...brokenLaws(state));
    const issues = state.documents('issue') as readonly { id: string; summary: string }[];
    for (const [index, { issueId, issueKey, asked, acknowledged }] of written.entries()) {
      const note = state.records().find(({ record }) => record.issueId === issueId)?.record.handoffs[0]?.note['background']?.value;
      const text = index === 0 ? issues.find(({ id }) => id === issueId)?.summary : note;
      const stored = Number(WRITTEN_AT.exec(text ?? '')?.[1] ?? 0);
      if (stored < acknowledged || stored > asked)
        broken.push(`${issueKey} holds ${String(stored)}; ${String(acknowledged)} was acknowledged, ${String(asked)} asked for`);
    }
    return broken;
  } finally {
    state.close();
  }
}

/** And once through the site that was started again. */
async function inspectOverRest(url: string, people: People, written: Written | undefined): Promise<string[]> {
  if (written === undefined) return [];
  const { fields } = (await (await rest({ url, person: people('sender') }, 'GET', `/issue/${written.issueKey}?fields=summary`)).json()) as {
    fields: { summary: string };
  };
  const stored = Number(WRITTEN_AT.exec(fields.summary)?.[1] ?? 0);
  return stored >= written.acknowledged ? [] : [`the site answers ${String(stored)}; ${String(written.acknowledged)} was acknowledged`];
}

/** Numbers from 0 up to 1 that a seed fixes (mulberry32). */
export function seeded(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}
