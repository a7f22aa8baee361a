import type { OpenState } from '../../src/contract/waiting';

/** Words of the field *Handoff state*, which tells more of a draft than the list does. */
const WORDS: Readonly<Record<OpenState, readonly string[]>> = {
  OFFERED: ['Waiting'],
  IN_VERIFICATION: ['Checking'],
  RETURNED: ['Returned'],
  DRAFT: ['Draft', 'Ready'],
};

/** What waits in a project as a search of Jira, in one state or in all (null). Types cannot be searched for: no field holds them. */
export function openJql(projectKey: string, state: OpenState | null): string {
  const words = (state === null ? Object.values(WORDS).flat() : WORDS[state]).map((word) => `"${word}"`);
  return `project = "${projectKey}" AND "Handoff state" in (${words.join(', ')}) ORDER BY updated ASC`;
}
