import { isFormer } from '../audit/former-person';
import type { AccountId } from '../handoff/handoff';

/** When an answer is due after handing off: end of the receiver's next working day, or so many of their working hours. */
export type DueRule = { readonly kind: 'nextWorkingDay' } | { readonly kind: 'workingHours'; readonly hours: number };

/** A group of Jira, by its id and the name it had when it was chosen. */
export interface WaiverGroup {
  readonly groupId: string;
  readonly groupName: string;
}

/**
 * Everything of a type beyond the main path. Each is off until a project admin switches it on, and off means invisible
 * (experience.md 1).
 */
export interface TypeOptions {
  /** Answers for the type where the pair cannot go on: is told of overdue handoffs, reassigns, waives. Null: nobody. */
  readonly accountableId: AccountId | null;
  /** One person may be both sides, to try it alone: no rating, in no number, never at high risk (E2). */
  readonly selfAllowed: boolean;
  /** The sender may mark a handoff as high risk, which raises what is asked (S-012, S-060). */
  readonly riskAsked: boolean;
  /** What accepting takes: 0 one click, 1 the next step in own words, 2 a readback quiz, 3 a second person's sign-off too (S-060). */
  readonly verificationLevel: 0 | 1 | 2 | 3;
  /** Advice to talk where much is handed over: not given, a hint, or needed to accept (S-138). */
  readonly talk: 'off' | 'hint' | 'required';
  /** Null: nothing is ever due. */
  readonly due: DueRule | null;
  /** An overdue handoff reminds its receiver, once. Needs `due`. */
  readonly overdueReminds: boolean;
  /** An overdue handoff tells the accountable person, once. Needs `due` and `accountableId`. */
  readonly overdueEscalates: boolean;
  /** The receiver's *Away until*: not shown, shown, or stopping a handoff unless a reason is given (S-050). */
  readonly readiness: 'off' | 'shown' | 'blocks';
  /** The sender may hold a complete handoff until a time (S-123). */
  readonly holdAllowed: boolean;
  /** How long the sender stays first to answer after acceptance, in working hours; null: not at all (S-029). */
  readonly supportHours: number | null;
  /** "I don't know yet", with who finds out and until when; it stays left (S-039). */
  readonly unknownAllowed: boolean;
  /**
   * Known issues and unanswered questions of the last handoff are offered in the next one, and what was repeated from it word by word is
   * marked for the receiver (domain.md 2.5).
   */
  readonly carriesOver: boolean;
  /** Somebody may let one move pass, with a reason (T24). Needs `accountableId` or `waiverGroup`. */
  readonly waiversAllowed: boolean;
  /** Its members may let one move pass just as the accountable person may (T24). Needs `waiversAllowed`; null: nobody else. */
  readonly waiverGroup: WaiverGroup | null;
  /** What the receiver reads back to, in place of the usual words, at most 120 characters (S-032); empty: the usual words. */
  readonly readbackPrompt: string;
  /** Statuses in which the receiving side works, at most 10: entering one is the first work on it (M04). Empty: nothing is recorded. */
  readonly workStatusIds: readonly string[];
  /**
   * Reviews of the type (S-126): not there; can be opened; or due every month, on the fifth working day of the next. Nothing is ever overdue
   * unless monthly.
   */
  readonly review: 'off' | 'on' | 'monthly';
  /** Some accepted handoffs are drawn at random, and whoever looks after the type looks whether their answers are so (M16). */
  readonly spotChecks: boolean;
}

/** Most statuses in which the receiving side works. */
export const MAX_WORK_STATUSES = 10;

/** Everything off. */
export const NO_OPTIONS: TypeOptions = {
  accountableId: null,
  selfAllowed: false,
  riskAsked: false,
  verificationLevel: 0,
  talk: 'off',
  due: null,
  overdueReminds: false,
  overdueEscalates: false,
  readiness: 'off',
  holdAllowed: false,
  supportHours: null,
  unknownAllowed: false,
  carriesOver: false,
  waiversAllowed: false,
  waiverGroup: null,
  readbackPrompt: '',
  workStatusIds: [],
  review: 'off',
  spotChecks: false,
};

/**
 * The options of a type; what it does not say is off. Level 1 is also what *next step required* alone asks for. Somebody whose account was
 * closed answers for nothing any more: a project admin steps in, and settings ask for somebody else (E20).
 */
export function optionsOf(type: { readonly options?: Partial<TypeOptions>; readonly nextStepRequired: boolean }): TypeOptions {
  const given = { ...NO_OPTIONS, ...type.options };
  const options = given.accountableId !== null && isFormer(given.accountableId) ? { ...given, accountableId: null } : given;
  return type.nextStepRequired && options.verificationLevel === 0 ? { ...options, verificationLevel: 1 } : options;
}

/** Whether a type names somebody who answers for it, be it one who left: a project admin may step in wherever somebody does. */
export function isAnsweredFor({ options }: { readonly options?: Partial<TypeOptions> }): boolean {
  return (options?.accountableId ?? null) !== null;
}

/**
 * Only what is on and means something, properties in one order; undefined when that is nothing, so that such a type is stored as it
 * always was. Idempotent.
 *
 * Nothing is overdue without a due time; where nobody answers for the type, nobody is told; and without anybody who may, no move is let pass.
 */
export function normaliseOptions(options: Partial<TypeOptions> | undefined): Partial<TypeOptions> | undefined {
  const given: TypeOptions = { ...NO_OPTIONS, ...options };
  const isDue = given.due !== null;
  const isAnswered = given.accountableId !== null;
  const waiversAllowed = given.waiversAllowed && (isAnswered || given.waiverGroup !== null);
  const all: TypeOptions = {
    ...given,
    due: given.due === null ? null : normaliseDue(given.due),
    overdueReminds: isDue && given.overdueReminds,
    overdueEscalates: isDue && isAnswered && given.overdueEscalates,
    waiversAllowed,
    waiverGroup: waiversAllowed ? normaliseGroup(given.waiverGroup) : null,
    workStatusIds: given.workStatusIds.length === 0 ? NO_OPTIONS.workStatusIds : [...new Set(given.workStatusIds)].sort(),
  };
  const on = OPTION_NAMES.filter((name) => all[name] !== NO_OPTIONS[name]);
  return on.length === 0 ? undefined : Object.fromEntries(on.map((name) => [name, all[name]]));
}

const OPTION_NAMES = Object.keys(NO_OPTIONS) as (keyof TypeOptions)[];

function normaliseDue(due: DueRule): DueRule {
  return due.kind === 'workingHours' ? { kind: 'workingHours', hours: due.hours } : { kind: 'nextWorkingDay' };
}

function normaliseGroup(group: WaiverGroup | null): WaiverGroup | null {
  return group === null ? null : { groupId: group.groupId, groupName: group.groupName };
}
