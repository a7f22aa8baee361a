import type { BridgeFunction } from '../../src/contract/bridge-contract';
import type { CallResult } from '../../src/contract/call';
import type { Handoff, Receiver } from '../../src/domain/handoff/handoff';
import type { HandoffType } from '../../src/domain/type/handoff-type';
import { ALL_ANSWERS, AppSite } from './app-site';
import { anItem } from './handoff-world';
import { SiteRows } from './site-rows';

/** Everybody whose access differs, in the order of the matrix' columns. */
export const PEOPLE = [
  'sender',
  'receiver',
  'poolMember',
  'teamMember',
  'lead',
  'projectAdmin',
  'jiraAdmin',
  'outsider',
  'viewer',
] as const;
export type Person = (typeof PEOPLE)[number];

const MAILBOX: Readonly<Record<Person, string>> = {
  sender: 'maya',
  receiver: 'ana',
  poolMember: 'grace',
  teamMember: 'tomas',
  lead: 'lena',
  projectAdmin: 'priya',
  jiraAdmin: 'jonas',
  outsider: 'otto',
  viewer: 'wei',
};

const GROUP = { jiraAdmins: '6f0c1d52-3b7e-4a68-9c15-d2e4f8a7b301', developers: '6f0c1d52-3b7e-4a68-9c15-d2e4f8a7b303' };
const ROLE = { administrators: '10002', developers: '10003', qa: '10004', viewers: '10005' };
export const PROJECT_ID = { shop: '10000', app: '10001', ops: '10002' };

interface Holders {
  readonly userIds: readonly string[];
  readonly groupIds: readonly string[];
}

/** States a handoff can be brought to before somebody calls a function on it. */
export type StageName =
  'draft' | 'offered' | 'pooled' | 'taken' | 'asked' | 'talked' | 'accepted' | 'withdrawn' | 'guarded' | 'toReadBack' | 'readBack';

/** A work item with a handoff in a known state. */
export interface Stage {
  readonly issueKey: string;
  readonly issueId: string;
  readonly handoffId: string;
  readonly digest: string;
  readonly questionId: string;
}

/** One answer of one function to one person. */
export interface Heard {
  readonly person: Person;
  readonly name: BridgeFunction;
  readonly answer: CallResult<unknown>;
}

/**
 * A site where access differs: SHOP with everybody but the outsider, one of them a viewer; APP with an admin of its own; OPS, which was
 * open when a handoff was made in it and is hidden from everybody now.
 */
export class AccessStage {
  /** Everything the bridge answered so far. */
  readonly heard: Heard[] = [];

  readonly rows: SiteRows;

  private constructor(
    readonly site: AppSite,
    readonly type: HandoffType,
    /** Offered in OPS by the sender to the receiver, before both lost sight of it. */
    readonly hidden: Stage,
    private readonly accounts: ReadonlyMap<string, string>,
  ) {
    this.rows = new SiteRows(site);
  }

  static async start(): Promise<AccessStage> {
    const site = await AppSite.start();
    const { body } = await site.request('GET', '/_local/health');
    const accounts = new Map(
      (body as { users: { email: string; accountId: string }[] }).users.map(({ email, accountId }) => [
        email.split('@')[0] ?? '',
        accountId,
      ]),
    );
    const { items } = await site.turnOn();
    const type = await site.turnOn('SHOP', {
      items: [...items, anItem('signed_off', { kind: 'approval', required: false, approverId: null })],
      options: { accountableId: site.account('lead'), waiversAllowed: true, talk: 'hint', holdAllowed: true },
    });
    await site.turnOn('APP');
    const opsType = await site.turnOn('OPS');
    const issueKey = await site.createInDevelopment('Hidden from all', 'OPS');
    const hidden = await toStage(site, issueKey, await site.handOver(issueKey, opsType));
    const stage = new AccessStage(site, type, hidden, accounts);
    stage.drawBorders();
    // An edit right that was checked is remembered for ten minutes: longer ago nobody's is.
    await site.advance(11 * 60_000);
    await site.idle();
    return stage;
  }

  async close(): Promise<void> {
    this.rows.close();
    await this.site.close();
  }

  account(person: Person): string {
    return this.accountOf(MAILBOX[person]);
  }

  async call(
    person: Person,
    name: BridgeFunction,
    payload: unknown,
    context: Readonly<Record<string, string>>,
  ): Promise<CallResult<unknown>> {
    const answer = await this.site.request('POST', '/_local/invoke', {
      moduleKey: moduleOf(name, context),
      functionKey: name,
      payload,
      accountId: this.account(person),
      context,
    });
    if (answer.status !== 200) throw new Error(`${name} answered ${String(answer.status)}: ${JSON.stringify(answer.body)}`);
    const result = answer.body as CallResult<unknown>;
    this.heard.push({ person, name, answer: result });
    return result;
  }

  /** Status of Jira's own answer to this person for a path of its REST API. */
  async restStatus(person: Person, path: string): Promise<number> {
    const authorization = `Basic ${Buffer.from(`${MAILBOX[person]}@example.com:token`).toString('base64')}`;
    return (await this.site.request('GET', `/rest/api/3${path}`, undefined, { authorization })).status;
  }

