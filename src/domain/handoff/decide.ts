import { utf8Bytes } from '../audit/canonical-json';
import { accept } from './commands/accept';
import { addNote, rate } from './commands/after-acceptance';
import { changeSender } from './commands/change-sender';
import { confirmChange } from './commands/confirm-change';
import { changeReceiver, delegate, remind } from './commands/waiting';
import { approve } from './commands/approve';
import { close, endResolved, withdraw } from './commands/end';
import { edit } from './commands/edit';
import { hold, offerHeld, release } from './commands/hold';
import { handBack } from './commands/hand-back';
import { offer, revise } from './commands/offer';
import { recordBypass } from './commands/record-bypass';
import { answer, ask, withdrawQuestion } from './commands/question';
import { supersede } from './commands/supersede';
import { voidHandoff } from './commands/void';
import { recordRework } from './commands/record-rework';
import { recordWorkStart } from './commands/record-work-start';
import { recordRefusal } from './commands/record-refusal';
import { returnHandoff } from './commands/return-handoff';
import { startAgain } from './commands/start-again';
import { noteOverdue } from './commands/overdue';
import { confirmTalk, logTalk, waiveTalk } from './commands/talk';
import { giveBack, take } from './commands/take';
import { countersign, hearback, readback } from './commands/verify';
import { waive } from './commands/waive';
import type { Command, DecisionContext } from './command';
import type { Decision, HandoffCase } from './decision';
import { refuse } from './decision';
import { evolveAll } from './evolve';
import type { HandoffRecord } from './handoff';
import { MAX_RECORD_BYTES } from './limits';

/** Commands that name a live handoff. */
type OnHandoff = Exclude<
  Command,
  { type: 'edit' | 'startAgain' | 'handBack' | 'waive' | 'recordBypass' | 'recordRework' | 'recordMoveBack' | 'recordWorkStart' }
>;

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

/**
 * What a command comes to, given everything decided before about this work item (design decision 4).
 *
 * Pure and total: the same record, command and context give the same decision, and no well-typed input makes it throw. The record
 * does not change; evolving it by the events does that.
 */
export function decide(record: HandoffRecord, command: Command, context: DecisionContext): Decision {
  const decision = decideCommand(record, command, context);
  if (!decision.ok || decision.events.length === 0 || !BRINGS_TEXT.includes(command.type)) return decision;
  const sizeBytes = utf8Bytes(JSON.stringify(evolveAll(record, decision.events)));
  return sizeBytes > MAX_RECORD_BYTES && sizeBytes > utf8Bytes(JSON.stringify(record)) ? refuse('PACKAGE_TOO_LARGE') : decision;
}

function decideCommand(record: HandoffRecord, command: Command, context: DecisionContext): Decision {
  if (command.type === 'edit') return edit(record, command, context);
  if (command.type === 'startAgain') return startAgain(record, command, context);
  if (command.type === 'handBack') return handBack(record, command, context);
  if (command.type === 'waive') return waive(record, command, context);
  if (command.type === 'recordBypass') return recordBypass(record, command, context);
  // What a closed handoff still takes (I10), so it is not looked for among the live ones only.
  if (command.type === 'recordRework' || command.type === 'recordMoveBack') return recordRework(record, command, context);
  if (command.type === 'recordWorkStart') return recordWorkStart(record, command, context);
  const handoff = record.handoffs.find(({ handoffId }) => handoffId === command.handoffId);
  if (handoff === undefined) return refuseMissing(record, command);
  if (handoff.typeId !== context.handoffType.typeId) return refuse('NOT_FOUND');
  return decideOnHandoff({ record, handoff, context }, command);
}

/** A terminal handoff accepts no command (I10); a rating after the close comes too late (T23). */
function refuseMissing(record: HandoffRecord, command: OnHandoff): Decision {
  const ended = record.ended.find(({ handoffId }) => handoffId === command.handoffId);
  if (ended === undefined) return refuse('NOT_FOUND');
  return refuse(command.type === 'rate' && ended.state === 'CLOSED' ? 'WINDOW_CLOSED' : 'INVALID_STATE');
}

function decideOnHandoff(subject: HandoffCase, command: OnHandoff): Decision {
  switch (command.type) {
    case 'revise':
      return revise(subject);
    case 'approve':
      return approve(subject, command);
    case 'offer':
      return offer(subject, command);
    case 'take':
      return take(subject);
    case 'giveBack':
      return giveBack(subject);
    case 'ask':
      return ask(subject, command);
    case 'answer':
      return answer(subject, command);
    case 'withdrawQuestion':
      return withdrawQuestion(subject, command);
    case 'accept':
      return accept(subject, command);
    case 'return':
      return returnHandoff(subject, command);
    case 'readback':
      return readback(subject, command);
    case 'hearback':
      return hearback(subject, command);
    case 'countersign':
      return countersign(subject, command);
    case 'confirmChange':
      return confirmChange(subject, command);
    case 'changeReceiver':
      return changeReceiver(subject, command);
    case 'changeSender':
      return changeSender(subject, command);
    case 'delegate':
      return delegate(subject, command);
    case 'hold':
      return hold(subject, command);
    case 'release':
      return release(subject);
    case 'offerHeld':
      return offerHeld(subject, command);
    case 'remind':
      return remind(subject);
    case 'rate':
      return rate(subject, command);
    case 'addNote':
      return addNote(subject, command);
    case 'supersede':
      return supersede(subject);
    case 'void':
      return voidHandoff(subject, command);
    case 'withdraw':
      return withdraw(subject, command);
    case 'recordRefusal':
      return recordRefusal(subject, command);
    case 'logTalk':
      return logTalk(subject);
    case 'confirmTalk':
      return confirmTalk(subject);
    case 'waiveTalk':
      return waiveTalk(subject, command);
    case 'noteOverdue':
      return noteOverdue(subject);
    case 'endResolved':
      return endResolved(subject, command);
    case 'close':
      return close(subject, command);
  }
}
