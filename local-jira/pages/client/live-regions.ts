/**
 * Keeps a page current without reloading it: fetches the same page again and swaps the parts marked `data-live`.
 * App frames stand outside those parts, so what a person typed in them stays.
 */

const listeners = new Set<() => void>();
/** What the server last said each part holds. Compared with that, not with the page: scripts mark up what they hold. */
const shown = new WeakMap<Element, string>();
let running: Promise<boolean> | undefined;

/** Starts watching: the page refreshes when the reader comes back to it, also with the browser's Back button. */
export function startLiveRegions(): void {
  for (const region of document.querySelectorAll('[data-live]')) shown.set(region, region.innerHTML);
  document.addEventListener('visibilitychange', () => document.visibilityState === 'visible' && void refreshLiveRegions());
  window.addEventListener('pageshow', (event) => event.persisted && void refreshLiveRegions());
}

/** Refreshes every so often while somebody looks, for pages others change too. */
export function keepFresh(intervalMs: number): void {
  setInterval(() => document.visibilityState === 'visible' && void refreshLiveRegions(), intervalMs);
}

/** Calls back after parts of the page were swapped, so scripts can take hold of the new elements. */
export function onLiveRefresh(listener: () => void): void {
  listeners.add(listener);
}

/** Brings the live parts up to date; answers whether that worked. Calls made meanwhile share the next run. */
export async function refreshLiveRegions(): Promise<boolean> {
  if (running !== undefined) await running;
  running ??= refresh().finally(() => (running = undefined));
  return running;
}

async function refresh(): Promise<boolean> {
  const response = await fetch(location.pathname + location.search, { headers: { accept: 'text/html' } }).catch(() => null);
  if (response === null || !response.ok) return false;
  const fresh = new DOMParser().parseFromString(await response.text(), 'text/html');
  for (const region of document.querySelectorAll<HTMLElement>('[data-live]')) {
    const replacement = fresh.querySelector(`[data-live="${CSS.escape(region.dataset['live'] ?? '')}"]`);
    if (replacement !== null) swap(region, replacement);
  }
  for (const listener of listeners) listener();
  return true;
}

function swap(region: HTMLElement, replacement: Element): void {
  const fresh = replacement.innerHTML;
  if (shown.get(region) === fresh || region.querySelector(':popover-open, .is-dragging, [aria-busy="true"]') !== null) return;
  shown.set(region, fresh);
  const focused = region.contains(document.activeElement) ? document.activeElement : null;
  const focusKey = focused === null ? null : keyOf(focused);
  region.replaceChildren(...[...replacement.childNodes].map((node) => document.adoptNode(node)));
  if (focusKey !== null) [...region.querySelectorAll<HTMLElement>('a, button')].find((element) => keyOf(element) === focusKey)?.focus();
}

/** What makes an element the same one before and after a swap. */
function keyOf(element: Element): string {
  return [element.tagName, element.getAttribute('popovertarget'), element.getAttribute('href'), element.getAttribute('aria-label')].join(
    ' ',
  );
}
