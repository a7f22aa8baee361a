/** One month of one type. */
export interface TypeMonth {
  readonly typeId: string;
  /** `yyyy-mm`. */
  readonly month: string;
}

/** What one step of making all numbers anew came to. */
export interface RebuildStep {
  /** When it began; given back with the next step. */
  readonly since: string;
  /** Handoffs looked through in this step. */
  readonly looked: number;
  /** Months that are made anew now, each once in a step. */
  readonly months: readonly TypeMonth[];
  /** Where the next step goes on; null: all were looked through. */
  readonly cursor: string | null;
}
