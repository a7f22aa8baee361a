import type { Guide, RaciR } from './guide';

/** A cell of the RACI-R row. */
export type RaciCell = keyof RaciR;

/** Every cell, in the order people see. */
export const RACI_CELLS: readonly RaciCell[] = ['responsible', 'accountable', 'consulted', 'informed', 'receiver'];

/** What is wrong with a filled RACI-R row. */
export interface RaciProblem {
  /**
   * RACIR_ACCOUNTABLE_NOT_SINGLE: nobody is accountable, several are, or a group is, which is everybody and so nobody (S-035). A starter
   * names a job such as “Team lead”, since it knows nobody yet;
   * RACIR_RESPONSIBLE_MISSING, RACIR_RECEIVER_MISSING: nobody hands over, nobody receives (S-034).
   */
  readonly code: 'RACIR_ACCOUNTABLE_NOT_SINGLE' | 'RACIR_RESPONSIBLE_MISSING' | 'RACIR_RECEIVER_MISSING';
  readonly cell: RaciCell;
}

/** Problems of a RACI-R row in the order of its cells; a row nobody filled has none, since it is optional. */
export function findRaciProblems(raciR: RaciR | null): readonly RaciProblem[] {
  if (raciR === null || isBlank(raciR)) return [];
  const problems: RaciProblem[] = [];
  if (raciR.responsible.length === 0) problems.push({ code: 'RACIR_RESPONSIBLE_MISSING', cell: 'responsible' });
  const [accountable, ...others] = raciR.accountable;
  if (accountable === undefined || others.length > 0 || accountable.kind === 'group')
    problems.push({ code: 'RACIR_ACCOUNTABLE_NOT_SINGLE', cell: 'accountable' });
  if (raciR.receiver.length === 0) problems.push({ code: 'RACIR_RECEIVER_MISSING', cell: 'receiver' });
  return problems;
}

function isBlank(raciR: RaciR): boolean {
  return RACI_CELLS.every((cell) => raciR[cell].length === 0);
}

/** A guide in the one form that is stored: trimmed, without empty lines, a row nobody filled as none. Idempotent. */
export function normaliseGuide(guide: Guide): Guide {
  const { championId, flow, raciR, reviewedOn, reviewedBy } = guide;
  return {
    championId: championId === '' ? null : championId,
    whenUsed: guide.whenUsed.trim(),
    flow: { inputs: toLines(flow.inputs), process: toLines(flow.process), outputs: toLines(flow.outputs) },
    raciR: raciR === null || isBlank(raciR) ? null : raciR,
    agenda: toLines(guide.agenda),
    pitfalls: toLines(guide.pitfalls),
    example: guide.example.trim(),
    reviewedOn,
    reviewedBy,
  };
}

function toLines(lines: readonly string[]): readonly string[] {
  return lines.map((line) => line.trim()).filter((line) => line !== '');
}
