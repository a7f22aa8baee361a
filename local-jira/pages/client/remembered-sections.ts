/**
 * Foldable sections remember whether they were open. An address that names one, `#handoff-context` or
 * `?app=handoff-context`, opens it and brings it into view.
 */
export function startRememberedSections(): void {
  const asked = location.hash.slice(1) || new URLSearchParams(location.search).get('app');
  for (const section of document.querySelectorAll<HTMLDetailsElement>('details[data-remember]')) {
    const name = section.dataset['remember'] ?? '';
    const key = `section-${name}`;
    section.open = name === asked || localStorage.getItem(key) !== 'closed';
    section.addEventListener('toggle', () => localStorage.setItem(key, section.open ? 'open' : 'closed'));
    const isBelow = section.getBoundingClientRect().top > window.innerHeight / 2;
    if (name === asked && isBelow) section.scrollIntoView({ block: 'start' });
  }
}
