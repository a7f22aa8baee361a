import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';

const LOOK_EVERY_MS = 25;

/** Lets one process at a time do the work; a lock whose process is gone is taken over. */
export async function withLock<Result>(folder: string, work: () => Promise<Result>): Promise<Result> {
  while (!tryLock(folder)) await wait(LOOK_EVERY_MS);
  try {
    return await work();
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function tryLock(folder: string): boolean {
  try {
    mkdirSync(folder);
    writeFileSync(join(folder, 'pid'), String(process.pid));
    return true;
  } catch {
    if (!isHeld(folder)) rmSync(folder, { recursive: true, force: true });
    return false;
  }
}

function isHeld(folder: string): boolean {
  try {
    process.kill(Number(readFileSync(join(folder, 'pid'), 'utf8')), 0);
    return true;
  } catch (error) {
    // A lock just being made has no pid yet; a process of another user cannot be signalled but is there.
    const { code } = error as { code?: string };
    return code === 'ENOENT' || code === 'EPERM';
  }
}
