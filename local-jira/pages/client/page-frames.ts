import { AppFrame, type FrameSource, type FrameSurroundings } from './app-frame';
import { answerCommand } from './frame-commands';
import { onColorMode } from './theme';

/** Puts an app's frame into an element of the page. */
export function openPageFrame(holder: HTMLElement, source: FrameSource, surroundings: FrameSurroundings = {}): AppFrame {
  return new AppFrame(holder, source, surroundings, answerCommand);
}

/** Puts app frames where the page has room for them, and routes their messages. */
export function startPageFrames(): void {
  window.addEventListener('message', (event: MessageEvent<unknown>) => {
    for (const frame of AppFrame.list()) frame.takeMessage(event);
  });
  onColorMode((colorMode) => {
    for (const frame of AppFrame.list()) frame.setColorMode(colorMode);
  });
  for (const holder of document.querySelectorAll<HTMLElement>('[data-app-frame]')) openWhenShown(holder);
}

/** A frame inside a folded section loads when the section is first opened, as in Jira. */
function openWhenShown(holder: HTMLElement): void {
  const { appFrame: token, src, title } = holder.dataset;
  if (token === undefined || src === undefined) return;
  const open = (): AppFrame => openPageFrame(holder, { token, src, title: title ?? 'App' });
  const section = holder.closest('details');
  if (section === null || section.open) open();
  else section.addEventListener('toggle', () => section.open && open(), { once: true });
}
