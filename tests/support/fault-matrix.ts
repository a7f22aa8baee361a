import { isDeepStrictEqual } from 'node:util';
import { setTimeout as wait } from 'node:timers/promises';

import type { RemoteCallRecord } from '../../local-jira/remote/call-log';
import type { Fault } from '../../local-jira/remote/fault-list';
import texts from '../../src/contract/locales/en-US.json';
import { AppSite } from './app-site';
import { FAULT_COMMANDS } from './fault-commands';
import type { Answer, FaultCommand, StoryKind } from './fault-press';
import { buildScenes, type Scene, type SceneName } from './fault-scenes';
import { brokenDeliveries, brokenLaws, numbersStoryOf, settingsStoryOf, siteStoryOf, StoredState, storyOf } from './fault-state';

/** One remote call of a clean run, found again by function, method and path, and its place among those. */
interface CallPlace {
  readonly service: string;
  readonly functionKey: string;
  readonly line: string;
  readonly nth: number;
}

/** What goes wrong with that call. `outage`: it and every later one like it, until the command and what it set off are over. */
export const FAULT_KINDS = ['500', '429', 'dropped', 'late', 'answer lost', 'outage'] as const;
type FaultKind = (typeof FAULT_KINDS)[number];

/** One cell of the matrix. */
export interface FaultCase {
  readonly command: FaultCommand;
  readonly place: CallPlace;
  readonly kind: FaultKind;
}

/** What came of a cell: what it broke, in words; empty when everything held. */
export interface CaseOutcome {
  readonly case: FaultCase;
  readonly broken: readonly string[];
  readonly answer: string;
  /** The run took another way and never met the fault. */
  readonly missed: boolean;
}

/** What a clean run of a command leads to. */
interface CleanRun {
  readonly calls: readonly CallPlace[];
  readonly answer: Answer;
  readonly before: unknown;
  readonly after: unknown;
  readonly mails: number;
}

const MINUTE_MS = 60_000;

/** A little more than the app's own patience with this call, in ms (`src/forge/kvs-call.ts`, `jira-request.ts`, `event-queue.ts`). */
function lateMs({ service, line }: CallPlace): number {
  const isStorageRead = service === 'kvs' && /\/(get|query)$/u.test(line);
  return isStorageRead || service === 'events' ? 4_400 : 8_400;
}

function toFault(place: CallPlace, kind: FaultKind): Partial<Fault> & { service: string } {
  const { service, functionKey, line, nth } = place;
  const where = { service, functionKey, match: line, skip: nth };
  switch (kind) {
    case '500':
      return { ...where, status: 500 };
    case '429':
      return { ...where, status: 429, code: 'TOO_MANY_REQUESTS' };
    case 'dropped':
      return { ...where, drop: true };
    case 'late':
      return { ...where, delayMs: lateMs(place) };
    case 'answer lost':
      return { ...where, lostAnswer: true };
    case 'outage':
      return { ...where, status: 503, times: 'always' };
  }
}

/** Runs cells of the matrix on sites that each go back to the cell's scene first. */
export class FaultMatrix {
  private constructor(
    private readonly sites: readonly AppSite[],
    private readonly scenes: ReadonlyMap<SceneName, Scene>,
    private readonly cleanRuns: ReadonlyMap<FaultCommand, CleanRun>,
  ) {}

  /** @param siteCount How many sites work at the same time: most of a late cell is waiting. */
  static async start(
    siteCount: number,
    { commands = FAULT_COMMANDS, buildFolder }: { commands?: readonly FaultCommand[]; buildFolder?: string } = {},
  ): Promise<FaultMatrix> {
    const first = await AppSite.start(buildFolder);
    const others = await Promise.all(Array.from({ length: siteCount - 1 }, () => AppSite.start(buildFolder)));
    const scenes = await buildScenes(first, new Set(commands.map(({ scene }) => scene)));
    const cleanRuns = new Map<FaultCommand, CleanRun>();
    for (const command of commands) cleanRuns.set(command, await runClean(first, command, sceneOf(scenes, command)));
    return new FaultMatrix([first, ...others], scenes, cleanRuns);
  }

  async close(): Promise<void> {
    await Promise.all(this.sites.map((site) => site.close()));
  }

  /** Every remote call of every command, with every fault. */
  listCases(): readonly FaultCase[] {
    return [...this.cleanRuns].flatMap(([command, { calls }]) =>
      calls.flatMap((place) => FAULT_KINDS.map((kind) => ({ command, place, kind }))),
    );
  }

