import { SESSION_PATH } from '../../host-api';
import { callHost } from './host-call';
import { showRefusal } from './flags';

const NARROW = matchMedia('(max-width: 900px)');

/** The user menu and the button that folds the navigation away. */
export function startNavigation(): void {
  const toggle = document.getElementById('nav-toggle');
  const setOpen = (isOpen: boolean): void => {
    document.body.classList.toggle('nav-closed', !isOpen);
    document.body.classList.toggle('nav-open', isOpen);
    toggle?.setAttribute('aria-expanded', String(isOpen));
  };
  setOpen(!NARROW.matches && localStorage.getItem('navigation') !== 'closed');
  NARROW.addEventListener('change', () => setOpen(!NARROW.matches));
  toggle?.addEventListener('click', () => {
    const isOpen = toggle.getAttribute('aria-expanded') !== 'true';
    setOpen(isOpen);
    if (!NARROW.matches) localStorage.setItem('navigation', isOpen ? 'open' : 'closed');
  });
  document.addEventListener('keydown', (event) => {
    if (event.key === 'Escape' && NARROW.matches) setOpen(false);
  });

  document.addEventListener('click', (event) => {
    const item = event.target instanceof Element ? event.target.closest<HTMLElement>('[data-account-id][role="menuitemradio"]') : null;
    if (item !== null) void switchUser(item.dataset['accountId'] ?? '');
  });
}

async function switchUser(accountId: string): Promise<void> {
  const outcome = await callHost('POST', SESSION_PATH, { accountId });
  if (outcome.ok) location.reload();
  else showRefusal('The user could not be switched', outcome.messages);
}
