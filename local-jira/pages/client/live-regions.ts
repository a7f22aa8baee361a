/**
 * Keeps a page current without reloading it: fetches the same page again and swaps the parts marked `data-live`.
 * App frames stand outside those parts, so what a person typed in them stays.
 */

const listeners = new Set<() => void>();
let running: Promise<boolean> | undefined;

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
  if (region.innerHTML === replacement.innerHTML || region.querySelector(':popover-open') !== null) return;
  const focused = region.contains(document.activeElement) ? document.activeElement : null;
  const focusKey = focused === null ? null : keyOf(focused);
  region.replaceChildren(...[...replacement.childNodes].map((node) => document.adoptNode(node)));
  if (focusKey !== null) [...region.querySelectorAll<HTMLElement>('a, button')].find((element) => keyOf(element) === focusKey)?.focus();
}

/** What makes an element the same one before and after a swap. */
function keyOf(element: Element): string {
  return [element.tagName, element.getAttribute('popovertarget'), element.getAttribute('href'), element.getAttribute('aria-label')].join(' ');
}
