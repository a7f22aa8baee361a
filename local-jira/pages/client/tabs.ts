/** Makes tab lists work: one panel at a time, arrows move between tabs. */
export function startTabs(): void {
  for (const list of document.querySelectorAll<HTMLElement>('[role="tablist"]')) {
    const tabs = [...list.querySelectorAll<HTMLElement>('[role="tab"]')];
    const select = (chosen: HTMLElement): void => {
      for (const tab of tabs) {
        const isChosen = tab === chosen;
        tab.setAttribute('aria-selected', String(isChosen));
        tab.tabIndex = isChosen ? 0 : -1;
        document.getElementById(tab.getAttribute('aria-controls') ?? '')?.toggleAttribute('hidden', !isChosen);
      }
    };
    list.addEventListener('click', (event) => {
      const tab = event.target instanceof Element ? event.target.closest<HTMLElement>('[role="tab"]') : null;
      if (tab !== null) select(tab);
    });
    list.addEventListener('keydown', (event) => {
      const step = event.key === 'ArrowRight' ? 1 : event.key === 'ArrowLeft' ? -1 : 0;
      const at = tabs.findIndex((tab) => tab === document.activeElement);
      const next = step === 0 || at === -1 ? undefined : tabs[(at + step + tabs.length) % tabs.length];
      if (next === undefined) return;
      select(next);
      next.focus();
    });
  }
}
