import type { AttachmentMark } from './handoff';

/** One file in the short form the gate keeps: a replaced file, even of the same name, has another id or size (E35). */
export function toMark({ id, sizeBytes }: AttachmentMark): string {
  return `${id}:${String(sizeBytes)}`;
}

/** Whether every file that was there is still there unaltered; files that were added do not matter (S-062). */
export function areStillThere(marks: readonly string[], present: readonly string[]): boolean {
  const there = new Set(present);
  return marks.every((mark) => there.has(mark));
}
