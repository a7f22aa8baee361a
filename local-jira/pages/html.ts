import type { HtmlEscapedString } from 'hono/utils/html';

/** A piece of page whose dynamic parts are already escaped. */
export type Html = HtmlEscapedString | Promise<HtmlEscapedString>;
