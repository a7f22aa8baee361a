import type { ChecklistItem, HandoffType } from '../type/handoff-type';
import type { Handoff, Instant, ItemAnswer } from './handoff';
import { isInstant } from './instant';

/** A date and time, or a window of time. */
export type WhenAnswer = Extract<ItemAnswer, { kind: 'when' }>;

/**
 * Whether an item can hold a time: real moments, an end only where it asks for a window, and after the start (S-045). A window without its
 * end is held, so that nothing entered is lost: it just does not count as done.
 */
export function canHoldWhen(item: ChecklistItem, { at, endsAt }: WhenAnswer): boolean {
  if (item.kind !== 'when' || !isInstant(at)) return false;
  return endsAt === undefined || (item.window === true && isInstant(endsAt) && at < endsAt);
}

/** Whether everything that is asked for is entered, whatever the time is now. */
export function isWhenEntered(item: ChecklistItem, { endsAt }: WhenAnswer): boolean {
  return item.kind === 'when' && (item.window !== true || endsAt !== undefined);
}

/** The moment from which on an item counts as left again (S-052); null: it never does. */
export function leftFrom({ mustBeAhead }: ChecklistItem, { at, endsAt }: WhenAnswer): Instant | null {
  return mustBeAhead === true ? (endsAt ?? at) : null;
}

/** The next moment at which a required item will count as left again; null: there is none to come. */
export function nextLeftFrom({ items }: Pick<Handoff, 'items'>, type: Pick<HandoffType, 'items'>, now: Instant): Instant | null {
  const moments = type.items.flatMap((item) => {
    const answer = items[item.itemId]?.value;
    const moment = item.required && answer?.kind === 'when' ? leftFrom(item, answer) : null;
    return moment === null || moment <= now ? [] : [moment];
  });
  return moments.sort()[0] ?? null;
}
