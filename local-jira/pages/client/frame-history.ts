import { isRecord, textOf } from './host-call';

interface FrameLocation {
  readonly pathname: string;
  readonly search: string;
  readonly hash: string;
  readonly state: unknown;
}

type Action = 'POP' | 'PUSH' | 'REPLACE';
type Listener = (location: FrameLocation, action: Action) => unknown;

/** Serves `view.createHistory`: lets a full-page app change the address after its own page's path. */
export function createFrameHistory(): Record<string, unknown> {
  const base = /^.*?\/apps\/[^/]+/.exec(location.pathname)?.[0];
  if (base === undefined) throw new Error('createHistory is only available in full-page modules.');
  const listeners = new Set<Listener>();

  const read = (): FrameLocation => ({
    pathname: location.pathname.slice(base.length) || '/',
    search: location.search,
    hash: location.hash,
    state: window.history.state,
  });
  const tell = (action: Action): void => {
    for (const listener of listeners) void Promise.resolve(listener(read(), action)).catch(() => undefined);
  };
  const write = (action: 'PUSH' | 'REPLACE', target: unknown, state: unknown): void => {
    const address = base + relativePath(target);
    const kept = isRecord(target) ? target['state'] : state;
    if (action === 'PUSH') window.history.pushState(kept, '', address);
    else window.history.replaceState(kept, '', address);
    tell(action);
  };
  window.addEventListener('popstate', () => tell('POP'));

  return {
    action: 'POP' satisfies Action,
    location: read(),
    push: (target: unknown, state: unknown) => write('PUSH', target, state),
    replace: (target: unknown, state: unknown) => write('REPLACE', target, state),
    go: (steps: unknown) => window.history.go(Number(steps)),
    goBack: () => window.history.back(),
    goForward: () => window.history.forward(),
    listen: (listener: Listener) => {
      listeners.add(listener);
      return () => void listeners.delete(listener);
    },
  };
}

function relativePath(target: unknown): string {
  const text = isRecord(target) ? textOf(target['pathname']) + textOf(target['search']) + textOf(target['hash']) : textOf(target);
  if (text === '/' || text === '') return '';
  return text.startsWith('/') || text.startsWith('?') || text.startsWith('#') ? text : `/${text}`;
}
