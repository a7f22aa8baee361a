import { addDays } from '../calendar/calendar-day';
import type { AccountId, Instant } from '../handoff/handoff';
import { EFFORT_OF, QUESTION_IDS, type QuestionId } from './question';

/** Days somebody has for an action item unless they say otherwise. */
const DAYS_TO_ACT = 14;

/** More "no" than this put a type first (S-158). */
const MAX_NO_WITHOUT_PRIORITY = 3;

/** What a person said to a question; a question without one is unanswered, which is not "no". */
export interface Answer {
  readonly questionId: QuestionId;
  readonly says: 'yes' | 'no';
}

/** What a person may say about an action item. */
export interface ItemEdit {
  readonly questionId: QuestionId;
  readonly ownerId: AccountId;
  /** `yyyy-mm-dd`. */
  readonly dueOn: string;
  /** What exactly is to be done; empty where the question says it. */
  readonly note: string;
}

/** One thing to do about a "no" (S-157). */
export interface ActionItem extends ItemEdit {
  /** Somebody changed what was proposed, so it is theirs to take away. */
  readonly edited: boolean;
  /** Who said that it is done, and when; absent while it is open, and until the audit is finished. */
  readonly done?: { readonly by: AccountId; readonly at: Instant };
}

/** The ten questions as far as they are answered; answers in the order of the questions, items by effort. */
export interface AuditRun {
  readonly begunAt: Instant;
  readonly answers: readonly Answer[];
  readonly items: readonly ActionItem[];
}

/** Who gets an action item, and since when its time runs. */
export interface ItemDefaults {
  readonly ownerId: AccountId;
  /** `yyyy-mm-dd`. */
  readonly dueOn: string;
}

/**
 * Defaults of a new item.
 *
 * @param people Who may be asked, first wish first: champion, who answers for the type, who answers the questions. Null is nobody.
 * @param today `yyyy-mm-dd`.
 */
export function itemDefaults(people: readonly [...(AccountId | null)[], AccountId], today: string): ItemDefaults {
  const [last] = people.slice(-1) as [AccountId];
  return { ownerId: people.find((accountId) => accountId !== null) ?? last, dueOn: addDays(today, DAYS_TO_ACT) };
}

/**
 * A run with other answers. Every "no" has one item: the edited one it was given, the one it had, or a new one (S-157). An item nobody
 * edited goes with its "no"; an edited one stays until somebody takes it away.
 *
 * @param answers What is answered now, all of it; of several to one question the last counts.
 * @param edits Every item somebody edited, all of them.
 */
export function takeAnswers(run: AuditRun, answers: readonly Answer[], edits: readonly ItemEdit[], defaults: ItemDefaults): AuditRun {
  const said = new Map(answers.map(({ questionId, says }) => [questionId, says]));
  const edited = new Map(edits.map((edit) => [edit.questionId, edit]));
  const items = QUESTION_IDS.flatMap((questionId): ActionItem[] => {
    const edit = edited.get(questionId);
    if (edit !== undefined) return [{ questionId, ownerId: edit.ownerId, dueOn: edit.dueOn, note: edit.note, edited: true }];
    if (said.get(questionId) !== 'no') return [];
    const had = run.items.find((item) => item.questionId === questionId && !item.edited);
    return [had ?? { questionId, ...defaults, note: '', edited: false }];
  });
  return {
    begunAt: run.begunAt,
    answers: QUESTION_IDS.flatMap((questionId) => {
      const says = said.get(questionId);
      return says === undefined ? [] : [{ questionId, says }];
    }),
    items: sortItems(items),
  };
}

/** The simplest fix first, then in the order of the questions (S-159). Stable; does not change what it is given. */
export function sortItems<Item extends { readonly questionId: QuestionId }>(items: readonly Item[]): readonly Item[] {
  const rank = ({ questionId }: Item): number => EFFORT_OF[questionId] * QUESTION_IDS.length + QUESTION_IDS.indexOf(questionId);
  return [...items].sort((one, other) => rank(one) - rank(other));
}

/** Questions nobody answered yet; none: the run can be finished. */
export function findUnanswered(answers: readonly Answer[]): readonly QuestionId[] {
  return QUESTION_IDS.filter((questionId) => !answers.some((answer) => answer.questionId === questionId));
}

/** How many "no" there are. */
export function countNo(answers: readonly Answer[]): number {
  return answers.filter(({ says }) => says === 'no').length;
}

/** Whether a type with this many "no" comes first (S-158). */
export function isPriority(noCount: number): boolean {
  return noCount > MAX_NO_WITHOUT_PRIORITY;
}
