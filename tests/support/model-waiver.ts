import type { Command, DecisionContext, RefusalCode } from '../../src/domain/handoff/command';
import type { WaiverKind } from '../../src/domain/handoff/handoff';
import { begin, findActive, isSelf, receiverOf, revise, whatIsLeft } from './model-draft';
import { isWithReceiver, person, put, senderOf, type Expectation, type Model, type ModelHandoff, type Rows } from './model-handoff';
import { offerTo } from './model-offer';
import { isReal, laterOf } from './model-text';

const DAY_MS = 24 * 3_600_000;

/** Whether a waiver lets something pass: granted for it, not used, not run out. */
export function isLetPass({ pass }: ModelHandoff, { now }: DecisionContext, kind: WaiverKind): boolean {
  return pass !== null && now < pass.until && pass.kinds.includes(kind);
}

/** The draft an offer is made from: of a returned handoff that is let pass, the next attempt. */
function offeredDraft(handoff: ModelHandoff, context: DecisionContext): ModelHandoff {
  return handoff.state === 'RETURNED' && isLetPass(handoff, context, 'left') ? revise(handoff, context) : handoff;
}

/** What holds an offer back: what is left, unless it is let pass. Nobody can let pass that nobody else is asked. */
function holdsBack(handoff: ModelHandoff, context: DecisionContext): readonly string[] {
  const left = whatIsLeft(offeredDraft(handoff, context), context);
  return isLetPass(handoff, context, 'left') && !left.includes('receiver') ? [] : left;
}

/** What an offer changes: a waiver is used up where something was left. */
export function offer(handoff: ModelHandoff, context: DecisionContext): Partial<ModelHandoff> {
  const draft = offeredDraft(handoff, context);
  const pass = isLetPass(handoff, context, 'left') && whatIsLeft(draft, context).length > 0 ? null : handoff.pass;
  if (holdsBack(handoff, context).length > 0) return draft.saysMovedIncomplete ? draft : { ...draft, saysMovedIncomplete: true, pass };
  const beganAt = draft.attempt === 1 ? laterOf(context.now, draft.changedAt) : draft.beganAt;
  return { ...draft, ...offerTo(receiverOf(draft.values, context), draft, context), pass, beganAt };
}

/** T24: the accountable person, a member of the type's group, or a project admin where there is no such person, and never one of the pair. */
export function waive(model: Model, { reason, typeId, kinds }: Extract<Command, { type: 'waive' }>, context: DecisionContext): Expectation {
  const { handoffType, actorIsProjectAdmin, actorIsInWaiverGroup, issue } = context;
  const by = person(context);
  const accountable = handoffType.options?.accountableId ?? null;
  const isOfGroup = actorIsInWaiverGroup === true && (handoffType.options?.waiverGroup ?? null) !== null;
  const isTheirs = isOfGroup || (accountable === null ? actorIsProjectAdmin === true : accountable === by);
  if (by === null || handoffType.options?.waiversAllowed !== true || !isTheirs) return { reasons: ['FORBIDDEN'] };
  const active = findActive(model, typeId);
  const { room, draft } =
    active === null ? begin(model, context, { sender: issue.assigneeId ?? by, receiver: undefined }) : { room: model, draft: active };
  const at = laterOf(context.now, draft.changedAt);
  const asked = draft.asked ?? receiverOf(draft.values, context);
  const reasons: RefusalCode[] = isReal(reason) ? [] : ['REASON_REQUIRED'];
  if (active === null && !context.actorCanEdit) reasons.push('FORBIDDEN');
  if (senderOf(draft) === by || draft.takenBy === by || asked === `person:${by}`) reasons.push('FORBIDDEN');
  if (kinds.length === 0) reasons.push('INVALID_VALUE');
  if (draft.pass !== null && at < draft.pass.until) reasons.push('INVALID_STATE');
  if (reasons.length > 0) return { reasons };
  const granted = { ...draft, changedAt: at, pass: { until: new Date(Date.parse(at) + DAY_MS).toISOString(), kinds } };
  return { next: active === null ? { ...room, live: [...room.live, granted] } : put(room, granted) };
}

/** A move without a handoff is kept on the log of the active one, which stays as it is. */
export function recordBypass(model: Model, { typeId }: Extract<Command, { type: 'recordBypass' }>, context: DecisionContext): Expectation {
  if (context.path === 'panel') return { reasons: ['FORBIDDEN'] };
  const active = findActive(model, typeId);
  if (active === null) return { next: model };
  return { next: put(model, { ...active, changedAt: laterOf(context.now, active.changedAt) }) };
}

/** T5. */
export const OFFERING: Rows<'offer'> = {
  offer: {
    who: ['editor', 'mover'],
    from: ['DRAFT', 'OFFERED', 'IN_VERIFICATION', 'RETURNED'],
    unless: {
      INVALID_STATE: ({ handoff, context }) => handoff.state === 'RETURNED' && !isLetPass(handoff, context, 'left'),
      NOT_READY: ({ handoff, context }) => !isWithReceiver(handoff) && context.path === 'panel' && holdsBack(handoff, context).length > 0,
      SELF_HANDOFF: ({ handoff, context }) => !isWithReceiver(handoff) && context.path === 'panel' && isSelf(handoff.values, context),
    },
    idle: ({ handoff, context }) =>
      isWithReceiver(handoff) || (handoff.state === 'DRAFT' && handoff.saysMovedIncomplete && holdsBack(handoff, context).length > 0),
    to: ({ handoff, context }) => offer(handoff, context),
  },
};
