import type { ChecklistItem } from './handoff-type';

/** Whether somebody should look at an item again: its day has passed. `today` is a day as `yyyy-mm-dd`. */
export function isReviewDue({ expiresOn }: Pick<ChecklistItem, 'expiresOn'>, today: string): boolean {
  return expiresOn !== undefined && expiresOn < today;
}
