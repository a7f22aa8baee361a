import type { Command } from '../../domain/handoff/command';
import type { Handoff } from '../../domain/handoff/handoff';
import { ACTIVE_STATES } from '../../domain/handoff/handoff';
import type { StoredRecord } from '../record/stored-record';
import { findLive } from './decide-on';

/** The live handoff a command is about; null when it is about none yet. */
export function findSubject(stored: StoredRecord, command: Command): Handoff | null {
  if ('handoffId' in command) return findLive(stored, command.handoffId);
  return stored.record.handoffs.find(({ typeId, state }) => typeId === command.typeId && ACTIVE_STATES.includes(state)) ?? null;
}
