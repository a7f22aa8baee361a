import { toPseudonym, type FormerPerson } from '../../domain/audit/erase-person';
import type { AppPorts } from '../ports/app-ports';
import type { ConfigHistory } from '../ports/config-store';
import type { RecordHistory } from '../ports/record-store';
import { StoreFault } from '../ports/store-fault';

/** Ports erasing needs. */
export type ErasePorts = Pick<AppPorts, 'configStore' | 'documents' | 'lists' | 'persons' | 'screens' | 'queue' | 'machine' | 'log'> & {
  readonly configs: ConfigHistory;
  readonly records: RecordHistory;
};

/** How often something is tried in one run, before the queue repeats the slice later. */
const MAX_ATTEMPTS = 5;

/** Longest pause between two of these, in ms: drawn at random so that rivals do not collide again. */
const PAUSE_UP_TO_MS = 120;

/** A closed account with its pseudonym, the same until the person is forgotten. */
export async function toFormer(ports: ErasePorts, accountId: string): Promise<FormerPerson> {
  const salt = await ports.persons.keepSalt(accountId, ports.machine.newSalt());
  return { accountId, pseudonym: toPseudonym(accountId, salt, ports.machine.sha256) };
}

/** What somebody changes at the same moment is looked at anew, as every lost race is. */
export async function eraseAnew(ports: ErasePorts, erase: () => Promise<void>): Promise<void> {
  for (let attempt = 1; ; attempt += 1) {
    try {
      await erase();
      return;
    } catch (error) {
      if (!(error instanceof StoreFault) || error.kind === 'invalid' || attempt >= MAX_ATTEMPTS) throw error;
      ports.log.info('transaction.failed', { kind: error.kind, attempt });
      await ports.machine.pause(PAUSE_UP_TO_MS * attempt);
    }
  }
}

/** Whether nothing of somebody stood in a value: erasing left it as it was. */
export function isSame(one: unknown, other: unknown): boolean {
  return JSON.stringify(one) === JSON.stringify(other);
}
