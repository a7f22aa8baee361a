import type { LocalClock } from '../clock/local-clock';
import type { FramePlace, Outcome } from '../site';
import { workdayBefore } from './workdays';

/** A resolver function, called on a module somewhere on the site. */
interface DemoCall {
  moduleKey: string;
  place: FramePlace;
  functionKey: string;
  payload?: unknown;
}

/** What a step of the demo can do, always as somebody. Names are those before the @ of the demo's addresses. */
export interface DemoSite {
  /**
   * Calls a resolver function of a module, as its surface would.
   *
   * @throws {Error} when the function fails.
   */
  invoke(name: string, call: DemoCall): Promise<unknown>;
  /** Takes the transition of that name; a refusal is an answer. */
  move(name: string, issueKey: string, transitionName: string): Promise<Outcome>;
  assign(name: string, issueKey: string, assignee: string | null): Promise<Outcome>;
  comment(name: string, issueKey: string, text: string): Promise<Outcome>;
  create(name: string, projectKey: string, summary: string, typeName: string): Promise<string>;
  accountOf(name: string): string;
  /** The site's clock, in ms since 1970. */
  nowMs(): number;
  /** Goes forward on the site's clock and lets what is due happen. */
  advance(byMs: number): Promise<void>;
  /** Waits until triggers, queues and schedules have settled. */
  idle(): Promise<void>;
}

/** One thing that happened; `title` is said when it fails. */
export interface DemoStep {
  title: string;
  run: (site: DemoSite) => Promise<void>;
}

/** How many working days back the demo begins: more than six weeks, so a finished month can exist. */
const BEGINS_BEFORE_WORKDAYS = 33;

/**
 * Plays the steps on a site clock that begins on a morning some weeks ago and afterwards tells the real time again.
 *
 * @throws {Error} naming the step that failed.
 */
export async function runDemo(steps: DemoStep[], site: DemoSite, clock: LocalClock): Promise<void> {
  if (steps.length === 0) return;
  clock.freeze(workdayBefore(Date.now(), BEGINS_BEFORE_WORKDAYS));
  for (const { title, run } of steps) {
    try {
      await run(site);
      await site.idle();
    } catch (error) {
      throw new Error(`The demo cannot be set up: "${title}" failed: ${error instanceof Error ? error.message : String(error)}`);
    }
  }
  clock.setToRealTime();
  await site.idle();
}
