/**
 * Menus are native popovers, opened by a button that names them in `popovertarget`. This places them beside
 * their button and gives them the keys of a menu: arrows, Home, End, Escape, and focus that returns.
 */

const GAP_PX = 4;
const EDGE_PX = 8;

/** Gives every menu on the page its place and its keys, also those a later refresh brings. */
export function startMenus(): void {
  document.addEventListener(
    'toggle',
    (event) => {
      const menu = event.target;
      if (!(menu instanceof HTMLElement) || !menu.matches('[popover].menu') || !(event instanceof ToggleEvent)) return;
      const button = menuButton(menu);
      button?.setAttribute('aria-expanded', String(event.newState === 'open'));
      if (event.newState !== 'open') return;
      if (button !== null) place(menu, button);
      (menu.querySelector<HTMLElement>('[aria-checked="true"]') ?? menuItems(menu)[0])?.focus();
    },
    true,
  );
  document.addEventListener('keydown', moveFocus);
  document.addEventListener('click', (event) => {
    if (event.target instanceof Element) event.target.closest('.menu-item')?.closest<HTMLElement>('[popover]')?.hidePopover();
  });
}

function menuButton(menu: HTMLElement): HTMLElement | null {
  return document.querySelector<HTMLElement>(`[popovertarget="${CSS.escape(menu.id)}"]`);
}

function menuItems(menu: Element): HTMLElement[] {
  return [...menu.querySelectorAll<HTMLElement>('.menu-item')];
}

function place(menu: HTMLElement, button: HTMLElement): void {
  const anchor = button.getBoundingClientRect();
  const { offsetWidth: widthPx, offsetHeight: heightPx } = menu;
  const opensToLeft = anchor.left + widthPx > window.innerWidth - EDGE_PX;
  const leftPx = opensToLeft ? anchor.right - widthPx : anchor.left;
  const fitsBelow = anchor.bottom + GAP_PX + heightPx <= window.innerHeight - EDGE_PX;
  const topPx = fitsBelow ? anchor.bottom + GAP_PX : anchor.top - GAP_PX - heightPx;
  menu.style.left = `${Math.max(EDGE_PX, leftPx)}px`;
  menu.style.top = `${Math.max(EDGE_PX, topPx)}px`;
}

function moveFocus(event: KeyboardEvent): void {
  const menu = event.target instanceof Element ? event.target.closest('.menu:popover-open') : null;
  if (menu === null) return;
  const items = menuItems(menu);
  const at = items.findIndex((item) => item === document.activeElement);
  const next: Record<string, number> = {
    ArrowDown: (at + 1) % items.length,
    ArrowUp: (at - 1 + items.length) % items.length,
    Home: 0,
    End: items.length - 1,
  };
  const index = next[event.key];
  if (index === undefined) return;
  event.preventDefault();
  items[index]?.focus();
}
