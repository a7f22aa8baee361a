import type { Guide } from '../type/guide';

/** How many parts of a type's playbook page nobody wrote yet (S-100); 0: it is complete. */
export function countUnwrittenParts({ whenUsed, flow, raciR, agenda, pitfalls, example, reviewedOn }: Guide): number {
  const written = [
    whenUsed !== '',
    flow.inputs.length > 0,
    flow.process.length > 0,
    flow.outputs.length > 0,
    raciR !== null,
    agenda.length > 0,
    pitfalls.length > 0,
    example !== '',
    reviewedOn !== null,
  ];
  return written.filter((is) => !is).length;
}
