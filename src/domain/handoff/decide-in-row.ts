import { accept } from './commands/accept';
import { addNote, rate } from './commands/after-acceptance';
import { confirmChange } from './commands/confirm-change';
import { withdraw } from './commands/end';
import { offer } from './commands/offer';
import { answer, ask, withdrawQuestion } from './commands/question';
import { recordBypass } from './commands/record-bypass';
import { recordRework } from './commands/record-rework';
import { recordWorkStart } from './commands/record-work-start';
import { returnHandoff } from './commands/return-handoff';
import { giveBack, take } from './commands/take';
import { confirmTalk, logTalk, waiveTalk } from './commands/talk';
import { countersign, hearback, readback } from './commands/verify';
import { changeReceiver, delegate, remind } from './commands/waiting';
import { decideBy, type Decide, type Deciders } from './decide';

/**
 * Commands a list of handoffs takes: everything the receiving side does, and what the sender does while it waits. Preparing one stays on the
 * work item, where its checklist is. What a move means is among them, since a missed one is taken over first.
 */
export const ROW_DECIDERS = {
  onRecord: {
    recordBypass,
    recordWorkStart,
    recordRework,
    recordMoveBack: recordRework,
  },
  onHandoff: {
    offer,
    take,
    giveBack,
    ask,
    answer,
    withdrawQuestion,
    accept,
    return: returnHandoff,
    readback,
    hearback,
    countersign,
    confirmChange,
    changeReceiver,
    delegate,
    remind,
    rate,
    addNote,
    withdraw,
    logTalk,
    confirmTalk,
    waiveTalk,
  },
} satisfies Deciders;

/** `Decide` for a list of handoffs. */
export const decideInRow: Decide = (record, command, context) => decideBy([ROW_DECIDERS], record, command, context);
