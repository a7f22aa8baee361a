import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync, copyFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { setImmediate } from 'node:timers/promises';

import type { RemoteCallRecord } from '../../local-jira/remote/call-log';
import type { Fault } from '../../local-jira/remote/fault-list';
import { startLocalJira, type RunningLocalJira } from '../../local-jira/start-local-jira';
import type { BridgeContract, BridgeFunction } from '../../src/contract/bridge-contract';
import type { CallResult } from '../../src/contract/call';
import type { HandoffCard, HandoffScreen } from '../../src/contract/handoff-screen';
import type { DraftChange } from '../../src/domain/handoff/command';
import type { Handoff } from '../../src/domain/handoff/handoff';
import type { HandoffType } from '../../src/domain/type/handoff-type';

const PROJECT = resolve(__dirname, '../..');
const PAGES = [
  'handoff',
  'project',
  'playbook',
  'gadget',
  'gadget-edit',
  'settings',
  'rule-create',
  'rule-edit',
  'rule-view',
  'get-started',
];

/** Parts of the demo's people. */
export type Part = 'sender' | 'receiver' | 'lead' | 'projectAdmin' | 'jiraAdmin' | 'outsider';

const MAILBOX: Readonly<Record<Part, string>> = {
  sender: 'maya',
  receiver: 'ana',
  lead: 'lena',
  projectAdmin: 'priya',
  jiraAdmin: 'jonas',
  outsider: 'otto',
};

/** An answer with the JSON it carried; null for none. */
export interface JsonAnswer {
  readonly status: number;
  readonly body: unknown;
}

/** Where a call is made from. */
export type Place = { readonly issueKey: string } | { readonly projectKey: string } | Record<string, never>;

/**
 * The real backend on a local Jira without the demo's history: use cases, entry points and adapters run as they will be deployed. The front
 * ends are left out, so that these tests need no build of theirs.
 */
export class AppSite {
  private commandNumber = 0;

  private constructor(
    private readonly running: RunningLocalJira,
    private readonly folder: string,
    private readonly accounts: ReadonlyMap<string, string>,
  ) {}

  /** @param buildFolder Where the backend is built; the tests share one. */
  static async start(buildFolder = join(PROJECT, 'build', 'app-site')): Promise<AppSite> {
    const folder = mkdtempSync(join(tmpdir(), 'app-site-'));
    const plan = { appFolder: makeAppFolder(folder), buildFolder };
    const running = await startLocalJira({ port: 0, dataFolder: join(folder, 'data'), plan });
    const { users } = (await (await fetch(`${running.url}/_local/health`)).json()) as { users: { part: string; accountId: string }[] };
    return new AppSite(running, folder, new Map(users.map(({ part, accountId }) => [part, accountId])));
  }

  async close(): Promise<void> {
    await this.running.close();
    rmSync(this.folder, { recursive: true, force: true });
  }

  /** The one file everything the site remembers lives in. */
  get databaseFile(): string {
    return join(this.folder, 'data', 'site.db');
  }

  /** The whole state as one file's bytes. */
  async exportState(): Promise<ArrayBuffer> {
    return (await fetch(`${this.running.url}/_local/export`)).arrayBuffer();
  }

  /** Goes back to an exported state, clock included; workers stay warm. */
  async importState(state: ArrayBuffer): Promise<void> {
    const { ok } = await fetch(`${this.running.url}/_local/import`, { method: 'POST', body: state });
    if (!ok) throw new Error('the state was not taken');
  }

  /** Origin of the site. */
  get url(): string {
    return this.running.url;
  }

  account(part: Part): string {
    const found = this.accounts.get(part);
    if (found === undefined) throw new Error(`nobody plays ${part}`);
    return found;
  }

  /** A fresh command id. */
  commandId(): string {
    this.commandNumber += 1;
    return `command-${String(this.commandNumber)}`;
  }