  async runAll(cases: readonly FaultCase[], hear: (outcome: CaseOutcome) => void = () => undefined): Promise<readonly CaseOutcome[]> {
    const waiting = [...cases];
    const outcomes: CaseOutcome[] = [];
    const work = async (site: AppSite): Promise<void> => {
      for (let next = waiting.shift(); next !== undefined; next = waiting.shift()) {
        const outcome = await this.run(site, next);
        outcomes.push(outcome);
        hear(outcome);
      }
    };
    await Promise.all(this.sites.map(work));
    return outcomes;
  }

  private async run(site: AppSite, one: FaultCase): Promise<CaseOutcome> {
    const { command, place, kind } = one;
    const clean = this.cleanRuns.get(command);
    if (clean === undefined) throw new Error(`${command.name} has no clean run`);
    const scene = sceneOf(this.scenes, command);
    const broken: string[] = [];
    const hold = (isHeld: boolean, what: string): void => {
      if (!isHeld) broken.push(what);
    };
    await site.importState(scene.state);
    await site.takeCalls();
    const state = new StoredState(site.databaseFile);
    try {
      await site.fault(toFault(place, kind));
      const answer = await command.run(site, scene);
      judgeAnswer(answer, one, clean, hold);
      const then = toStory(state, command, scene);
      const isNew = isDeepStrictEqual(then, clean.after);
      hold(isNew || isDeepStrictEqual(then, clean.before), `a mix: ${JSON.stringify(then)}`);
      if (answer.code === 'ok' && command.mayBeLate !== true) hold(isNew, `said ok, and stands at ${JSON.stringify(then)}`);
      broken.push(...brokenNow(state, command));
      await settle(site);
      const missed = await isStillWaiting(site, kind);
      await site.clearFaults();

      const again = await command.run(site, scene);
      const mayConflict = command.kind === 'settings' && again.code === 'CONFIG_CONFLICT';
      hold(again.code === clean.answer.code || mayConflict, `the same command again: ${again.code} ${again.says}`);
      await site.idle();
      hold(
        isDeepStrictEqual(toStory(state, command, scene), clean.after),
        `after the retry: ${JSON.stringify(toStory(state, command, scene))}`,
      );
      await heal(site, command);
      hold(
        isDeepStrictEqual(toStory(state, command, scene), clean.after),
        `after the sweep: ${JSON.stringify(toStory(state, command, scene))}`,
      );
      broken.push(...brokenLaws(state), ...brokenDeliveries(state));
      const mails = countMails(state, scene);
      const isOnNotify = place.line.includes('/notify');
      hold(isOnNotify ? mails <= clean.mails : mails === clean.mails, `${String(mails)} notifications instead of ${String(clean.mails)}`);
      return { case: one, broken: [...new Set(broken)], answer: answer.code, missed };
    } catch (error) {
      await site.clearFaults();
      await settle(site);
      return { case: one, broken: [...broken, String(error)], answer: 'threw', missed: false };
    } finally {
      state.close();
    }
  }
}

function sceneOf(scenes: ReadonlyMap<SceneName, Scene>, { scene }: FaultCommand): Scene {
  const found = scenes.get(scene);
  if (found === undefined) throw new Error(`there is no scene ${scene}`);
  return found;
}

const STORIES: Readonly<Record<StoryKind, (state: StoredState, issueId: string) => unknown>> = {
  handoff: storyOf,
  gate: storyOf,
  move: (state, issueId) => [storyOf(state, issueId), state.statusOf(issueId)],
  settings: settingsStoryOf,
  site: siteStoryOf,
  numbers: numbersStoryOf,
};

function toStory(state: StoredState, { kind }: FaultCommand, { issueId }: Scene): unknown {
  return STORIES[kind](state, issueId);
}

function countMails(state: StoredState, { issueKey }: Scene): number {
  return issueKey === '' ? 0 : state.mailsAbout(issueKey).length;
}

