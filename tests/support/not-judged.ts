import type { Command } from '../../src/domain/handoff/command';

/**
 * Commands the table says nothing about: of a closed handoff it keeps no more than the state, a successor or a handoff back is two handoffs
 * at once, and of the work item's status, of holding and of what a level asks for it knows nothing. The invariants are checked after them
 * all the same, and they have examples of their own.
 */
export const NOT_JUDGED: readonly Command['type'][] = [
  'recordRework',
  'recordMoveBack',
  'supersede',
  'handBack',
  'endResolved',
  'hold',
  'release',
  'offerHeld',
  'readback',
  'hearback',
  'countersign',
];
