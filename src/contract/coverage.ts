import type { CoverageFinding } from '../domain/coverage/coverage';
import type { NamedChoice } from './settings';

/** One transition of the project, as the table of rules shows it. */
export interface CoverageRow {
  readonly workflow: string;
  readonly transitionId: string;
  readonly name: string;
  /** Empty: from any status. */
  readonly from: readonly NamedChoice[];
  readonly to: NamedChoice;
  /** Active handoff types along it; `paused`: an admin lets its moves pass and has them counted. */
  readonly types: readonly { readonly typeId: string; readonly name: string; readonly paused: boolean }[];
  readonly rules: readonly {
    readonly requires: 'prepared' | 'accepted' | 'broken';
    readonly mode: 'enforce' | 'observe';
    readonly enabled: boolean;
  }[];
  readonly findings: readonly CoverageFinding[];
}

/** Whether the project's rules hold. */
export interface CoverageView {
  /** False: Jira did not tell. The rest is then empty, which says nothing. */
  readonly known: boolean;
  readonly rows: readonly CoverageRow[];
  /** Active types no transition goes along: nobody can make that move. */
  readonly unreached: readonly { readonly typeId: string; readonly name: string }[];
  /** Workflows other projects use too, with as many names of theirs as the viewer may see, at most five. */
  readonly sharedWith: readonly { readonly workflow: string; readonly projects: readonly string[]; readonly others: number }[];
  /** A ready text for the Jira admin about everything that needs one; null when nothing does. */
  readonly request: string | null;
}

/** A work item a test run can be made with. */
export interface RecentItem {
  readonly key: string;
  readonly summary: string;
  readonly statusName: string;
}

/** What would happen to a work item over a transition; nothing moved and nothing was written. */
export interface TestRunView {
  readonly issueKey: string;
  readonly summary: string;
  /** Status it would leave, which may not be the one it stands in: then `standsIn` names that one. */
  readonly from: NamedChoice;
  readonly to: NamedChoice;
  readonly standsIn: string | null;
  /** `passes` also where no handoff is concerned; `counted`: it passes and is counted, since rule or type only watch. */
  readonly verdict: 'passes' | 'counted' | 'stopped';
  /** What Jira would show the person, or would if the rule did not only watch; null where it simply passes. */
  readonly message: string | null;
  /** How it is checked at present: by a rule that stands, by one that is switched off, or by none. */
  readonly rule: 'stands' | 'off' | 'none';
}
