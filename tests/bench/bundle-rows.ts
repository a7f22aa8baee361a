import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';

import { listHandlerFiles } from '../../local-jira/build';
import { MAX_BACKEND_RATIO, SURFACE_BUDGETS, bundleEmptyApp, measureFirstLoad } from '../support/bundle-sizes';
import { atMost, type BenchRow } from './bench-row';

/** How much longer than an empty app the backend may take to load in a fresh process. */
const MAX_IMPORT_RATIO = 2;

/** Pairs of fresh processes; a median of so many ratios stands against a noisy machine. */
const IMPORT_PAIRS = 11;

/** Size and cold import of the backend against an empty app, and what each surface loads first. */
export async function measureBundles(): Promise<BenchRow[]> {
  const folder = mkdtempSync(join(tmpdir(), 'bench-empty-app-'));
  try {
    const emptyFile = join(folder, 'index.js');
    const empty = await bundleEmptyApp();
    writeFileSync(emptyFile, empty);
    return [
      ...listHandlerFiles('.').flatMap((file) => {
        const backend = `build/backend/${file}.js`;
        const { size } = statSync(backend);
        return [
          atMost(
            `backend, ${file}: ${kilobytes(size)} kB against an empty app's ${kilobytes(empty.length)} kB`,
            size / empty.length,
            MAX_BACKEND_RATIO,
            '×',
          ),
          atMost(
            `backend, ${file}: cold import against the empty app's, median of ${String(IMPORT_PAIRS)}`,
            measureImportRatio(backend, emptyFile),
            MAX_IMPORT_RATIO,
            '×',
          ),
        ];
      }),
      ...SURFACE_BUDGETS.flatMap(([surface, budget]) => {
        const { js, css } = measureFirstLoad(surface);
        return [
          atMost(`${surface}: scripts first loaded, gzip`, js / 1_000, budget.js / 1_000, 'kB'),
          atMost(`${surface}: styles first loaded, gzip`, css / 1_000, budget.css / 1_000, 'kB'),
        ];
      }),
    ];
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** The two run in turn, so that a slow minute of the machine slows both. */
function measureImportRatio(backend: string, emptyFile: string): number {
  const ratios = Array.from({ length: IMPORT_PAIRS }, () => importMs(resolve(backend)) / importMs(emptyFile)).sort(
    (one, other) => one - other,
  );
  return ratios[Math.floor(ratios.length / 2)] ?? Infinity;
}

/** CPU a fresh process spends on loading the file, in ms. */
function importMs(file: string): number {
  const script =
    'const before = process.cpuUsage(); require(process.argv[1]); const { user, system } = process.cpuUsage(before); console.log((user + system) / 1000);';
  return Number(execFileSync(process.execPath, ['-e', script, file], { encoding: 'utf8' }));
}

function kilobytes(bytes: number): string {
  return (bytes / 1_000).toFixed(0);
}