async function runClean(site: AppSite, command: FaultCommand, scene: Scene): Promise<CleanRun> {
  await site.importState(scene.state);
  await site.takeCalls();
  const state = new StoredState(site.databaseFile);
  try {
    const before = toStory(state, command, scene);
    const mailsBefore = countMails(state, scene);
    const answer = await command.run(site, scene);
    await settle(site);
    const calls = toPlaces(await site.takeCalls());
    const once = toStory(state, command, scene);
    await command.run(site, scene);
    await site.idle();
    await heal(site, command);
    const after = toStory(state, command, scene);
    const broken = [...brokenLaws(state), ...brokenDeliveries(state)];
    const mails = countMails(state, scene);
    if (command.kind !== 'gate' && isDeepStrictEqual(before, after) && mails === mailsBefore)
      broken.push('it changes nothing, and proves nothing');
    if (!isDeepStrictEqual(once, after)) broken.push(`twice is not once: ${JSON.stringify(once)} and ${JSON.stringify(after)}`);
    if (broken.length > 0) throw new Error(`${command.name} without any fault: ${broken.join('; ')}`);
    return { calls, answer, before, after, mails };
  } finally {
    state.close();
  }
}

/** Counts as `/_local/faults` does: the calls of that function that contain this method and path. All cells start from one scene, so ids are the same. */
function toPlaces(calls: readonly RemoteCallRecord[]): readonly CallPlace[] {
  return calls.map(({ service, functionKey, method, path }, index) => {
    const line = `${method} ${path.split('?')[0] ?? ''}`;
    const nth = calls
      .slice(0, index)
      .filter(
        (other) => other.service === service && other.functionKey === functionKey && `${other.method} ${other.path}`.includes(line),
      ).length;
    return { service, functionKey, line, nth };
  });
}

/** Codes one fault of each service may end in, besides success; what the queue does is no trouble of a caller who asks for more than that. */
const CODES: Readonly<Record<string, readonly string[]>> = { kvs: ['STORAGE_BUSY'], jira: ['JIRA_UNAVAILABLE'], events: [] };

function codesOf({ kind }: FaultCommand, { service }: CallPlace): readonly string[] {
  return service === 'events' && kind === 'numbers' ? ['STORAGE_BUSY'] : (CODES[service] ?? []);
}

const COULD_NOT_CHECK = texts['gate.cannotCheck'].split('{')[0] ?? '';

function judgeAnswer(answer: Answer, { command, place }: FaultCase, clean: CleanRun, hold: (isHeld: boolean, what: string) => void): void {
  const { code, says } = answer;
  if (code === clean.answer.code && says === clean.answer.says) return;
  // A move, by hand or by Baton, that the gate could not judge is stopped with the words for that.
  const isStopped = (code === '400' && command.kind === 'gate') || code === 'refusedByJira';
  if (isStopped && place.functionKey === 'gate') {
    hold(says.startsWith(COULD_NOT_CHECK), `stopped with: ${says}`);
    return;
  }
  if (code === 'refusedByJira') {
    hold(says !== '', 'refused without a word');
    return;
  }
  if (code === 'notMoved') {
    hold(place.service === 'jira' || place.functionKey === 'gate', 'not moved for no reason');
    return;
  }
  hold(command.kind !== 'gate' && codesOf(command, place).includes(code), `answered ${code} ${says}`);
  hold(`error.${code}` in texts, `${code} has no words`);
}

/** Laws that hold in the middle of trouble; a scene that lost its projections is only whole after it healed. */
function brokenNow(state: StoredState, { scene }: FaultCommand): string[] {
  return scene === 'unprojected' ? [] : brokenLaws(state);
}

/** Until nothing is due and the last late call has arrived. */
async function settle(site: AppSite): Promise<void> {
  for (;;) {
    await site.idle();
    const { body } = await site.request('GET', '/_local/calls');
    if ((body as { calls: RemoteCallRecord[] }).calls.every(({ endedAt }) => endedAt !== null)) return;
    await wait(50);
  }
}

/** Whether the run never met its fault. */
async function isStillWaiting(site: AppSite, kind: FaultKind): Promise<boolean> {
  const { body } = await site.request('GET', '/_local/faults');
  const { faults } = body as { faults: Fault[] };
  return kind === 'outage' ? faults.some(({ skip = 0 }) => skip > 0) : faults.length > 0;
}

/** Time for queues to try again and for the schedule to sweep. Routes that nobody repaired are, at the project's next gated move. */
async function heal(site: AppSite, { scene }: FaultCommand): Promise<void> {
  if (scene === 'unprojected') await site.move('sender', await site.createInDevelopment('The next one on the board'), 'In QA');
  for (let round = 0; round < 3; round += 1) {
    await site.advance(6 * MINUTE_MS);
    await site.idle();
  }
}

/** A cell in one line. */
export function nameOf({ command, place, kind }: FaultCase): string {
  return `${command.name} × ${place.functionKey}: ${place.line} (${String(place.nth + 1)}) × ${kind}`;
}
