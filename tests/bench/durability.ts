import { loadavg } from 'node:os';
import { parseArgs } from 'node:util';

import { killDuringWrites, seeded } from '../support/fault-durability';

/** `kill -9` of the local Jira during writes, a hundred times: no acknowledged write is lost and the file stays whole. Exits non-zero otherwise. */
async function main(): Promise<void> {
  const { values } = parseArgs({ options: { kills: { type: 'string', default: '100' }, seed: { type: 'string', default: '1' } } });
  const report = await killDuringWrites(Number(values.kills), seeded(Number(values.seed)));
  for (const what of report.broken) console.log(`BROKEN ${what}`);
  console.log(
    `${String(report.kills)} kills, ${String(report.acknowledged)} acknowledged writes, ${String(report.broken.length)} lost or broken, ${String(report.seconds)} s, ${new Date().toISOString()}, load ${loadavg()[0]?.toFixed(1) ?? '?'}`,
  );
  process.exitCode = report.broken.length === 0 ? 0 : 1;
}

void main();
