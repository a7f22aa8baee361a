import type { Command, DecisionContext, RefusalCode } from '../../src/domain/handoff/command';
import type { HandoffState, WaiverKind } from '../../src/domain/handoff/handoff';
import type { Values } from './model-draft';

/** One live handoff as the state table sees it: no instants but those a rule depends on, receivers as one word. */
export interface ModelHandoff {
  readonly id: string;
  readonly typeId: string;
  readonly state: HandoffState;
  readonly attempt: number;
  readonly values: Values;
  /** `person:ana`, `group:ops`: who is asked. Null while nobody is. */
  readonly asked: string | null;
  /** Since when they are; empty while nobody is. */
  readonly askedAt: string;
  readonly takenBy: string | null;
  readonly isReminded: boolean;
  /** Whether anybody of the receiving side reacted to this offer. */
  readonly isReacted: boolean;
  /** When a reaction to this offer is due; empty where nothing is due. */
  readonly dueAt: string;
  /** Whether it was noted that nobody reacted in time. */
  readonly isNotedOverdue: boolean;
  /** Whether this offer hands over so much, or so risky, that talking is advised. */
  readonly isTalkAdvised: boolean;
  readonly talk: { readonly by: string; readonly confirmedBy: string | null } | null;
  readonly isTalkWaived: boolean;
  /** Of this offer, oldest first. `nextStep` is what was read back about the recommendation; empty where it was not asked. */
  readonly readbacks: readonly { readonly by: string; readonly stands: boolean; readonly isHeard: boolean; readonly nextStep: string }[];
  readonly secondSigner: string | null;
  /** What the newest return named, by field. */
  readonly named: readonly string[];
  readonly questions: readonly { readonly id: string; readonly by: string; readonly isAnswered: boolean; readonly isWithdrawn: boolean }[];
  readonly acceptedBy: string | null;
  readonly acceptedAt: string;
  /** The fix version it was accepted with, or last confirmed with: empty once it is gone, null where there was none. */
  readonly relied: string | null;
  /** Value and comment of the rating in one text; null while there is none. */
  readonly rating: string | null;
  /** When it was rated last; empty while it was not. */
  readonly ratedAt: string;
  readonly notes: readonly { readonly by: string; readonly at: string }[];
  /** `receiver`, or when the work item moved back. */
  readonly reworks: readonly string[];
  readonly isWorkStarted: boolean;
  /** Until when it waits although it is complete, and whether that came and it could not go out; null while it does not. */
  readonly hold: { readonly until: string; readonly isStuck: boolean } | null;
  readonly saysMovedIncomplete: boolean;
  readonly refusedAt: string;
  /** When it was handed off first, else when it was begun. */
  readonly beganAt: string;
  /** The newest waiver that was not used; null without one. */
  readonly pass: { readonly until: string; readonly kinds: readonly WaiverKind[] } | null;
  readonly changedAt: string;
}

/** What is known of a handoff that ended. */
export type ModelEnded = Pick<
  ModelHandoff,
  'id' | 'typeId' | 'state' | 'acceptedBy' | 'acceptedAt' | 'reworks' | 'beganAt' | 'isWorkStarted'
>;

/** Everything the model remembers of one work item. */
export interface Model {
  readonly live: readonly ModelHandoff[];
  /** Newest first. */
  readonly ended: readonly ModelEnded[];
  readonly counts: Readonly<Record<string, number>>;
}

export const EMPTY_MODEL: Model = { live: [], ended: [], counts: {} };

/** What a command comes to by the table: the next model, or every reason against it. */
export type Expectation = { readonly next: Model } | { readonly reasons: readonly RefusalCode[] };

/** What the machine chose and the table cannot know. */
export interface Seen {
  /** Whether the command names the package that was offered. */
  readonly isCurrentPackage: boolean;
  /** Whether the command names the change that is there now. */
  readonly isCurrentChange: boolean;
  /** Id the command's question has. */
  readonly newQuestionId: string;
  /** What the offer is asked about when it is read back. */
  readonly asksAbout: readonly string[];
}

/** A command that meets a live handoff. */
export interface Subject<Type extends Command['type'] = Command['type']> extends Seen {
  readonly handoff: ModelHandoff;
  readonly command: Extract<Command, { type: Type }>;
  readonly context: DecisionContext;
}

/** Who meets which handoff, whatever the command. */
export type Meeting = Pick<Subject, 'handoff' | 'context'>;

/** One row of the table: who may, in which states, what else must hold, and where it leads. */
export interface Rule<Type extends Command['type']> {
  readonly who: readonly Role[];
  readonly from: readonly HandoffState[];
  /** Codes with what breaks them; all that are broken are reasons. */
  readonly unless?: Partial<Record<RefusalCode, (subject: Subject<Type>) => boolean>>;
  /** Allowed, and nothing changes. */
  readonly idle?: (subject: Subject<Type>) => boolean;
  readonly to: (subject: Subject<Type>) => Partial<ModelHandoff>;
}

