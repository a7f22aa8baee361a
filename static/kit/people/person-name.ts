import type { Person } from '../../../src/contract/handoff-screen';

/** A person's display name; `unknown` (for example "Former user") when Jira no longer names the account. */
export function personName(people: Readonly<Record<string, Person>>, accountId: string, unknown: string): string {
  return people[accountId]?.displayName ?? unknown;
}
