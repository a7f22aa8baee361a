/**
 * Runs first in every app page, as Forge's own global bridge does: defines `globalThis.__bridge`, which
 * `@forge/bridge` binds to when it loads. Commands go to the Jira page around the iframe; theming and sizing are
 * done here, because they act on this document.
 */
import { FramePort, isFrameMessage } from './frame-port';
import { applyColorMode } from './frame-theme';
import { watchContentHeight } from './watch-content-height';

declare global {
  var __bridge: { callBridge(command: string, payload?: unknown): Promise<unknown> } | undefined;
}

const THEME_SHEETS = ['fonts', 'shape', 'spacing', 'motion', 'typography', 'light', 'dark'] as const;

/** The page around us. A page opened by hand has no referrer and no parent to answer. */
const hostOrigin = document.referrer === '' ? location.origin : new URL(document.referrer).origin;

const port = new FramePort(
  (message) => window.parent.postMessage(message, hostOrigin),
  (command, payload) => {
    if (command === 'setColorMode') applyColorMode(document.documentElement, payload === 'dark' ? 'dark' : 'light');
    else throw new Error(`The Jira page sent an unknown command: ${command}`);
  },
);

window.addEventListener('message', (event: MessageEvent<unknown>) => {
  if (event.source === window.parent && event.origin === hostOrigin && isFrameMessage(event.data)) port.receive(event.data);
});

function loadSheet(name: string): Promise<void> {
  return new Promise((resolve) => {
    const link = document.createElement('link');
    link.rel = 'stylesheet';
    link.href = `/__forge__/theme/${name}.css`;
    link.dataset['theme'] = name;
    link.addEventListener('load', () => resolve());
    link.addEventListener('error', () => resolve());
    document.head.append(link);
  });
}

let themed: Promise<void> | undefined;

async function enableTheming(): Promise<void> {
  const colorMode = await port.call('enableTheming');
  applyColorMode(document.documentElement, colorMode === 'dark' ? 'dark' : 'light');
  await Promise.all(THEME_SHEETS.map(loadSheet));
}

globalThis.__bridge = {
  callBridge(command, payload) {
    if (command === 'enableTheming') return (themed ??= enableTheming());
    return port.call(command, payload);
  },
};

document.addEventListener('DOMContentLoaded', () => {
  watchContentHeight((heightPx) => void port.call('contentHeight', heightPx));
});

window.addEventListener('keydown', (event) => {
  if (event.key === 'Escape' && !event.defaultPrevented) void port.call('escapePressed');
});
