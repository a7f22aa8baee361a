/** The work items behind one number of a month. Nobody is named, and no rating is told (S-131). */
export interface NumberItems {
  /** Those Jira shows the reader, newest first, for a time slowest first; one for each handoff, at most 100. */
  readonly items: readonly {
    readonly key: string;
    readonly summary: string;
    /** How often the number counts it, or for a time its hours. */
    readonly amount: number;
  }[];
  /** Handoffs of the first 100 whose work item the reader may not see, or that was deleted. */
  readonly hidden: number;
  /** Handoffs after the first 100. */
  readonly beyond: number;
  /** The month has more handoffs than were looked through. */
  readonly isCut?: true;
}
