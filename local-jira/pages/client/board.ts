import { combine } from '@atlaskit/pragmatic-drag-and-drop/combine';
import { draggable, dropTargetForElements, monitorForElements } from '@atlaskit/pragmatic-drag-and-drop/element/adapter';

import { announce } from './announce';
import { closeFlag, showRefusal } from './flags';
import { callHost } from './host-call';
import { keepFresh, onLiveRefresh, refreshLiveRegions } from './live-regions';

const WATCH_MS = 5000;
const SPRING = { duration: 260, easing: 'cubic-bezier(0.2, 0, 0, 1.2)' };

let cleanUp = (): void => undefined;

/** Makes cards draggable between columns, and movable with their menu. */
export function startBoard(): void {
  takeHold();
  onLiveRefresh(takeHold);
  keepFresh(WATCH_MS);
  monitorForElements({
    onDragStart: ({ source }) => markTargets(source.element),
    onDrop: ({ source, location }) => {
      markTargets(null);
      const statusId = location.current.dropTargets[0]?.data['statusId'];
      if (typeof statusId === 'string' && source.element instanceof HTMLElement) void moveCard(source.element, statusId);
    },
  });
  document.addEventListener('click', (event) => {
    const item = event.target instanceof Element ? event.target.closest<HTMLElement>('[data-move-to]') : null;
    const card = item?.closest<HTMLElement>('[data-card]');
    const statusId = item?.dataset['moveTo'];
    if (card && statusId !== undefined) void moveCard(card, statusId).then(() => focusMenuOf(card.dataset['card'] ?? ''));
  });
}

/** A moved card is a new element: the keyboard goes on where it was, unless the person has gone elsewhere meanwhile. */
function focusMenuOf(key: string): void {
  if (document.activeElement !== document.body) return;
  const card = document.querySelector(`[data-card="${CSS.escape(key)}"]`);
  (card?.querySelector<HTMLElement>('.card-menu-button') ?? card?.querySelector<HTMLElement>('a'))?.focus();
}

function takeHold(): void {
  cleanUp();
  cleanUp = combine(
    ...[...document.querySelectorAll<HTMLElement>('[data-card]')].map((card) =>
      draggable({
        element: card,
        onDragStart: () => card.classList.add('is-dragging'),
        onDrop: () => card.classList.remove('is-dragging'),
      }),
    ),
    ...[...document.querySelectorAll<HTMLElement>('[data-column]')].map((column) =>
      dropTargetForElements({
        element: column,
        getData: () => ({ statusId: column.dataset['column'] }),
        canDrop: ({ source }) => allows(source.element, column),
        onDragEnter: () => column.classList.add('is-over'),
        onDragLeave: () => column.classList.remove('is-over'),
        onDrop: () => column.classList.remove('is-over'),
      }),
    ),
  );
}

function allows(card: Element, column: HTMLElement): boolean {
  return (card.getAttribute('data-targets') ?? '').split(' ').includes(column.dataset['column'] ?? '');
}

function markTargets(card: Element | null): void {
  for (const column of document.querySelectorAll<HTMLElement>('[data-column]')) {
    const isHome = card !== null && column.contains(card);
    column.classList.toggle('is-target', card !== null && allows(card, column));
    column.classList.toggle('is-barred', card !== null && !isHome && !allows(card, column));
  }
}

async function moveCard(card: HTMLElement, statusId: string): Promise<void> {
  const key = card.dataset['card'] ?? '';
  const column = document.querySelector<HTMLElement>(`[data-column="${CSS.escape(statusId)}"]`);
  const list = column?.querySelector('.card-list');
  const home = card.parentElement;
  if (!column || !list || home === null || home === list) return;
  const after = card.nextElementSibling;
  const columnName = column.querySelector('h2 > span')?.textContent ?? '';

  glide(card, () => list.append(card));
  card.setAttribute('aria-busy', 'true');
  closeFlag('refusal');
  const outcome = await callHost('POST', `/_host/issues/${key}/drop`, { statusId });
  card.removeAttribute('aria-busy');
  if (outcome.ok) {
    announce(`${key} moved to ${columnName}.`);
  } else {
    glide(card, () => home.insertBefore(card, after?.parentElement === home ? after : null));
    showRefusal(`We couldn't move ${key}`, outcome.messages);
  }
  await refreshLiveRegions();
}

/** Moves an element in the page and lets it travel there, unless the reader asked for less motion. */
function glide(element: HTMLElement, move: () => void): void {
  const before = element.getBoundingClientRect();
  move();
  if (matchMedia('(prefers-reduced-motion: reduce)').matches) return;
  const now = element.getBoundingClientRect();
  element.animate([{ transform: `translate(${before.left - now.left}px, ${before.top - now.top}px)` }, { transform: 'none' }], SPRING);
}
