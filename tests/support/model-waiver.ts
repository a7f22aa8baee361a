import type { Command, DecisionContext, RefusalCode } from '../../src/domain/handoff/command';
import type { Expectation, Model, ModelHandoff } from './handoff-model';
import { begin, findActive, receiverOf, revise, whatIsLeft } from './model-draft';
import { isReal, laterOf } from './model-text';

const DAY_MS = 24 * 3_600_000;

/** Whether a waiver lets the next incomplete offer pass: granted, not used, not run out. */
export function isLetPass({ pass }: ModelHandoff, { now }: DecisionContext): boolean {
  return pass !== '' && now < pass;
}

/** The draft an offer is made from: of a returned handoff that is let pass, the next attempt. */
export function offeredDraft(handoff: ModelHandoff, context: DecisionContext): ModelHandoff {
  return handoff.state === 'RETURNED' && isLetPass(handoff, context) ? revise(handoff, context) : handoff;
}

/** What holds an offer back: what is left, unless it is let pass. Nobody can let pass that nobody else is asked. */
export function holdsBack(handoff: ModelHandoff, context: DecisionContext): readonly string[] {
  const left = whatIsLeft(offeredDraft(handoff, context), context);
  return isLetPass(handoff, context) && !left.includes('receiver') ? [] : left;
}

/** What an offer changes: a waiver is used up where something was left. */
export function offer(handoff: ModelHandoff, context: DecisionContext): Partial<ModelHandoff> {
  const draft = offeredDraft(handoff, context);
  const pass = isLetPass(handoff, context) && whatIsLeft(draft, context).length > 0 ? '' : handoff.pass;
  if (holdsBack(handoff, context).length > 0) return draft.saysMovedIncomplete ? draft : { ...draft, saysMovedIncomplete: true, pass };
  const asked = receiverOf(draft.values, context);
  const beganAt = draft.attempt === 1 ? laterOf(context.now, draft.changedAt) : draft.beganAt;
  return { ...draft, state: 'OFFERED', takenBy: null, isReminded: false, saysMovedIncomplete: false, asked, pass, beganAt };
}

/** T24: the accountable person, or a project admin where there is none, and never one of the pair. */
export function waive(model: Model, { reason, typeId }: Extract<Command, { type: 'waive' }>, context: DecisionContext): Expectation {
  const { actor, handoffType, actorIsProjectAdmin, issue } = context;
  const by = actor.kind === 'user' ? actor.accountId : null;
  const accountable = handoffType.options?.accountableId ?? null;
  const isTheirs = accountable === null ? actorIsProjectAdmin === true : accountable === by;
  if (by === null || handoffType.options?.waiversAllowed !== true || !isTheirs) return { reasons: ['FORBIDDEN'] };
  const active = findActive(model, typeId);
  const { room, draft } =
    active === null ? begin(model, context, { sender: issue.assigneeId ?? by, receiver: undefined }) : { room: model, draft: active };
  const at = laterOf(context.now, draft.changedAt);
  const asked = draft.asked ?? draft.values['receiver']?.value;
  const reasons: RefusalCode[] = isReal(reason) ? [] : ['REASON_REQUIRED'];
  if (active === null && !context.actorCanEdit) reasons.push('FORBIDDEN');
  if (draft.values['sender']?.value === by || draft.takenBy === by || asked === `person:${by}`) reasons.push('FORBIDDEN');
  if (draft.pass !== '' && at < draft.pass) reasons.push('INVALID_STATE');
  if (reasons.length > 0) return { reasons };
  const granted = { ...draft, changedAt: at, pass: new Date(Date.parse(at) + DAY_MS).toISOString() };
  const live = active === null ? [...room.live, granted] : replaced(room, granted);
  return { next: { ...room, live } };
}

/** A move without a handoff is kept on the log of the active one, which stays as it is. */
export function recordBypass(model: Model, { typeId }: Extract<Command, { type: 'recordBypass' }>, context: DecisionContext): Expectation {
  if (context.path === 'panel') return { reasons: ['FORBIDDEN'] };
  const active = findActive(model, typeId);
  if (active === null) return { next: model };
  return { next: { ...model, live: replaced(model, { ...active, changedAt: laterOf(context.now, active.changedAt) }) } };
}

function replaced({ live }: Model, handoff: ModelHandoff): readonly ModelHandoff[] {
  return live.map((each) => (each.id === handoff.id ? handoff : each));
}