/** Commands that meet a live handoff, each with a row of its own. */
export type Ruled = Exclude<
  Command['type'],
  'edit' | 'startAgain' | 'handBack' | 'waive' | 'recordBypass' | 'supersede' | 'recordRework' | 'recordMoveBack' | 'recordWorkStart'
>;

/** Some rows of the table. */
export type Rows<Type extends Ruled> = { readonly [Each in Type]: Rule<Each> };

/** What somebody is to a handoff (domain.md 4.3 and 4.5); one actor may be several. */
type Role =
  | 'sender'
  | 'editor'
  | 'receivingSide'
  | 'sendingSide'
  | 'accepter'
  | 'accountable'
  | 'projectAdmin'
  | 'system'
  | 'mover'
  | 'standsIn'
  | 'anyone';

/** Everything the actor is to the handoff. */
export function rolesOf(handoff: ModelHandoff, context: DecisionContext): ReadonlySet<Role> {
  const roles = new Set<Role>(['anyone']);
  const { actor, path } = context;
  if (path !== 'panel') roles.add('mover');
  if (actor.kind === 'system') roles.add('system');
  if (actor.kind !== 'user') return roles;
  const { accountId } = actor;
  if (context.actorIsProjectAdmin === true) roles.add('projectAdmin');
  if (context.handoffType.options?.accountableId === accountId) roles.add('accountable');
  const isSender = senderOf(handoff) === accountId;
  const isAsked = handoff.asked === `person:${accountId}` || (isPool({ handoff }) && context.actorIsCandidate);
  if (standsIn(context)) roles.add('standsIn');
  if (isSender) roles.add('sender');
  if (context.actorCanEdit) roles.add('editor');
  if (handoff.acceptedBy === accountId) roles.add('accepter');
  if (!isSender && handoff.asked !== null && (isAsked || handoff.takenBy === accountId)) roles.add('receivingSide');
  if (isSender || (context.actorCanEdit && !roles.has('receivingSide') && !roles.has('accepter'))) roles.add('sendingSide');
  return roles;
}

/** The acting person; null for automation and Baton. */
export function person({ actor }: DecisionContext): string | null {
  return actor.kind === 'user' ? actor.accountId : null;
}

/** Who hands it over now. */
export function senderOf({ values }: Pick<ModelHandoff, 'values'>): string {
  return values['sender']?.value ?? '';
}

/** The accountable person or a project admin, who step in for the pair. */
export function standsIn(context: DecisionContext): boolean {
  return (
    person(context) !== null && (context.handoffType.options?.accountableId === person(context) || context.actorIsProjectAdmin === true)
  );
}

/** Whether one of several is asked. */
export function isPool({ handoff }: Pick<Subject, 'handoff'>): boolean {
  return handoff.asked?.startsWith('person:') === false;
}

/** Whether a pool is asked and nobody took it yet. */
export function isUntakenPool(subject: Meeting): boolean {
  return subject.handoff.state === 'OFFERED' && isPool(subject);
}

export function isTakenByOther({ handoff, context }: Meeting): boolean {
  return handoff.takenBy !== null && handoff.takenBy !== person(context);
}

/** Whether somebody else has it in hand now. */
export function isWithReceiver({ state }: ModelHandoff): boolean {
  return state === 'OFFERED' || state === 'IN_VERIFICATION';
}

/** A named receiver's first step takes the handoff. */
export function takes(subject: Meeting): Partial<ModelHandoff> {
  return isUntakenPool(subject) ? {} : { state: 'IN_VERIFICATION', takenBy: person(subject.context), isReacted: true };
}

/** Ms from an instant to now. */
export function since(earlier: string, { now }: DecisionContext): number {
  return Date.parse(now) - Date.parse(earlier);
}

export function isBlank(text: string | null): boolean {
  return (text ?? '').trim() === '';
}

/** Terminal handoffs leave the live ones for the list of ended ones (I10). */
export function put(model: Model, handoff: ModelHandoff): Model {
  const { id, state } = handoff;
  const isOver = state === 'CLOSED' || state === 'CANCELLED' || state === 'SUPERSEDED' || state === 'VOIDED';
  return isOver
    ? { ...model, live: model.live.filter((each) => each.id !== id), ended: [toEnded(handoff), ...model.ended] }
    : { ...model, live: model.live.map((each) => (each.id === id ? handoff : each)) };
}

function toEnded({ id, typeId, state, acceptedBy, acceptedAt, reworks, beganAt, isWorkStarted }: ModelHandoff): ModelEnded {
  return { id, typeId, state, acceptedBy, acceptedAt, reworks, isWorkStarted, beganAt: state === 'CLOSED' ? beganAt : '' };
}
