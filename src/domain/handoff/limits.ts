/** How long the receiver may rate after acceptance, and when an accepted handoff closes by itself: 7 days (domain.md 0). */
export const RATING_WINDOW_MS = 7 * 24 * 60 * 60 * 1000;

/** A problem found this long after acceptance still belongs to the handoff: 30 days (`rework.window` of domain.md 0). */
export const REWORK_WINDOW_MS = 30 * 24 * 60 * 60 * 1000;

/** Work that changes its direction within this time goes to and fro: 30 days (M09). */
export const REVERSAL_WINDOW_MS = 30 * 24 * 60 * 60 * 1000;

/** From so many accepted handoffs on a work item is warned of (S-128). */
export const LONG_CHAIN_FROM = 4;

/** Most reworks kept of one handoff; one is enough for every number. */
export const MAX_REWORKS = 10;

/** Past offers kept of one handoff. */
export const MAX_PAST_OFFERS = 20;

/** A rating or a note that meets the timer of the close still counts this long: 5 minutes (domain.md 4.7). */
export const CLOSE_GRACE_MS = 5 * 60 * 1000;

/** How long a project admin can void what was entered in error: 24 hours from the first time it was handed off, else from its beginning (T21). */
export const VOID_WINDOW_MS = 24 * 60 * 60 * 1000;

/** How far ahead a complete handoff can be held: 90 days. */
export const MAX_HOLD_MS = 90 * 24 * 60 * 60 * 1000;

/** How long a handoff waits on after its work item was resolved over its head: 24 hours (E18). */
export const RESOLVED_GRACE_MS = 24 * 60 * 60 * 1000;

/** How long whoever accepted can hand back what they should not have accepted: 30 minutes (E23). */
export const HAND_BACK_WINDOW_MS = 30 * 60 * 1000;

/** Saves of one text by one person within this time become one event: 10 minutes. */
export const TEXT_COALESCING_MS = 10 * 60 * 1000;

/** At most one logged refusal per handoff in this time: 60 seconds (domain.md 4.6). */
export const REFUSAL_INTERVAL_MS = 60 * 1000;

/** How long a waiver counts: 24 hours (T24). */
export const WAIVER_HOLDS_MS = 24 * 60 * 60 * 1000;

/** Waivers kept of one handoff, and moves without a handoff kept of one work item. */
export const MAX_EXCEPTIONS = 20;

/** Live handoffs one work item can have: active ones, and accepted ones still open for rating. */
export const MAX_LIVE_HANDOFFS = 3;

/** Ended handoffs of which one line stays in the record. */
export const MAX_ENDED_HANDOFFS = 100;

/** Largest package, in bytes of UTF-8 canonical JSON: 64 KiB (design decision 4). */
export const MAX_PACKAGE_BYTES = 64 * 1024;

/**
 * Size from which a record takes no more text, in bytes of UTF-8 JSON: 200 KiB. The rest of a stored value's 240 KiB is for what
 * commands without text add and for what the adapter keeps beside the record (platform.md: size of a stored value).
 */
export const MAX_RECORD_BYTES = 200 * 1024;

/** Shortest readback in own words, in UTF-16 code units (domain.md 2.5). */
export const MIN_OWN_WORDS_LENGTH = 20;

/** From this similarity on a text counts as a copy, 0 to 1 (domain.md 2.5). */
export const TOO_SIMILAR = 0.8;

/** Questions of one readback. */
export const READBACK_QUESTIONS = 3;

/** Readbacks of one person per offer: a first try and one retry. */
export const MAX_READBACKS = 2;
