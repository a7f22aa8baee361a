import type { LimitsStart } from '../domain/metrics/limits-starts';
import type { Person } from './handoff-screen';

/** Longest reason for new limits, in UTF-16 code units. */
export const MAX_LIMITS_REASON = 300;

/** From which days the limits of one type's charts are made anew. */
export interface TypeLimits {
  readonly typeId: string;
  /** Compare-and-set value for a change; 0 when nothing is stored. */
  readonly version: number;
  /** Oldest day first. */
  readonly starts: readonly LimitsStart[];
}

/** The same of every type of a project, for who administers it. */
export interface LimitsView {
  /** The server's day, `yyyy-mm-dd`: no limits begin after it. */
  readonly today: string;
  /** In the order of the settings. */
  readonly types: readonly TypeLimits[];
  readonly people: Readonly<Record<string, Person>>;
}
