import { utf8Bytes } from '../audit/canonical-json';
import type { Command, DecisionContext } from './command';
import type { Decision, HandoffCase } from './decision';
import { refuse } from './decision';
import { evolveAll } from './evolve';
import type { HandoffRecord } from './handoff';
import { MAX_RECORD_BYTES } from './limits';

/** A command of one kind. */
type CommandOf<Type extends Command['type']> = Extract<Command, { readonly type: Type }>;

/** Commands about the work item's record; all others name a live handoff. */
type OnRecord = 'edit' | 'startAgain' | 'handBack' | 'waive' | 'recordBypass' | 'recordRework' | 'recordMoveBack' | 'recordWorkStart';
type OnHandoff = Exclude<Command['type'], OnRecord>;

type RecordDecider<Type extends OnRecord> = (record: HandoffRecord, command: CommandOf<Type>, context: DecisionContext) => Decision;
type HandoffDecider<Type extends OnHandoff> = (subject: HandoffCase, command: CommandOf<Type>) => Decision;

/** What decides each kind of command about a record. One that closed handoffs still take (I10) looks for its handoff itself. */
export type RecordDeciders = { readonly [Type in OnRecord]?: RecordDecider<Type> };

/** What decides each kind of command about a live handoff. */
export type HandoffDeciders = { readonly [Type in OnHandoff]?: HandoffDecider<Type> };

/** The commands a place takes. */
export interface Deciders {
  readonly onRecord: RecordDeciders;
  readonly onHandoff: HandoffDeciders;
}

/**
 * What a command comes to, given everything decided before about this work item (design decision 4).
 *
 * Pure and total: the same record, command and context give the same decision, and no well-typed input makes it throw. The record
 * does not change; evolving it by the events does that. A command that is not taken here is refused as NOT_FOUND.
 */
export type Decide = (record: HandoffRecord, command: Command, context: DecisionContext) => Decision;

/** Commands that bring text of any length into the record. */
const BRINGS_TEXT: readonly Command['type'][] = [
  'edit',
  'startAgain',
  'handBack',
  'ask',
  'answer',
  'readback',
  'hearback',
  'return',
  'addNote',
  'waive',
  'waiveTalk',
  'recordRework',
];

/** `Decide` by the first table that takes the command; a place that takes few commands loads no others. */
export function decideBy(tables: readonly Deciders[], record: HandoffRecord, command: Command, context: DecisionContext): Decision {
  const decision = decideCommand(tables, record, command, context);
  if (!decision.ok || decision.events.length === 0 || !BRINGS_TEXT.includes(command.type)) return decision;
  const sizeBytes = utf8Bytes(JSON.stringify(evolveAll(record, decision.events)));
  return sizeBytes > MAX_RECORD_BYTES && sizeBytes > utf8Bytes(JSON.stringify(record)) ? refuse('PACKAGE_TOO_LARGE') : decision;
}

function decideCommand(tables: readonly Deciders[], record: HandoffRecord, command: Command, context: DecisionContext): Decision {
  if (isOnRecord(command)) return decideOnRecord(tables, command.type, command, { record, context });
  const handoff = record.handoffs.find(({ handoffId }) => handoffId === command.handoffId);
  if (handoff === undefined) return refuseMissing(record, command);
  if (handoff.typeId !== context.handoffType.typeId) return refuse('NOT_FOUND');
  return decideOnHandoff(tables, command.type, command, { record, handoff, context });
}

const ON_RECORD: Readonly<Record<OnRecord, true>> = {
  edit: true,
  startAgain: true,
  handBack: true,
  waive: true,
  recordBypass: true,
  recordRework: true,
  recordMoveBack: true,
  recordWorkStart: true,
};

function isOnRecord(command: Command): command is CommandOf<OnRecord> {
  return command.type in ON_RECORD;
}

function decideOnRecord<Type extends OnRecord>(
  tables: readonly { readonly onRecord: { readonly [Each in Type]?: RecordDecider<Each> } }[],
  type: Type,
  command: CommandOf<Type>,
  { record, context }: Pick<HandoffCase, 'record' | 'context'>,
): Decision {
  const decider = tables.map(({ onRecord }) => onRecord[type]).find((each) => each !== undefined);
  return decider === undefined ? refuse('NOT_FOUND') : decider(record, command, context);
}

function decideOnHandoff<Type extends OnHandoff>(
  tables: readonly { readonly onHandoff: { readonly [Each in Type]?: HandoffDecider<Each> } }[],
  type: Type,
  command: CommandOf<Type>,
  subject: HandoffCase,
): Decision {
  const decider = tables.map(({ onHandoff }) => onHandoff[type]).find((each) => each !== undefined);
  return decider === undefined ? refuse('NOT_FOUND') : decider(subject, command);
}

/** A terminal handoff accepts no command (I10); a rating after the close comes too late (T23). */
function refuseMissing(record: HandoffRecord, command: CommandOf<OnHandoff>): Decision {
  const ended = record.ended.find(({ handoffId }) => handoffId === command.handoffId);
  if (ended === undefined) return refuse('NOT_FOUND');
  return refuse(command.type === 'rate' && ended.state === 'CLOSED' ? 'WINDOW_CLOSED' : 'INVALID_STATE');
}
