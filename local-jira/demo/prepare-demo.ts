import { existsSync, mkdirSync, readdirSync, renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';

import { hashFiles } from '../building/hash-files';
import { withLock } from '../building/with-lock';
import type { LocalJiraParts } from '../compose';
import { DocumentCollection } from '../services/storage/document-collection';
import { makeDemoSite } from './make-demo-site';
import { runDemo, type DemoStep } from './run-demo';
import { seedSite } from './seed-site';

/** What the demo is made of, and where a finished one is kept. */
export interface DemoPlan {
  /** What happened before the visitor came, made through the app. */
  steps: DemoStep[];
  snapshotFolder: string;
  /** The demo is the app's own work, so a new backend makes a new demo. */
  backendHash: string;
  say: (line: string) => void;
}

/**
 * Fills a fresh site with the demo and teaches the site to go back to it. A demo once made is kept as a file for the
 * day (its instants are relative to today), so later fresh starts and resets are copies.
 */
export async function prepareDemo(parts: LocalJiraParts, plan: DemoPlan): Promise<void> {
  parts.reset = () => resetToDemo(parts, plan);
  if (markersOf(parts).find(DEMO_MARKER) === null) await loadDemo(parts, plan);
}

/** Stands in every complete state, so a start that was interrupted half-way is not taken for a site. */
const DEMO_MARKER = 'demo';

function markersOf({ database }: LocalJiraParts): DocumentCollection<{ completedAt: string }> {
  return new DocumentCollection(database, 'marker');
}

async function resetToDemo(parts: LocalJiraParts, plan: DemoPlan): Promise<void> {
  await parts.events.stop();
  parts.faults.clear();
  parts.queryLag.lagMs = 0;
  await loadDemo(parts, plan);
  parts.calls.clear();
  parts.events.start(parts.runtime);
}

async function loadDemo(parts: LocalJiraParts, plan: DemoPlan): Promise<void> {
  const snapshot = snapshotFile(plan);
  mkdirSync(plan.snapshotFolder, { recursive: true });
  await withLock(join(plan.snapshotFolder, '.lock'), async () => {
    if (!existsSync(snapshot)) await makeSnapshot(parts, plan, snapshot);
    parts.database.importFrom(snapshot);
  });
  parts.clock.reload();
  parts.events.replan();
}

async function makeSnapshot(parts: LocalJiraParts, plan: DemoPlan, snapshot: string): Promise<void> {
  plan.say('Setting up the demo …');
  parts.database.clear();
  parts.clock.reload();
  seedSite(parts.jira.parts.state, parts.manifest, parts.identity);
  parts.demo.isRecording = false;
  parts.events.start(parts.runtime);
  try {
    await runDemo(plan.steps, makeDemoSite(parts), parts.clock);
  } finally {
    await parts.events.stop();
    parts.demo.isRecording = true;
  }
  markersOf(parts).put(DEMO_MARKER, { completedAt: parts.clock.now() });
  const fresh = `${snapshot}.${process.pid}.tmp`;
  parts.database.exportTo(fresh);
  for (const name of readdirSync(plan.snapshotFolder)) {
    if (name.endsWith('.db')) rmSync(join(plan.snapshotFolder, name), { force: true });
  }
  renameSync(fresh, snapshot);
}

function snapshotFile({ snapshotFolder, backendHash }: DemoPlan): string {
  const today = new Date().toISOString().slice(0, 10);
  const inputs = hashFiles([__dirname, join(__dirname, '..', 'services'), join(__dirname, '..', 'site')]);
  return join(snapshotFolder, `${today}-${backendHash.slice(0, 16)}-${inputs.slice(0, 16)}.db`);
}
