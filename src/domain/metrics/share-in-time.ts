import type { Instant } from '../handoff/handoff';
import type { Share } from './digest-counts';

/** Something that is to be done until a day. */
interface Owed {
  /** `yyyy-mm-dd`; on the day itself there is still time. */
  readonly dueOn: string;
  /** Absent while it is open. */
  readonly done?: { readonly at: Instant };
}

/** M20: of what was to be done until a day that has passed, what was done by then. `today`: the server's day, `yyyy-mm-dd`. */
export function shareInTime(things: readonly Owed[], today: string): Share {
  const due = things.filter(({ dueOn }) => dueOn < today);
  return { k: due.filter(({ done, dueOn }) => done !== undefined && done.at.slice(0, 10) <= dueOn).length, n: due.length };
}
