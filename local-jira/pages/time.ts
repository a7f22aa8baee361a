import { html } from 'hono/html';

import type { Html } from './html';

const MINUTE_MS = 60_000;
const HOUR_MS = 60 * MINUTE_MS;
const DAY_MS = 24 * HOUR_MS;

const DAY = new Intl.DateTimeFormat('en-US', { dateStyle: 'medium', timeZone: 'UTC' });
const MOMENT = new Intl.DateTimeFormat('en-US', { dateStyle: 'medium', timeStyle: 'short', timeZone: 'UTC' });

/** How long ago an instant was, as Jira words it; both are ISO 8601 UTC. A week and more reads as the date. */
export function timeAgo(instant: string, now: string): string {
  const elapsedMs = Date.parse(now) - Date.parse(instant);
  if (elapsedMs < MINUTE_MS) return 'just now';
  if (elapsedMs < HOUR_MS) return count(Math.floor(elapsedMs / MINUTE_MS), 'minute');
  if (elapsedMs < DAY_MS) return count(Math.floor(elapsedMs / HOUR_MS), 'hour');
  if (elapsedMs < 7 * DAY_MS) return count(Math.floor(elapsedMs / DAY_MS), 'day');
  return DAY.format(new Date(instant));
}

/** An instant as text on the page, with the exact time on hover. */
export function timeStamp(instant: string, now: string): Html {
  return html`<time datetime="${instant}" title="${MOMENT.format(new Date(instant))} UTC">${timeAgo(instant, now)}</time>`;
}

function count(amount: number, unit: string): string {
  return `${amount} ${unit}${amount === 1 ? '' : 's'} ago`;
}