  async request(method: string, path: string, body?: unknown, headers: Record<string, string> = {}): Promise<JsonAnswer> {
    const response = await fetch(this.running.url + path, {
      method,
      headers: { 'content-type': 'application/json', ...headers },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
    const text = await response.text();
    return { status: response.status, body: text === '' ? null : (JSON.parse(text) as unknown) };
  }

  /** Jira's REST API as this person. */
  rest(part: Part, method: string, path: string, body?: unknown): Promise<JsonAnswer> {
    const authorization = `Basic ${Buffer.from(`${MAILBOX[part]}@example.com:token`).toString('base64')}`;
    return this.request(method, `/rest/api/3${path}`, body, { authorization });
  }

  /** Calls a function of the bridge as the surface would. */
  async call<Name extends BridgeFunction>(
    part: Part,
    name: Name,
    payload: unknown,
    place: Place,
  ): Promise<CallResult<BridgeContract[Name]['result']>> {
    const body = { moduleKey: moduleOf(name, place), functionKey: name, payload, accountId: this.account(part), context: place };
    const answer = await this.request('POST', '/_local/invoke', body);
    if (answer.status !== 200) throw new Error(`${name} answered ${String(answer.status)}: ${JSON.stringify(answer.body)}`);
    return answer.body as CallResult<BridgeContract[Name]['result']>;
  }

  /** The same, where it must succeed. */
  async value<Name extends BridgeFunction>(
    part: Part,
    name: Name,
    payload: unknown,
    place: Place,
  ): Promise<BridgeContract[Name]['result']> {
    const result = await this.call(part, name, payload, place);
    if (!result.ok) throw new Error(`${name} failed: ${JSON.stringify(result.error)}`);
    return result.value;
  }

  /** The code a call fails with; `null` when it succeeds. */
  async code(part: Part, name: BridgeFunction, payload: unknown, place: Place): Promise<string | null> {
    const result = await this.call(part, name, payload, place);
    return result.ok ? null : result.error.code;
  }

  async idle(): Promise<void> {
    await this.request('GET', '/_local/idle');
  }

  /** Waits until the app has begun a call with this in its path. */
  async called(path: string): Promise<void> {
    for (;;) {
      const { body } = await this.request('GET', '/_local/calls');
      if ((body as { calls: RemoteCallRecord[] }).calls.some((call) => call.path.includes(path))) return;
      await setImmediate();
    }
  }

  /** What the app called since the last time, in the order the calls began; the log starts anew. */
  async takeCalls(): Promise<readonly RemoteCallRecord[]> {
    const { body } = await this.request('GET', '/_local/calls');
    await this.request('DELETE', '/_local/calls');
    return (body as { calls: RemoteCallRecord[] }).calls;
  }

  async fault(fault: Partial<Fault> & { readonly service: string }): Promise<void> {
    await this.request('POST', '/_local/faults', fault);
  }

  /** Every line the app logged. */
  async logText(): Promise<string> {
    const { body } = await this.request('GET', '/_local/log');
    return (body as { lines: { text: string }[] }).lines.map(({ text }) => text).join('\n');
  }

  async clearFaults(): Promise<void> {
    await this.request('DELETE', '/_local/faults');
  }

  /** What the read-only field *Handoff state* says, as anybody finds it in Jira. */
  async stateField(issueKey: string): Promise<unknown> {
    const [{ body: fields }, { body: issue }] = await Promise.all([
      this.rest('sender', 'GET', '/field'),
      this.rest('sender', 'GET', `/issue/${issueKey}`),
    ]);
    const { id = '' } = (fields as { id: string; name: string }[]).find(({ name }) => name === 'Handoff state') ?? {};
    return (issue as { fields: Record<string, unknown> }).fields[id];
  }

  async advance(ms: number): Promise<void> {
    await this.request('POST', '/_local/clock', { advanceMs: ms });
  }

  mails(): readonly { readonly fromApp: boolean; readonly subject: string; readonly issueKey: string | null }[] {
    return this.running.site.listOutbox();
  }

  deleteIssue(part: Part, issueKey: string): Promise<unknown> {
    return this.running.site.deleteIssue(this.account(part), issueKey);
  }

  /** Configures the rule on a transition of a project's workflow as the workflow editor does. */
  async setRule(
    projectKey: string,
    transitionName: string,
    { requires, mode = 'enforce' }: { readonly requires: 'prepared' | 'accepted'; readonly mode?: 'enforce' | 'observe' },
  ): Promise<void> {
    const { site } = this.running;
    const account = this.account('jiraAdmin');
    const workflow = site.listWorkflows(account).find(({ projectKeys }) => projectKeys.includes(projectKey));
    const view = workflow === undefined ? null : site.findWorkflow(account, workflow.id);
    const rule = view?.transitions.find(({ name }) => name === transitionName)?.rules[0];
    if (view === null || rule === undefined) throw new Error(`${transitionName} has no rule`);
    await site.editRule(account, view.id, rule.ruleId, JSON.stringify({ schema: 1, requires, mode, onFault: 'block' }));
  }

  /** Turns Baton on in a project and answers its first type; `change` saves it with other settings. */
  async turnOn(projectKey = 'SHOP', change: Partial<HandoffType> = {}): Promise<HandoffType> {
    const place = { projectKey };
    const before = await this.value('projectAdmin', 'settings.get', {}, place);
    const on = before.on ? before : await this.value('projectAdmin', 'settings.turnOn', { rev: before.rev, route: null }, place);
    const current = on.types[0]?.current;
    if (current === undefined) throw new Error('nothing was turned on');
    if (Object.keys(change).length === 0) return current;
    const { typeId, version: _version, ...draft } = { ...current, ...change };
    const saved = await this.value('projectAdmin', 'settings.saveType', { rev: on.rev, typeId, draft, note: 'As the team works' }, place);
    return saved.types[0]?.current ?? current;
  }

  /** Adds a type that leads back from where another one leads to. */
  async addWayBack(projectKey: string, { route, typeId: _typeId, version: _version, ...given }: HandoffType): Promise<HandoffType> {
    const place = { projectKey };
    const { rev } = await this.value('projectAdmin', 'settings.get', {}, place);
    const back = { fromStatusIds: [route.toStatusId], toStatusId: route.fromStatusIds[0] };
    const draft = { ...given, name: 'QA → Dev', team: 'Dev', route: back };
    const { types } = await this.value('projectAdmin', 'settings.saveType', { rev, typeId: null, draft }, place);
    const added = types.at(-1)?.current;
    if (added === undefined) throw new Error('the way back was not saved');
    return added;
  }

  /** A new work item of the sender's in the status handoffs leave from. */
  async createInDevelopment(summary: string, projectKey = 'SHOP'): Promise<string> {
    const created = await this.rest('sender', 'POST', '/issue', {
      fields: { project: { key: projectKey }, summary, issuetype: { id: '10002' } },
    });
    const { key } = created.body as { key: string };
    await this.rest('sender', 'PUT', `/issue/${key}/assignee`, { accountId: this.account('sender') });
    const moved = await this.move('sender', key, 'In Development');
    if (moved.status !== 204) throw new Error(`the new work item did not move: ${JSON.stringify(moved)}`);
    return key;
  }

  /** Moves as a person does on the board: the first transition that leads to a status of this name. */
  async move(
    part: Part,
    issueKey: string,
    toStatusName: string,
  ): Promise<{ readonly status: number; readonly messages: readonly string[] }> {
    const { body } = await this.rest(part, 'GET', `/issue/${issueKey}/transitions`);
    const { transitions } = body as { transitions: { id: string; to: { name: string } }[] };
    const transition = transitions.find(({ to }) => to.name === toStatusName);
    if (transition === undefined) throw new Error(`no transition of ${issueKey} leads to ${toStatusName}`);
    const answer = await this.rest(part, 'POST', `/issue/${issueKey}/transitions`, { transition: { id: transition.id } });
    return { status: answer.status, messages: (answer.body as { errorMessages?: string[] } | null)?.errorMessages ?? [] };
  }

  async statusOf(issueKey: string): Promise<string> {
    const { body } = await this.rest('sender', 'GET', `/issue/${issueKey}?fields=status`);
    return (body as { fields: { status: { name: string } } }).fields.status.name;
  }

  screen(part: Part, issueKey: string): Promise<HandoffScreen> {
    return this.value(part, 'handoff.get', {}, { issueKey });
  }

  /** The one card of a screen with one route. */
  async card(part: Part, issueKey: string): Promise<HandoffCard> {
    const [card] = (await this.screen(part, issueKey)).cards;
    if (card === undefined) throw new Error(`${issueKey} shows no handoff`);
    return card;
  }

  async handoff(part: Part, issueKey: string): Promise<Handoff> {
    const { handoff } = await this.card(part, issueKey);
    if (handoff === null) throw new Error(`${issueKey} has no live handoff`);
    return handoff;
  }

  async edit(part: Part, issueKey: string, type: HandoffType, changes: readonly DraftChange[]): Promise<Handoff> {
    return (await this.value(part, 'handoff.edit', { commandId: this.commandId(), typeId: type.typeId, changes }, { issueKey })).handoff;
  }

  /** Fills everything *Dev → QA* asks for and names the receiver. */
  prepare(issueKey: string, type: HandoffType, receiver: Part = 'receiver'): Promise<Handoff> {
    return this.edit('sender', issueKey, type, [
      ...ALL_ANSWERS,
      { field: 'receiver', value: { kind: 'person', accountId: this.account(receiver) }, basedOn: 0 },
    ]);
  }

  /** Prepares and hands off; answers the offered handoff. */
  async handOver(issueKey: string, type: HandoffType): Promise<Handoff> {
    const { handoffId } = await this.prepare(issueKey, type);
    const { outcome } = await this.value('sender', 'handoff.handOff', { commandId: this.commandId(), handoffId }, { issueKey });
    if (outcome !== 'handedOff') throw new Error(`handing off ended in ${outcome}`);
    await this.idle();
    return this.handoff('receiver', issueKey);
  }

  accept(issueKey: string, handoff: Handoff, nextStep: string | null = null): Promise<BridgeContract['handoff.accept']['result']> {
    const payload = { commandId: this.commandId(), handoffId: handoff.handoffId, digest: handoff.offer?.digest, nextStep };
    return this.value('receiver', 'handoff.accept', payload, { issueKey });
  }
}

/** The six short things of the default type, without the receiver. */
export const ALL_ANSWERS: readonly DraftChange[] = [
  { field: 'item', id: 'pull_request', value: { kind: 'link', url: 'https://git.example.com/pull/7' }, basedOn: 0 },
  { field: 'item', id: 'where_to_test', value: { kind: 'text', text: 'Staging 4, account qa-7' }, basedOn: 0 },
  { field: 'item', id: 'how_to_check', value: { kind: 'text', text: 'Pay with a voucher and look at the total' }, basedOn: 0 },
  { field: 'item', id: 'known_issues', value: { kind: 'noneKnown' }, basedOn: 0 },
  { field: 'section', id: 'situation', value: 'The checkout adds the voucher before shipping', basedOn: 0 },
  { field: 'section', id: 'recommendation', value: 'Look at refunds first', basedOn: 0 },
];

function moduleOf(name: BridgeFunction, place: Place): string {
  if (name.startsWith('settings.')) return 'handoff-settings';
  if (name.startsWith('admin.')) return 'get-started';
  if (name.startsWith('playbook.')) return 'playbook';
  if (name.startsWith('gadget.')) return 'handoff-health';
  return 'projectKey' in place ? 'handoffs' : 'handoff-context';
}

/** The app's sources and manifest beside empty pages: what the manifest names must exist. */
export function makeAppFolder(folder: string): string {
  const appFolder = join(folder, 'app');
  mkdirSync(join(appFolder, 'build', 'static', 'icons'), { recursive: true });
  mkdirSync(join(folder, 'data'), { recursive: true });
  for (const page of PAGES) writeFileSync(join(appFolder, 'build', 'static', `${page}.html`), '<!doctype html><title>page</title>');
  copyFileSync(join(PROJECT, 'static', 'public', 'icons', 'handoff.svg'), join(appFolder, 'build', 'static', 'icons', 'handoff.svg'));
  symlinkSync(join(PROJECT, 'src'), join(appFolder, 'src'));
  symlinkSync(join(PROJECT, 'manifest.yml'), join(appFolder, 'manifest.yml'));
  return appFolder;
}
