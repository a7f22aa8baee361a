import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { loadavg } from 'node:os';
import { parseArgs } from 'node:util';

import { AppSite } from '../support/app-site';
import { exactly, failed, formatRows, type BenchRow } from './bench-row';
import { measureInBrowser } from './browser-rows';
import { measureBundles } from './bundle-rows';
import { measureGateCalls, measureGateCpu } from './gate-rows';
import { measureHealthPage } from './health-rows';
import { measureModel } from './model-rows';
import { measureProjectPage } from './project-rows';
import { measureScreenCalls } from './screen-rows';
import { measureLargeSettings } from './settings-rows';
import { measureStart } from './start-rows';

const USAGE = `npm run bench -- [--short] [--handoffs 100000]

  --short      leaves out the long matrices (faults, durability, looks), writes a tenth of the handoffs and no million of them, plays a tenth of the sequences
  --handoffs   how many handoffs the project page is measured with`;

const MANY_HANDOFFS = 100_000;

/** Random sequences of commands played against the state table. */
const MANY_SEQUENCES = 10_000;

/** Long proofs of their own; each ends with an exit code and prints its summary last. */
const LONG_MATRICES = ['tests/bench/fault-matrix.ts', 'tests/bench/durability.ts', 'tests/bench/looks-matrix.ts'];

const SUMMARY_LINES = 12;

/** A part of the bench; one that throws is a failed row, and the others still run. */
async function part(title: string, measure: () => Promise<BenchRow[]> | BenchRow[]): Promise<BenchRow[]> {
  const startedAt = performance.now();
  process.stdout.write(`${title} … `);
  let rows: BenchRow[];
  try {
    rows = await measure();
  } catch (error) {
    rows = [failed(title, error)];
  }
  const broken = rows.filter(({ ok }) => !ok).length;
  console.log(`${broken === 0 ? 'ok' : `${String(broken)} failed`} (${((performance.now() - startedAt) / 1_000).toFixed(0)} s)`);
  return rows;
}

async function measureBackend(handoffs: number): Promise<BenchRow[]> {
  const site = await AppSite.start();
  try {
    const type = await site.turnOn();
    return [
      ...(await part('  the gate', () => measureGateCalls(site, type))),
      ...(await part('  the Handoff screen', () => measureScreenCalls(site, type))),
      ...(await part(`  the project page with ${handoffs.toLocaleString('en-US')} handoffs`, () =>
        measureProjectPage(site, type, handoffs),
      )),
      ...(await part('  settings of 50 types × 50 items', () => measureLargeSettings(site, type))),
    ];
  } finally {
    await site.close();
  }
}

/** Runs a matrix in a process of its own and shows how it ended; one that failed, whole. */
async function runMatrix(file: string): Promise<BenchRow[]> {
  const child = spawn(process.execPath, ['node_modules/tsx/dist/cli.mjs', file], { stdio: ['ignore', 'pipe', 'pipe'] });
  let output = '';
  child.stdout.on('data', (chunk: Buffer) => (output += chunk.toString()));
  child.stderr.on('data', (chunk: Buffer) => (output += chunk.toString()));
  const code = await new Promise<number | null>((resolve) => child.once('exit', resolve));
  const lines = output.trimEnd().split('\n');
  console.log(`\n${(code === 0 ? lines.slice(-SUMMARY_LINES) : lines).join('\n')}`);
  return [exactly(file, code === 0 ? 'passed' : `exit ${String(code)}`, 'passed')];
}

async function main(): Promise<void> {
  const { values } = parseArgs({ options: { short: { type: 'boolean', default: false }, handoffs: { type: 'string' } } });
  const handoffs = Number(values.handoffs ?? (values.short ? MANY_HANDOFFS / 10 : MANY_HANDOFFS));
  if (!Number.isInteger(handoffs) || handoffs < 1)
    throw new RangeError(`--handoffs must be a whole number from 1 up, not "${String(values.handoffs)}".`);

  console.log(
    `Measuring against the budgets (load ${loadavg()
      .map((load) => load.toFixed(1))
      .join(' ')})`,
  );
  const rows = [
    ...(await part('CPU of the gate', () => measureGateCpu())),
    ...(await part('The state table', () => measureModel(values.short ? MANY_SEQUENCES / 10 : MANY_SEQUENCES))),
    ...(await part('Bundles', measureBundles)),
    ...(await part('Backend calls:', () => measureBackend(handoffs))),
    ...(await part('Trends as a project grows', () => measureHealthPage(values.short ? [1_000, 10_000] : [1_000, 100_000, 1_000_000]))),
    ...(await part('In the browser', measureInBrowser)),
    ...(await part('Starting', measureStart)),
  ];
  if (!values.short)
    for (const file of LONG_MATRICES.filter((each) => existsSync(each))) rows.push(...(await part(file, () => runMatrix(file))));

  const broken = rows.filter(({ ok }) => !ok).length;
  console.log(`\n${formatRows(rows)}\n\n${String(rows.length - broken)} within budget, ${String(broken)} failed`);
  process.exitCode = broken === 0 ? 0 : 1;
}

main().catch((error: unknown) => {
  console.error(`${error instanceof Error ? error.message : String(error)}\n\n${USAGE}`);
  process.exitCode = 2;
});
