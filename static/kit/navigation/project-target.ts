/** Part of the project page. */
export type ProjectTab = 'handoffs' | 'trends';

/** Query of the project page that opens *Trends*. */
export const TRENDS_PATH = '?tab=trends';

/** Reads which part is asked for from the address of the page around the frame (`extension.location`). Takes unknown, never throws. */
export function parseProjectTab(location: unknown): ProjectTab {
  if (typeof location !== 'string' || !URL.canParse(location)) return 'handoffs';
  return new URL(location).searchParams.get('tab') === 'trends' ? 'trends' : 'handoffs';
}
