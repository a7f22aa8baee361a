/** Appearances of a flag, the message card in a corner of the window. */
export type FlagKind = 'info' | 'success' | 'warning' | 'error';

/** What a flag says and offers. */
export interface FlagContent {
  /** Showing the same id again replaces the flag. */
  readonly id: string;
  readonly kind: FlagKind;
  readonly title: string;
  readonly description?: string;
  readonly actions?: readonly { readonly text: string; readonly onClick: () => void }[];
  /** Goes away by itself after eight seconds; a flag that reports a problem should not. */
  readonly isAutoDismiss?: boolean;
  /** Fills the flag with its colour. */
  readonly isBold?: boolean;
}

const AUTO_DISMISS_MS = 8000;

const SIGNS: Record<FlagKind, string> = {
  info: 'M8 1.5a6.5 6.5 0 1 0 0 13 6.5 6.5 0 0 0 0-13M7.25 7h1.5v5h-1.5zM8 4a1 1 0 1 1 0 2 1 1 0 0 1 0-2',
  success: 'M16 8A8 8 0 1 1 0 8a8 8 0 0 1 16 0M11.9 5.2 7 10.7 4.6 8.3l-1 1.1 3.4 3.4 6-6.6z',
  warning:
    'M6.7 1.6a1.5 1.5 0 0 1 2.6 0l6.4 11.6A1.5 1.5 0 0 1 14.400 15.500H1.600A1.500 1.500 0 0 1 .3 13.200zM7.250 5.500v4.500h1.500V5.500zM8 11.200a1 1 0 1 0 0 2 1 1 0 0 0 0-2',
  error: 'M8 0a8 8 0 1 1 0 16A8 8 0 0 1 8 0M7.250 3.500v5.500h1.500V3.500zM8 10.500a1 1 0 1 0 0 2 1 1 0 0 0 0-2',
};

/** Shows a flag, newest on top. Errors and warnings are announced at once, the rest when the reader pauses. */
export function showFlag(content: FlagContent): void {
  closeFlag(content.id);
  const region = document.getElementById('flags');
  if (region === null) return;
  // Everything outside an open dialog is inert, so its flags have to stand inside it.
  ([...document.querySelectorAll('dialog[open]')].at(-1) ?? document.body).append(region);
  const flag = document.createElement('div');
  flag.className = `flag flag-${content.kind}${content.isBold === true ? ' flag-bold' : ''}`;
  flag.dataset['flag'] = content.id;
  flag.setAttribute('role', content.kind === 'error' || content.kind === 'warning' ? 'alert' : 'status');
  flag.append(sign(content.kind), text(content), closeButton(content.id));
  region.prepend(flag);
  if (content.isAutoDismiss === true) setTimeout(() => flag.remove(), AUTO_DISMISS_MS);
}

/** Takes a flag away; says whether there was one. */
export function closeFlag(id: string): boolean {
  const flag = document.querySelector(`[data-flag="${CSS.escape(id)}"]`);
  flag?.remove();
  return flag !== null;
}

/** A flag that shows why Jira refused, in Jira's and the validators' own words. */
export function showRefusal(title: string, messages: readonly string[]): void {
  showFlag({ id: 'refusal', kind: 'error', title, description: messages.join('\n') });
}

function sign(kind: FlagKind): Element {
  const holder = document.createElement('span');
  holder.className = 'flag-sign';
  holder.innerHTML = `<svg viewBox="0 0 16 16" width="16" height="16" aria-hidden="true"><path fill="currentcolor" fill-rule="evenodd" d="${SIGNS[kind]}"/></svg>`;
  return holder;
}

function text(content: FlagContent): Element {
  const holder = document.createElement('div');
  holder.className = 'flag-text';
  const title = document.createElement('p');
  title.className = 'flag-title';
  title.textContent = content.title;
  holder.append(title);
  if (content.description !== undefined && content.description !== '') {
    const description = document.createElement('p');
    description.className = 'flag-description';
    description.textContent = content.description;
    holder.append(description);
  }
  for (const action of content.actions ?? []) {
    const button = document.createElement('button');
    button.type = 'button';
    button.className = 'flag-action';
    button.textContent = action.text;
    button.addEventListener('click', () => action.onClick());
    holder.append(button);
  }
  return holder;
}

function closeButton(id: string): Element {
  const button = document.createElement('button');
  button.type = 'button';
  button.className = 'icon-button';
  button.setAttribute('aria-label', 'Dismiss');
  button.innerHTML =
    '<svg viewBox="0 0 16 16" width="16" height="16" aria-hidden="true"><path fill="currentcolor" d="m14 3.100-4.900 4.900 4.900 4.900-1.100 1.100L8 9.100l-4.900 4.900L2 12.900 6.900 8 2 3.100 3.100 2 8 6.900 12.900 2z"/></svg>';
  button.addEventListener('click', () => closeFlag(id));
  return button;
}
