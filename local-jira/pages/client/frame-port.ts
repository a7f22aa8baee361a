/**
 * One end of the channel between a Jira page and an app's iframe: calls, their results, and functions passed by
 * reference, over `postMessage`. Both ends use the same class, so either may call the other.
 */

/** What travels. `forge: 1` tells our messages from anything else a page may post. */
export type FrameMessage =
  | { readonly forge: 1; readonly kind: 'call'; readonly id: number; readonly command: string; readonly payload: unknown }
  | { readonly forge: 1; readonly kind: 'apply'; readonly id: number; readonly target: number; readonly args: unknown }
  | { readonly forge: 1; readonly kind: 'result'; readonly id: number; readonly value: unknown }
  | { readonly forge: 1; readonly kind: 'failure'; readonly id: number; readonly name: string; readonly message: string };

type AnyFunction = (...args: unknown[]) => unknown;

interface Waiting {
  resolve(value: unknown): void;
  reject(error: Error): void;
}

const REFERENCE = '__functionReference';

function isPlainObject(value: unknown): value is Record<string, unknown> {
  if (typeof value !== 'object' || value === null) return false;
  const prototype: unknown = Object.getPrototypeOf(value);
  // Any realm's own root prototype: what arrives may have been made in another one.
  return prototype === null || Object.getPrototypeOf(prototype) === null;
}

function isFunction(value: unknown): value is AnyFunction {
  return typeof value === 'function';
}

/** Whether a posted value is one of ours; everything else on the window is ignored. */
export function isFrameMessage(data: unknown): data is FrameMessage {
  return isPlainObject(data) && data['forge'] === 1 && typeof data['kind'] === 'string' && typeof data['id'] === 'number';
}

/**
 * One end of the channel. `post` sends a message to the other window, `answer` serves the calls that arrive.
 * A failed call rejects with the other end's message and name; the stack stays where it happened.
 */
export class FramePort {
  private nextId = 1;
  private readonly waiting = new Map<number, Waiting>();
  private readonly functions = new Map<number, AnyFunction>();
  private readonly references = new WeakMap<AnyFunction, number>();

  constructor(
    private readonly post: (message: FrameMessage) => void,
    private readonly answer: (command: string, payload: unknown) => unknown,
  ) {}

  /** Asks the other end to run a command and waits for its answer. */
  call(command: string, payload?: unknown): Promise<unknown> {
    return this.request((id) => ({ forge: 1, kind: 'call', id, command, payload: this.encode(payload) }));
  }

  /** Takes a message that arrived from the other end. */
  receive(message: FrameMessage): void {
    switch (message.kind) {
      case 'call':
        void this.reply(message.id, () => this.answer(message.command, this.decode(message.payload)));
        return;
      case 'apply': {
        const args = this.decode(message.args);
        const target = this.functions.get(message.target);
        void this.reply(message.id, () => {
          if (target === undefined) throw new Error('This function is no longer held by its page.');
          return target(...(Array.isArray(args) ? (args as unknown[]) : []));
        });
        return;
      }
      case 'result':
        this.settle(message.id)?.resolve(this.decode(message.value));
        return;
      case 'failure': {
        const error = new Error(message.message);
        error.name = message.name;
        this.settle(message.id)?.reject(error);
        return;
      }
    }
  }

  private request(build: (id: number) => FrameMessage): Promise<unknown> {
    const id = this.nextId++;
    return new Promise((resolve, reject) => {
      this.waiting.set(id, { resolve, reject });
      try {
        this.post(build(id));
      } catch (error) {
        this.waiting.delete(id);
        reject(error instanceof Error ? error : new Error(String(error)));
      }
    });
  }

  private async reply(id: number, run: () => unknown): Promise<void> {
    try {
      this.post({ forge: 1, kind: 'result', id, value: this.encode(await run()) });
    } catch (error) {
      const { name, message } = error instanceof Error ? error : new Error(String(error));
      this.post({ forge: 1, kind: 'failure', id, name, message });
    }
  }

  private settle(id: number): Waiting | undefined {
    const waiting = this.waiting.get(id);
    this.waiting.delete(id);
    return waiting;
  }

  private encode(value: unknown): unknown {
    if (isFunction(value)) return { [REFERENCE]: this.hold(value) };
    if (Array.isArray(value)) return value.map((entry) => this.encode(entry));
    if (!isPlainObject(value)) return value;
    return Object.fromEntries(Object.entries(value).map(([key, entry]) => [key, this.encode(entry)]));
  }

  private decode(value: unknown): unknown {
    if (Array.isArray(value)) return value.map((entry) => this.decode(entry));
    if (!isPlainObject(value)) return value;
    const target = value[REFERENCE];
    if (typeof target === 'number') {
      return (...args: unknown[]) => this.request((id) => ({ forge: 1, kind: 'apply', id, target, args: this.encode(args) }));
    }
    return Object.fromEntries(Object.entries(value).map(([key, entry]) => [key, this.decode(entry)]));
  }

  private hold(target: AnyFunction): number {
    const known = this.references.get(target);
    if (known !== undefined) return known;
    const reference = this.nextId++;
    this.functions.set(reference, target);
    this.references.set(target, reference);
    return reference;
  }
}
