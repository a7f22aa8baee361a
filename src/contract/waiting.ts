import type { HandoffListRow } from './project-home';
import type { Person } from './handoff-screen';

/** A handoff that is not decided yet: in preparation, waiting, being checked, or given back. */
export interface OpenRow extends HandoffListRow {
  /** The receiving team, where it waits for a group or a role and nobody took it; absent otherwise. */
  readonly team?: string;
}

/** States a handoff can wait in. */
export const OPEN_STATES = ['OFFERED', 'IN_VERIFICATION', 'RETURNED', 'DRAFT'] as const;
export type OpenState = (typeof OPEN_STATES)[number];

/** A part of what waits in a project, only of work items Jira shows the viewer. Never sorted or counted by person (S-131). */
export interface WaitingView {
  /** At most 100, earliest due first. */
  readonly rows: readonly OpenRow[];
  /** Where to go on; null: these were the last. */
  readonly cursor: string | null;
  /** The project's types, in the order of its settings. */
  readonly types: readonly { readonly typeId: string; readonly name: string }[];
  readonly people: Readonly<Record<string, Person>>;
}
