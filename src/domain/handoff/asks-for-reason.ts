/** Highest rating of which the reason is asked, once and without insisting (S-125). */
const LOW_RATING = 3;

/** Whether a rating that was just given and saved is followed by the one question why (E31). */
export function asksForReason(value: number, comment: string | null): boolean {
  return value <= LOW_RATING && comment === null;
}
