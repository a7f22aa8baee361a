import { addMs } from '../domain/handoff/instant';
import type { AppPorts } from './ports/app-ports';

/** Atlassian's reporting cycle: 7 days (platform.md 4.4). */
const CYCLE_MS = 7 * 24 * 60 * 60_000;

/** Batches one run reports at most. */
const MAX_BATCHES = 50;

/**
 * Reports whose account ids Baton stores. It stores no name, address or picture, so an updated account needs nothing; closed ones
 * are erased through the queue (E20), and counted in the log. They stay on the list until that is done.
 */
export async function reportPersonalData(ports: Pick<AppPorts, 'persons' | 'reporter' | 'queue' | 'machine' | 'log'>): Promise<void> {
  const now = ports.machine.now();
  let reported = 0;
  let closed = 0;
  for (let batch = 0; batch < MAX_BATCHES; batch += 1) {
    const due = await ports.persons.listDue(now);
    if (due.length === 0) break;
    const changes = await ports.reporter.report(due.map(({ accountId, reportAt }) => ({ accountId, updatedAt: reportAt })));
    reported += due.length;
    const gone = changes.flatMap(({ accountId, status }) => (status === 'closed' ? [accountId] : []));
    closed += gone.length;
    if (gone.length > 0) await ports.queue.push([{ kind: 'erasePeople', accountIds: gone, pass: 0, cursor: null }]);
    await Promise.all(due.map(({ accountId }) => ports.persons.schedule(accountId, addMs(now, CYCLE_MS))));
  }
  ports.log.info('personal_data.reported', { reported, closed });
}
