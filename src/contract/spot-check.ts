import type { Claim } from '../domain/spot-check/claims';
import type { SpotCheckNumbers } from '../domain/spot-check/spot-check-numbers';

/** A drawn handoff with the items to look at; of the people who handed it over nothing. */
export interface OpenSpotCheck {
  readonly handoffId: string;
  readonly issueKey: string;
  readonly summary: string;
  readonly items: readonly Claim[];
}

/** The spot checks of one type, for who looks after it (M16). */
export interface SpotCheckView {
  /** Compare-and-set value for saving; 0 when nothing is stored. */
  readonly version: number;
  /** Share of accepted handoffs drawn, in percent; null while spot checks were not begun. */
  readonly rate: number | null;
  /** Still to be checked, at most five at a time: those whose work item Jira shows the viewer. */
  readonly open: readonly OpenSpotCheck[];
  /** Drawn ones the viewer handed over or took on: somebody else checks them. */
  readonly own: number;
  readonly numbers: SpotCheckNumbers;
}
