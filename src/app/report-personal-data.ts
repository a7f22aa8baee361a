import { addMs } from '../domain/handoff/instant';
import type { AppPorts } from './ports/app-ports';

/** Atlassian's reporting cycle: 7 days (platform.md 4.4). */
const CYCLE_MS = 7 * 24 * 60 * 60_000;

/** Batches one run reports at most. */
const MAX_BATCHES = 50;

/**
 * Reports whose account ids Baton stores. It stores no name, address or picture, so an updated account needs nothing; closed ones
 * are counted in the log.
 */
export async function reportPersonalData(ports: Pick<AppPorts, 'persons' | 'reporter' | 'machine' | 'log'>): Promise<void> {
  const now = ports.machine.now();
  let reported = 0;
  let closed = 0;
  for (let batch = 0; batch < MAX_BATCHES; batch += 1) {
    const due = await ports.persons.listDue(now);
    if (due.length === 0) break;
    const changes = await ports.reporter.report(due.map(({ accountId, reportAt }) => ({ accountId, updatedAt: reportAt })));
    reported += due.length;
    closed += changes.filter(({ status }) => status === 'closed').length;
    await Promise.all(due.map(({ accountId }) => ports.persons.schedule(accountId, addMs(now, CYCLE_MS))));
  }
  ports.log.info('personal_data.reported', { reported, closed });
}
