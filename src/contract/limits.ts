/** Longest answer, note section, question or reason, in UTF-16 code units; the whole package has its own 64 KiB limit. */
export const MAX_TEXT_LENGTH = 20_000;

/** Longest single line: next step, comment, reason of a withdrawal, in UTF-16 code units. */
export const MAX_LINE_LENGTH = 500;

/** Most fields one save may carry: every item and section of the largest type. */
export const MAX_CHANGES_PER_EDIT = 60;

/** Longest note on an action item of an audit, in UTF-16 code units. */
export const MAX_ITEM_NOTE_LENGTH = 200;

/** Most options one item of kind `choice` may have. */
export const MAX_CHOICES = 12;

/** Most decisions one review may have. */
export const MAX_REVIEW_DECISIONS = 10;

/** Most items one spot check answers for: as many as are drawn. */
export const MAX_ITEMS_PER_CHECK = 3;
