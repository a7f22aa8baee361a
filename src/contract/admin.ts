/** The Jira admin's get-started page. */
export interface AdminOverview {
  readonly projects: readonly {
    readonly id: string;
    readonly key: string;
    readonly name: string;
    readonly on: boolean;
    readonly panelPinned: boolean | null;
  }[];
  /** All Baton rules on this site. */
  readonly rules: readonly {
    readonly ruleId: string;
    readonly workflowName: string;
    readonly transition: string;
    readonly requires: 'prepared' | 'accepted' | 'broken';
    readonly mode: 'enforce' | 'observe';
    readonly enabled: boolean;
  }[];
}
