import { isCallback, isRecord } from './host-call';

type Listener = (payload: unknown) => unknown;

const listeners = new Map<string, Set<Listener>>();

/** Serves `events.on`: subscribes one frame's callback to an event of the app; answers how to stop. */
export function subscribe(payload: unknown): { unsubscribe: () => void } {
  const { event, callback } = isRecord(payload) ? payload : {};
  if (typeof event !== 'string' || !isCallback(callback)) throw new Error('An event needs a name and a callback.');
  const group = listeners.get(event) ?? new Set<Listener>();
  listeners.set(event, group);
  group.add(callback);
  return { unsubscribe: () => void group.delete(callback) };
}

/** Serves `events.emit`: calls every frame of the app that listens. A frame that has gone is dropped silently. */
export function emitEvent(payload: unknown): void {
  const { event, payload: content } = isRecord(payload) ? payload : {};
  for (const listener of listeners.get(String(event)) ?? []) void Promise.resolve(listener(content)).catch(() => undefined);
}
