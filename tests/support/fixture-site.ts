import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';

import type { RemoteCallRecord } from '../../local-jira/remote/call-log';
import { startLocalJira, type RunningLocalJira } from '../../local-jira/start-local-jira';

const PROJECT = resolve(__dirname, '../..');
const PLAN = { appFolder: join(PROJECT, 'tests/support/fixture-app'), buildFolder: join(PROJECT, 'build/fixture-app') };

/** Parts of the demo, by which tests name people. */
export type Part = 'sender' | 'receiver' | 'lead' | 'projectAdmin' | 'jiraAdmin' | 'outsider';

export interface Answer {
  status: number;
  /** Parsed JSON, or the text where it is none. */
  body: unknown;
}

/** What the fixture's storage functions answer: a value, a platform error, or a failure of another kind. */
export interface Settled {
  value?: unknown;
  code?: string;
  status?: number;
  failure?: string;
}

/** A local Jira that runs the fixture app in a folder of its own, driven over HTTP only. */
export class FixtureSite {
  private constructor(
    readonly dataFolder: string,
    private running: RunningLocalJira,
    private readonly accounts: Map<string, string>,
  ) {}

  static async start(): Promise<FixtureSite> {
    const dataFolder = mkdtempSync(join(tmpdir(), 'fixture-site-'));
    const running = await startLocalJira({ port: 0, dataFolder, plan: PLAN });
    const health = (await (await fetch(`${running.url}/_local/health`)).json()) as { users: { part: string; accountId: string }[] };
    return new FixtureSite(dataFolder, running, new Map(health.users.map(({ part, accountId }) => [part, accountId])));
  }

  get url(): string {
    return this.running.url;
  }

  get staticUrl(): string {
    return this.running.staticUrl;
  }

  accountOf(part: Part): string {
    return this.accounts.get(part) ?? '';
  }

  async send(method: string, path: string, body?: unknown, headers: Record<string, string> = {}): Promise<Answer> {
    const init =
      body === undefined
        ? { method, headers }
        : { method, body: JSON.stringify(body), headers: { 'content-type': 'application/json', ...headers } };
    const response = await fetch(this.url + path, init);
    const text = await response.text();
    return { status: response.status, body: parse(text) };
  }

  /** The REST API as an outside client of this person. */
  rest(part: Part, method: string, path: string, body?: unknown): Promise<Answer> {
    const email = { sender: 'maya', receiver: 'ana', lead: 'lena', projectAdmin: 'priya', jiraAdmin: 'jonas', outsider: 'otto' }[part];
    const authorization = `Basic ${Buffer.from(`${email}@example.com:token`).toString('base64')}`;
    return this.send(method, `/rest/api/3${path}`, body, { authorization });
  }

  invoke(functionKey: string, payload?: unknown, part: Part = 'sender', issueKey = 'SHOP-1'): Promise<Answer> {
    return this.send('POST', '/_local/invoke', {
      moduleKey: 'panel',
      functionKey,
      payload,
      accountId: this.accountOf(part),
      context: { issueKey },
    });
  }

  /** Calls one of the fixture's storage functions. */
  async store(functionKey: string, payload: unknown): Promise<Settled> {
    return (await this.invoke(functionKey, payload)).body as Settled;
  }

  /** REST as the app or as the invoking user, through @forge/api. */
  async appRest(as: 'app' | 'user', method: string, path: string, body?: unknown): Promise<Answer> {
    return (await this.invoke('rest', { as, method, path: `/rest/api/3${path}`, body })).body as Answer;
  }

  /** Waits until every event there is so far was delivered; those published together arrive in any order. */
  async idle(): Promise<void> {
    await this.send('GET', '/_local/idle');
  }

  /** What the fixture noted under a key: the events it was handed, in the order of their arrival. */
  async remembered(key: string): Promise<Record<string, unknown>[]> {
    await this.idle();
    const events: Record<string, unknown>[] = [];
    for (;;) {
      const { value } = await this.store('kvs.get', { key: `${key}:${events.length}` });
      if (value === undefined || value === null) return events;
      events.push(value as Record<string, unknown>);
    }
  }

  async calls(): Promise<RemoteCallRecord[]> {
    return ((await this.send('GET', '/_local/calls')).body as { calls: RemoteCallRecord[] }).calls;
  }

  /** Replaces what the rule on a SHOP transition does. */
  async setRule(transitionId: string, behaviour: string): Promise<void> {
    const account = this.accountOf('jiraAdmin');
    const workflow = this.running.site.listWorkflows(account).find(({ projectKeys }) => projectKeys.includes('SHOP'));
    const view = workflow === undefined ? null : this.running.site.findWorkflow(account, workflow.id);
    const rule = view?.transitions.find(({ id }) => id === transitionId)?.rules[0];
    if (view === null || rule === undefined) throw new Error(`Transition ${transitionId} has no rule.`);
    await this.running.site.editRule(account, view.id, rule.ruleId, JSON.stringify({ behaviour }));
  }

  async reset(): Promise<void> {
    await this.send('POST', '/_local/reset', {});
  }

  /** Stops and starts over the same data folder. */
  async restart(): Promise<void> {
    await this.running.close();
    this.running = await startLocalJira({ port: 0, dataFolder: this.dataFolder, plan: PLAN });
  }

  async close(): Promise<void> {
    await this.running.close();
    rmSync(this.dataFolder, { recursive: true, force: true });
  }
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return text;
  }
}
