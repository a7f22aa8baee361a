import { applyColorMode } from './frame-theme';

type ThemeChoice = 'light' | 'dark' | 'auto';

const YEAR_SECONDS = 365 * 24 * 3600;
const systemDark = matchMedia('(prefers-color-scheme: dark)');
const listeners = new Set<(colorMode: 'light' | 'dark') => void>();

/** The palette on screen now. */
export function currentColorMode(): 'light' | 'dark' {
  return document.documentElement.dataset['colorMode'] === 'dark' ? 'dark' : 'light';
}

/** Calls back whenever the palette changes. */
export function onColorMode(listener: (colorMode: 'light' | 'dark') => void): void {
  listeners.add(listener);
}

/** Makes the theme menu work, and follows the system as long as the choice is `auto`. */
export function startTheme(): void {
  document.addEventListener('click', (event) => {
    const item = event.target instanceof Element ? event.target.closest<HTMLElement>('[data-theme-choice][role]') : null;
    const choice = item?.dataset['themeChoice'];
    if (choice === 'light' || choice === 'dark' || choice === 'auto') choose(choice);
  });
  systemDark.addEventListener('change', () => {
    if (document.documentElement.dataset['themeChoice'] === 'auto') choose('auto');
  });
}

function choose(choice: ThemeChoice): void {
  document.cookie = `local_jira_theme=${choice}; path=/; max-age=${YEAR_SECONDS}; samesite=lax`;
  document.documentElement.dataset['themeChoice'] = choice;
  for (const item of document.querySelectorAll<HTMLElement>('#theme-menu [data-theme-choice]')) {
    item.setAttribute('aria-checked', String(item.dataset['themeChoice'] === choice));
  }
  const colorMode = choice === 'auto' ? (systemDark.matches ? 'dark' : 'light') : choice;
  applyColorMode(document.documentElement, colorMode);
  for (const listener of listeners) listener(colorMode);
}
