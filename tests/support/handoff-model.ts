import type { Command, DecisionContext, RefusalCode } from '../../src/domain/handoff/command';
import { CLOSING, rework, workStart } from './model-closing';
import { DRAFTING, edit, handBack, startAgain, supersede } from './model-draft';
import { HOLDING } from './model-hold';
import { put, rolesOf, type Expectation, type Model, type Rows, type Rule, type Ruled, type Seen, type Subject } from './model-handoff';
import { PARTIES } from './model-parties';
import { RECEIVING } from './model-receiving';
import { TALK } from './model-talk';
import { laterOf } from './model-text';
import { VERIFICATION } from './model-verification';
import { OFFERING, recordBypass, waive } from './model-waiver';

/** The state table (domain.md 4.3 as design.md and experience.md amend it), a row for every command. Knows nothing of the decider. */
const TABLE: Rows<Ruled> = { ...DRAFTING, ...OFFERING, ...HOLDING, ...RECEIVING, ...PARTIES, ...VERIFICATION, ...TALK, ...CLOSING };

/** Looks a command up in the table. */
export function expectationOf(model: Model, command: Command, context: DecisionContext, seen: Seen): Expectation {
  switch (command.type) {
    case 'edit':
      return edit(model, command, context);
    case 'startAgain':
      return startAgain(model, command, context);
    case 'handBack':
      return handBack(model, command, context);
    case 'supersede':
      return supersede(model, command, context);
    case 'waive':
      return waive(model, command, context);
    case 'recordBypass':
      return recordBypass(model, command, context);
    case 'recordRework':
    case 'recordMoveBack':
      return rework(model, command, context);
    case 'recordWorkStart':
      return workStart(model, command, context);
    default:
      return byRule(model, command, context, seen);
  }
}

function byRule(model: Model, command: Extract<Command, { type: Ruled }>, context: DecisionContext, seen: Seen): Expectation {
  const handoff = model.live.find(({ id }) => id === command.handoffId);
  if (handoff === undefined) return { reasons: [refusalOfEnded(model, command)] };
  const rule = TABLE[command.type] as Rule<Command['type']>;
  const subject: Subject = { handoff, command, context, ...seen };
  const roles = rolesOf(handoff, context);
  const reasons: RefusalCode[] = rule.who.some((role) => roles.has(role)) ? [] : ['FORBIDDEN'];
  if (!rule.from.includes(handoff.state)) reasons.push('INVALID_STATE');
  for (const [code, breaks] of Object.entries(rule.unless ?? {})) if (breaks(subject)) reasons.push(code as RefusalCode);
  if (reasons.length > 0) return { reasons };
  if (rule.idle?.(subject) === true) return { next: model };
  return { next: put(model, { ...handoff, ...rule.to(subject), changedAt: laterOf(context.now, handoff.changedAt) }) };
}

/** A terminal handoff takes no command (I10); a rating after the close comes too late (T23). */
function refusalOfEnded({ ended }: Model, { type, handoffId }: { readonly type: Ruled; readonly handoffId: string }): RefusalCode {
  const found = ended.find(({ id }) => id === handoffId);
  if (found === undefined) return 'NOT_FOUND';
  return type === 'rate' && found.state === 'CLOSED' ? 'WINDOW_CLOSED' : 'INVALID_STATE';
}
