import { utf8Bytes } from '../audit/canonical-json';
import { addMonths } from '../calendar/calendar-day';
import type { AccountId, Instant } from '../handoff/handoff';
import {
  countNo,
  findUnanswered,
  isPriority,
  takeAnswers,
  type ActionItem,
  type AuditRun,
  type Answer,
  type ItemDefaults,
  type ItemEdit,
} from './audit-run';
import type { Proposal } from './prefill';
import type { QuestionId } from './question';

const MONTHS_BETWEEN = 3;

/** Finished runs kept at hand; older ones are in the document's log. */
const MAX_RUNS = 12;

/** Bytes of finished runs kept at hand: the document has room for the run under way and its salts. */
const MAX_RUNS_BYTES = 48 * 1_024;

/** What an action item takes up more once it is marked done, at most. */
const DONE_BYTES = 200;

/** A finished run: nothing in it changes any more but whether what it asks for is done. */
export interface FinishedRun extends AuditRun {
  readonly finished: { readonly at: Instant; readonly by: AccountId };
  readonly typeVersion: number;
  /** What the evidence said when it was finished. */
  readonly proposals: readonly Proposal[];
  readonly noCount: number;
  readonly priority: boolean;
  /** `yyyy-mm-dd`. */
  readonly nextDueOn: string;
}

/** The audits of one handoff type: content of its `audit` document. */
export interface AuditContent {
  readonly schema: 1;
  /** Null: none is under way. */
  readonly current: AuditRun | null;
  /** Newest first. */
  readonly runs: readonly FinishedRun[];
}

/** Nobody asked the questions yet. */
export const NO_AUDITS: AuditContent = { schema: 1, current: null, runs: [] };

/** What a save brings. */
export interface AuditAnswers {
  readonly answers: readonly Answer[];
  readonly edits: readonly ItemEdit[];
}

/** Takes the answers into the run under way, or begins one. */
export function saveAnswers(
  content: AuditContent,
  { answers, edits }: AuditAnswers,
  { now, defaults }: { readonly now: Instant; readonly defaults: ItemDefaults },
): AuditContent {
  const run = content.current ?? { begunAt: now, answers: [], items: [] };
  return { ...content, current: takeAnswers(run, answers, edits, defaults) };
}

/**
 * Finishes the run under way.
 *
 * @returns Null while a question is unanswered, or where no run is under way (S-158).
 */
export function finishRun(
  content: AuditContent,
  by: AccountId,
  { now, typeVersion, proposals }: { readonly now: Instant; readonly typeVersion: number; readonly proposals: readonly Proposal[] },
): AuditContent | null {
  const { current } = content;
  if (current === null || findUnanswered(current.answers).length > 0) return null;
  const noCount = countNo(current.answers);
  const finished: FinishedRun = {
    ...current,
    finished: { at: now, by },
    typeVersion,
    proposals,
    noCount,
    priority: isPriority(noCount),
    nextDueOn: nextDueOn(now),
  };
  return { ...content, current: null, runs: keepNewest([finished, ...content.runs]) };
}

/** An action item of a finished audit: no two were finished at one moment, and a question has one item. */
export interface ItemPlace {
  readonly finishedAt: Instant;
  readonly questionId: QuestionId;
}

/** The action item at a place; undefined where there is none. */
export function findItem({ runs }: AuditContent, { finishedAt, questionId }: ItemPlace): ActionItem | undefined {
  return runs.find(({ finished }) => finished.at === finishedAt)?.items.find((item) => item.questionId === questionId);
}

/** Says of one action item that it is done, or with null that it is open again; nothing else of the audit changes. */
export function markItem(content: AuditContent, at: ItemPlace, done: FinishedRun['finished'] | null): AuditContent {
  const mark = ({ done: _done, ...item }: ActionItem): ActionItem => (done === null ? item : { ...item, done });
  const runs = content.runs.map((run) =>
    run.finished.at === at.finishedAt
      ? { ...run, items: run.items.map((item) => (item.questionId === at.questionId ? mark(item) : item)) }
      : run,
  );
  return { ...content, runs };
}

/** When the questions come again: three months after they were answered, as `yyyy-mm-dd`; the end of a month that is too short (S-161). */
export function nextDueOn(completedAt: Instant): string {
  return addMonths(completedAt.slice(0, 10), MONTHS_BETWEEN);
}

function keepNewest(runs: readonly FinishedRun[]): readonly FinishedRun[] {
  let kept = runs.slice(0, MAX_RUNS);
  while (kept.length > 1 && bytesOf(kept) > MAX_RUNS_BYTES) kept = kept.slice(0, -1);
  return kept;
}

/** With room for every item to be marked done. */
function bytesOf(runs: readonly FinishedRun[]): number {
  const open = runs.flatMap(({ items }) => items).filter(({ done }) => done === undefined).length;
  return utf8Bytes(JSON.stringify(runs)) + open * DONE_BYTES;
}
