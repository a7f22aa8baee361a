import type { Command } from '../../src/domain/handoff/command';

/** Does not compile while a command is missing or one is there that does not exist. */
const COMMANDS: Readonly<Record<Command['type'], true>> = {
  accept: true,
  addNote: true,
  answer: true,
  approve: true,
  ask: true,
  changeReceiver: true,
  changeSender: true,
  close: true,
  confirmChange: true,
  confirmTalk: true,
  countersign: true,
  delegate: true,
  edit: true,
  giveBack: true,
  handBack: true,
  hearback: true,
  logTalk: true,
  noteOverdue: true,
  offer: true,
  rate: true,
  readback: true,
  recordBypass: true,
  recordMoveBack: true,
  recordRefusal: true,
  recordRework: true,
  remind: true,
  return: true,
  revise: true,
  startAgain: true,
  supersede: true,
  take: true,
  void: true,
  waive: true,
  waiveTalk: true,
  withdraw: true,
  withdrawQuestion: true,
};

/** The name of every command of the domain, by name. */
export const EVERY_COMMAND: readonly string[] = Object.keys(COMMANDS);
