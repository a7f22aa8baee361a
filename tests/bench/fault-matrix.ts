import { mkdtempSync, rmSync } from 'node:fs';
import { loadavg, tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';

import { FAULT_KINDS, FaultMatrix, nameOf, type CaseOutcome } from '../support/fault-matrix';
import { FAULT_COMMANDS } from '../support/fault-commands';

/**
 * The whole fault matrix: every command and the gate, every single remote call of a clean run, every fault. Prints a table and every
 * cell that broke something; exits non-zero when one did.
 *
 * `--only text`, once or more, runs the commands whose name contains one of them, `--sites n` says how many sites work at the same time.
 */
async function main(): Promise<void> {
  const { values } = parseArgs({
    options: { only: { type: 'string', multiple: true, default: [''] }, sites: { type: 'string', default: '5' } },
  });
  const commands = FAULT_COMMANDS.filter(({ name }) => values.only.some((text) => name.includes(text)));
  const buildFolder = mkdtempSync(join(tmpdir(), 'fault-matrix-'));
  const startedAt = Date.now();
  const matrix = await FaultMatrix.start(Number(values.sites), { commands, buildFolder });
  try {
    const cases = matrix.listCases();
    console.log(`${String(cases.length)} cells, ${new Date().toISOString()}, load ${loadavg()[0]?.toFixed(1) ?? '?'}`);
    const outcomes = await matrix.runAll(cases, (outcome) => {
      if (outcome.broken.length > 0) console.log(`BROKEN ${nameOf(outcome.case)}\n  ${outcome.broken.join('\n  ')}`);
    });
    printTable(
      commands.map(({ name }) => name),
      outcomes,
    );
    const broken = outcomes.filter((outcome) => outcome.broken.length > 0).length;
    const missed = outcomes.filter((outcome) => outcome.missed).length;
    const seconds = Math.round((Date.now() - startedAt) / 1_000);
    console.log(
      `${String(outcomes.length)} cells, ${String(broken)} broken, ${String(missed)} never met their fault, ${String(seconds)} s, load ${loadavg()[0]?.toFixed(1) ?? '?'}`,
    );
    process.exitCode = broken === 0 ? 0 : 1;
  } finally {
    await matrix.close();
    rmSync(buildFolder, { recursive: true, force: true });
  }
}

/** A row per command, a column per fault: cells that held, of cells there are. */
function printTable(names: readonly string[], outcomes: readonly CaseOutcome[]): void {
  console.log(['command', ...FAULT_KINDS].join(' | '));
  for (const name of names) {
    const row = FAULT_KINDS.map((kind) => {
      const cells = outcomes.filter((outcome) => outcome.case.command.name === name && outcome.case.kind === kind);
      return `${String(cells.filter(({ broken }) => broken.length === 0).length)}/${String(cells.length)}`;
    });
    console.log([name, ...row].join(' | '));
  }
}

void main();
