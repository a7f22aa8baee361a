/** Texts of the random sequences that tell their reader nothing; every other text of theirs does. */
const SAYS_NOTHING: readonly string[] = ['', 'ok', '\ud83d\ude00'];

/** Whether a text of the random sequences counts as an answer. Spelled as a list, so that it knows nothing of the rule. */
export function isReal(text: string): boolean {
  return !SAYS_NOTHING.includes(text.trim());
}
