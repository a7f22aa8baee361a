import type { FormerPerson } from '../domain/audit/erase-person';
import { eraseInHandoff, eraseOnRecord } from './erasure/erase-in-record';
import { eraseInDocuments } from './erasure/erase-in-documents';
import { eraseInSettings } from './erasure/erase-in-settings';
import { eraseAnew, toFormer, type ErasePorts } from './erasure/former-people';

/** A slice of the search for everything about some people: which pass it is of, and where it goes on there; null: its start. */
export interface EraseSlice {
  readonly accountIds: readonly string[];
  readonly pass: number;
  readonly cursor: string | null;
}

/**
 * Everything there is, one kind after the other: the two partitions of the timer index, which together hold every handoff of every
 * project, then the records, since a work item may have moved without a handoff, then the projects' settings. A handoff may change from one
 * partition to the other while the search is under way, so the first is gone through twice. After these come the choices people made.
 */
const PASSES = ['on', 'none', 'on', 'records', 'settings'] as const;

/**
 * E20: puts pseudonyms in the place of closed accounts and takes what those people wrote out, in one slice of everything; the next slice
 * goes through the queue. Everything it does may be done again: a slice that failed is repeated by the queue, and a search that was lost
 * begins anew with the next weekly report, since people are only forgotten at its end.
 */
export async function erasePeople(ports: ErasePorts, { accountIds, pass, cursor }: EraseSlice): Promise<void> {
  const people = await Promise.all(accountIds.map((accountId) => toFormer(ports, accountId)));
  const partition = PASSES[pass];
  if (partition === undefined) {
    const page = await ports.persons.listAll(cursor);
    for (const accountId of page.accountIds) await forgetChoices(ports, accountId, accountIds);
    if (page.cursor !== null) return ports.queue.push([{ kind: 'erasePeople', accountIds, pass, cursor: page.cursor }]);
    await Promise.all(accountIds.map((accountId) => ports.persons.forget(accountId)));
    ports.log.info('personal_data.erased', { people: accountIds.length });
    return;
  }
  const page = await findPage(ports, partition, cursor);
  for (const erase of page.places) for (const person of people) await eraseAnew(ports, () => erase(person));
  const next = page.cursor === null ? { pass: pass + 1, cursor: null } : { pass, cursor: page.cursor };
  await ports.queue.push([{ kind: 'erasePeople', accountIds, ...next }]);
}

/** Places to look into, each as what takes one person out of it. */
interface Page {
  readonly places: readonly ((person: FormerPerson) => Promise<void>)[];
  readonly cursor: string | null;
}

async function findPage(ports: ErasePorts, partition: (typeof PASSES)[number], cursor: string | null): Promise<Page> {
  switch (partition) {
    case 'on':
    case 'none': {
      const page = await ports.lists.listAll(partition, cursor);
      return { cursor: page.cursor, places: page.rows.map((row) => (person) => eraseInHandoff(ports, row, person)) };
    }
    case 'records': {
      const page = await ports.records.listAll(cursor);
      return { cursor: page.cursor, places: page.issueIds.map((issueId) => (person) => eraseOnRecord(ports, issueId, person)) };
    }
    case 'settings': {
      const page = await ports.configs.listAll(cursor);
      return {
        cursor: page.cursor,
        places: page.projectIds.flatMap((projectId) => [
          (person: FormerPerson) => eraseInSettings(ports, projectId, person),
          (person: FormerPerson) => eraseInDocuments(ports, projectId, person),
        ]),
      };
    }
  }
}

/** Whom others handed off to last is remembered to preselect them; nobody hands off to a former person. */
async function forgetChoices(ports: ErasePorts, accountId: string, gone: readonly string[]): Promise<void> {
  const settings = await ports.screens.findSettings(accountId);
  if (settings === null || gone.includes(accountId)) return;
  const kept = Object.entries(settings.lastReceivers).filter(
    ([, receiver]) => receiver.kind !== 'person' || !gone.includes(receiver.accountId),
  );
  if (kept.length === Object.keys(settings.lastReceivers).length) return;
  await ports.screens.saveSettings(accountId, { ...settings, lastReceivers: Object.fromEntries(kept) });
}
