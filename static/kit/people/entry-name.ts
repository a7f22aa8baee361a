import type { Person } from '../../../src/contract/handoff-screen';
import type { RaciEntry } from '../../../src/domain/type/guide';
import { personName } from './person-name';

/** What stands in a cell of the RACI-R row, in words; `unknown` when Jira no longer names the account. */
export function entryName(entry: RaciEntry, people: Readonly<Record<string, Person>>, unknown: string): string {
  switch (entry.kind) {
    case 'person':
      return personName(people, entry.accountId, unknown);
    case 'role':
      return entry.roleName;
    case 'group':
      return entry.groupName;
    case 'userField':
      return entry.fieldName;
    case 'other':
      return entry.name;
  }
}
