import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { findFreePort } from '../support/running-site';
import { atMost, type BenchRow } from './bench-row';

const BUDGET_S = 10;
const GIVE_UP_MS = 120_000;

/** How long `npm start` takes to answer, once built. The first start may still have to make the demo's story; the second is counted. */
export async function measureStart(): Promise<BenchRow[]> {
  const first = await timeStart();
  const second = await timeStart();
  return [
    atMost(`local Jira: ready after npm start on an empty folder (the start before took ${first.toFixed(1)} s)`, second, BUDGET_S, 's'),
  ];
}

/** Seconds from the command to the first healthy answer; everything it started is ended. */
async function timeStart(): Promise<number> {
  const dataFolder = mkdtempSync(join(tmpdir(), 'bench-start-'));
  const port = await findFreePort();
  const startedAt = performance.now();
  const child = spawn('npm', ['start', '--', '--port', String(port), '--data', dataFolder], { stdio: 'ignore', detached: true });
  const exited = new Promise<void>((resolve) => child.once('exit', () => resolve()));
  try {
    while (performance.now() - startedAt < GIVE_UP_MS && child.exitCode === null) {
      const response = await fetch(`http://127.0.0.1:${String(port)}/_local/health`).catch(() => null);
      if (response?.status === 200) return (performance.now() - startedAt) / 1_000;
      await new Promise((resolve) => setTimeout(resolve, 50));
    }
    throw new Error('npm start never answered');
  } finally {
    // npm, its shell and the program are one process group of our own.
    if (child.pid !== undefined && child.exitCode === null) process.kill(-child.pid, 'SIGTERM');
    await exited;
    rmSync(dataFolder, { recursive: true, force: true, maxRetries: 5 });
  }
}