  /** A fresh work item in SHOP whose handoff stands there. */
  async make(name: StageName): Promise<Stage> {
    const { site, type } = this;
    const issueKey = await site.createInDevelopment(`Access ${name}`);
    const pool: Receiver = { kind: 'role', roleId: ROLE.qa };
    if (name === 'draft') return toStage(site, issueKey, await site.prepare(issueKey, type));
    if (name === 'guarded' || name === 'toReadBack' || name === 'readBack') return this.makeGuarded(issueKey, pool, name);
    if (name === 'pooled' || name === 'taken') {
      const { handoffId } = await site.edit('sender', issueKey, type, [...ALL_ANSWERS, { field: 'receiver', value: pool, basedOn: 0 }]);
      await site.value('sender', 'handoff.handOff', { commandId: site.commandId(), handoffId }, { issueKey });
      if (name === 'taken') await site.value('receiver', 'handoff.take', { commandId: site.commandId(), handoffId }, { issueKey });
      return toStage(site, issueKey, await site.handoff('receiver', issueKey));
    }
    const offered = await site.handOver(issueKey, type);
    const command = { commandId: site.commandId(), handoffId: offered.handoffId };
    if (name === 'asked') {
      await site.value('receiver', 'handoff.ask', { ...command, text: 'Which account has the voucher?' }, { issueKey });
      return toStage(site, issueKey, await site.handoff('receiver', issueKey));
    }
    if (name === 'talked') await site.value('sender', 'handoff.logTalk', command, { issueKey });
    if (name === 'accepted') await site.accept(issueKey, offered);
    if (name === 'withdrawn')
      await site.value('sender', 'handoff.withdraw', { ...command, reason: 'The release moved to May' }, { issueKey });
    return toStage(site, issueKey, offered);
  }

  /** A time to hold until, a day from now by the machine's clock, which the site's is close to. */
  tomorrow(): string {
    return new Date(Date.now() + 24 * 3_600_000).toISOString();
  }

  /** The month that goes on, `yyyy-mm`. */
  month(): string {
    return new Date().toISOString().slice(0, 7);
  }

  /** Answers to what a readback of the prepared handoff asks. */
  answers(): readonly { readonly questionId: string; readonly text: string }[] {
    return ['where_to_test', 'recommendation', 'situation'].map((questionId) => ({
      questionId,
      text: `Ana says what ${questionId} means`,
    }));
  }

  /** Level 3 with the lead as the accountable person: taken by the receiver out of a pool, or offered to the receiver by name. */
  private async makeGuarded(issueKey: string, pool: Receiver, name: 'guarded' | 'toReadBack' | 'readBack'): Promise<Stage> {
    const { site } = this;
    const options = { verificationLevel: 3, accountableId: this.account('lead'), waiversAllowed: true } as const;
    const type = await site.turnOn('SHOP', { options });
    const receiver: Receiver = name === 'toReadBack' ? { kind: 'person', accountId: this.account('receiver') } : pool;
    const { handoffId } = await site.edit('sender', issueKey, type, [...ALL_ANSWERS, { field: 'receiver', value: receiver, basedOn: 0 }]);
    await site.value('sender', 'handoff.handOff', { commandId: site.commandId(), handoffId }, { issueKey });
    const command = (): object => ({ commandId: site.commandId(), handoffId });
    if (name !== 'toReadBack') await site.value('receiver', 'handoff.take', command(), { issueKey });
    const made = await toStage(site, issueKey, await site.handoff('receiver', issueKey));
    const given = { ...command(), digest: made.digest, answers: this.answers() };
    if (name === 'readBack') await site.value('receiver', 'handoff.readback', given, { issueKey });
    await site.turnOn('SHOP', { options: {} });
    return made;
  }

  private drawBorders(): void {
    const { rows } = this;
    const wei = this.account('viewer');
    rows.changeDocument<{ memberIds: readonly string[] }>('group', GROUP.developers, (group) => ({
      ...group,
      memberIds: group.memberIds.filter((id) => id !== wei),
    }));
    this.setRole(PROJECT_ID.shop, ROLE.viewers, { userIds: [wei], groupIds: [] });
    this.setRole(PROJECT_ID.app, ROLE.administrators, { userIds: [this.account('lead')], groupIds: [GROUP.jiraAdmins] });
    const onlySara = { userIds: [this.accountOf('sara')], groupIds: [] };
    for (const role of Object.values(ROLE)) this.setRole(PROJECT_ID.ops, role, onlySara);
  }

  private setRole(projectId: string, roleId: string, holders: Holders): void {
    this.rows.changeDocument<{ roleActors: Readonly<Record<string, Holders>> }>('project', projectId, (project) => ({
      ...project,
      roleActors: { ...project.roleActors, [roleId]: holders },
    }));
  }

  private accountOf(mailbox: string): string {
    const found = this.accounts.get(mailbox);
    if (found === undefined) throw new Error(`the demo has nobody called ${mailbox}`);
    return found;
  }
}

async function toStage(site: AppSite, issueKey: string, { handoffId, offer, questions }: Handoff): Promise<Stage> {
  const { id } = (await site.screen('sender', issueKey)).issue;
  return { issueKey, issueId: id, handoffId, digest: offer?.digest ?? 'ab', questionId: questions[0]?.questionId ?? 'none' };
}

function moduleOf(name: BridgeFunction, context: Readonly<Record<string, string>>): string {
  if (name.startsWith('settings.')) return 'handoff-settings';
  if (name.startsWith('admin.')) return 'get-started';
  if (name.startsWith('playbook.')) return 'playbook';
  if (name.startsWith('gadget.')) return 'handoff-health';
  if (name.startsWith('rule.')) return 'handoff-gate';
  return 'projectKey' in context ? 'handoffs' : 'handoff-context';
}
