import type { WorkingCalendar } from '../domain/calendar/working-calendar';
import type { Instant } from '../domain/handoff/handoff';

/** When the two sides of one handoff work; each part is null where its type does not show it or the receiver is no single person. */
export interface HandoffTimes {
  readonly receiver: {
    /** Null while not away. */
    readonly awayUntil: Instant | null;
    /** Null while the receiver works now. */
    readonly worksAgainAt: Instant | null;
  } | null;
  /** When the receiver's next working day begins, offered as the time to hold until (S-123); absent where nothing can be held. */
  readonly holdUntil?: Instant | null;
  readonly shared: {
    /** Minutes both work on the sender's present day. */
    readonly minutes: number;
    /** By how many minutes one of them must move to share a quarter of an hour that day; null where one does not work then. */
    readonly shiftMinutes: number | null;
    /** The next time both work for at least a quarter of an hour; null within two weeks. */
    readonly slot: { readonly from: Instant; readonly to: Instant } | null;
  } | null;
}

/** A person's own working time, seen and changed by that person alone. */
export interface MyTime {
  readonly calendar: WorkingCalendar;
  /** Local date `yyyy-mm-dd` of coming back; null while not away. */
  readonly awayUntil: string | null;
}
