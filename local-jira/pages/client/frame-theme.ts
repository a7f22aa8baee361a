/** A theme as Jira hands it to an app: which palette is on, and the names the token style sheets are keyed by. */
export interface FrameTheme {
  readonly colorMode: 'light' | 'dark';
  readonly dark: 'dark';
  readonly light: 'light';
  readonly spacing: 'spacing';
  readonly typography: 'typography';
  readonly shape: 'shape';
  readonly motion: 'motion';
}

/** The theme for a palette. Only the palette varies; the other token sets are the ones Jira has switched on. */
export function frameTheme(colorMode: 'light' | 'dark'): FrameTheme {
  return { colorMode, dark: 'dark', light: 'light', spacing: 'spacing', typography: 'typography', shape: 'shape', motion: 'motion' };
}

/** The `data-theme` attribute that the token style sheets select on. */
export const THEME_ATTRIBUTE = 'dark:dark light:light spacing:spacing typography:typography shape:shape motion:motion';

/** Sets a palette on a document: the attributes of the token sheets, and `color-scheme` for scroll bars and native controls. */
export function applyColorMode(root: HTMLElement, colorMode: 'light' | 'dark'): void {
  root.dataset['colorMode'] = colorMode;
  root.dataset['theme'] = THEME_ATTRIBUTE;
  root.style.colorScheme = colorMode;
}
