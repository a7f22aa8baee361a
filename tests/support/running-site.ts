import { spawn } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** Who plays which part in the demo, as `/_local/health` lists them. */
export interface DemoUser {
  readonly accountId: string;
  readonly email: string;
  readonly displayName: string;
  readonly part: string;
}

/** A local Jira in a process of its own, on demo data of its own. */
export interface RunningSite {
  readonly url: string;
  /** The one file everything the site remembers lives in. */
  readonly databaseFile: string;
  readonly users: readonly DemoUser[];
  /** The demo user with this part. Throws when there is none. */
  user(part: string): DemoUser;
  /** JSON request to the site; throws on a status of 400 and more. */
  request<T>(method: string, path: string, body?: unknown): Promise<T>;
  /** Jira REST as a demo user; the answer is not judged. */
  rest(user: DemoUser, method: string, path: string, body?: unknown): Promise<{ readonly status: number; readonly body: unknown }>;
  /** Calls a bridge function as a demo user on a place of the site; answers what the surface would get. */
  invoke<T>(
    user: DemoUser,
    asked: {
      readonly moduleKey: string;
      readonly functionKey: string;
      readonly payload: unknown;
      readonly context: Record<string, string>;
    },
  ): Promise<T>;
  /** Waits until triggers, queues and schedules have settled. */
  idle(): Promise<void>;
  close(): Promise<void>;
}

/** Less than a test's hook may take, so that the hook hears of it and what was started is ended. */
const READY_TIMEOUT_MS = 55_000;

/** Starts `npm start`'s program on free ports and a fresh data folder. Built files must be current (`npm run build`). */
export async function startSite(): Promise<RunningSite> {
  const dataFolder = await mkdtemp(join(tmpdir(), 'baton-site-'));
  const port = await findFreePort();
  const url = `http://127.0.0.1:${String(port)}`;
  const child = spawn(
    process.execPath,
    ['node_modules/tsx/dist/cli.mjs', 'local-jira/cli.ts', '--port', String(port), '--data', dataFolder],
    { stdio: ['ignore', 'pipe', 'pipe'] },
  );
  let output = '';
  child.stdout.on('data', (chunk: Buffer) => (output += chunk.toString()));
  child.stderr.on('data', (chunk: Buffer) => (output += chunk.toString()));
  const exited = new Promise<void>((resolve) => child.once('exit', () => resolve()));

  const close = async (): Promise<void> => {
    child.kill('SIGTERM');
    await exited;
    await rm(dataFolder, { recursive: true, force: true });
  };

  const health = await waitUntilHealthy(
    url,
    () => child.exitCode !== null,
    () => output,
  ).catch(async (error: unknown) => {
    // A process nobody closes would keep the test run from ending.
    await close();
    throw error;
  });
  const request = async <T>(method: string, path: string, body?: unknown): Promise<T> => {
    const response = await send(`${url}${path}`, method, body);
    const text = await response.text();
    if (!response.ok) throw new Error(`${method} ${path} answered ${String(response.status)}: ${text}`);
    return (text === '' ? undefined : JSON.parse(text)) as T;
  };

  return {
    url,
    databaseFile: join(dataFolder, 'site.db'),
    users: health.users,
    user(part) {
      const found = health.users.find((each) => each.part === part);
      if (found === undefined) throw new Error(`the demo has no user with part ${part}`);
      return found;
    },
    request,
    async rest(user, method, path, body) {
      const response = await send(`${url}${path}`, method, body, {
        authorization: `Basic ${Buffer.from(`${user.email}:any`).toString('base64')}`,
      });
      const text = await response.text();
      return { status: response.status, body: text === '' ? null : (JSON.parse(text) as unknown) };
    },
    invoke: (user, asked) => request('POST', '/_local/invoke', { ...asked, accountId: user.accountId }),
    idle: async () => {
      await request('GET', '/_local/idle');
    },
    close,
  };
}

async function send(url: string, method: string, body: unknown, headers: Record<string, string> = {}): Promise<Response> {
  return fetch(url, {
    method,
    headers: { accept: 'application/json', ...(body === undefined ? {} : { 'content-type': 'application/json' }), ...headers },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  });
}

/** A port of the loopback address that nothing listens on now. */
export async function findFreePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = createServer();
    probe.once('error', reject);
    probe.listen(0, '127.0.0.1', () => {
      const address = probe.address();
      probe.close(() => (address !== null && typeof address === 'object' ? resolve(address.port) : reject(new Error('no free port'))));
    });
  });
}

async function waitUntilHealthy(url: string, hasExited: () => boolean, output: () => string): Promise<{ users: DemoUser[] }> {
  const deadline = Date.now() + READY_TIMEOUT_MS;
  while (Date.now() < deadline && !hasExited()) {
    const response = await fetch(`${url}/_local/health`).catch(() => null);
    if (response?.status === 200) return (await response.json()) as { users: DemoUser[] };
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  throw new Error(`the local Jira did not become healthy:\n${output()}`);
}
