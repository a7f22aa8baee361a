import type { Person } from '../../contract/handoff-screen';

/** A person whose name is not known at the moment. */
export function toPerson(accountId: string): Person {
  return { accountId, displayName: '', avatarUrl: null, active: true };
}
