import { createRequire } from 'node:module';
import { join } from 'node:path';
import { parentPort, workerData } from 'node:worker_threads';

import type { ClockReading } from '../clock/local-clock';
import type {
  FromWorker,
  LogLevel,
  NumberedRequest,
  RuntimeFacts,
  ToWorker,
  WireAnswer,
  WireRequest,
  WorkerSetup,
} from './worker-messages';

/**
 * Runs inside a worker thread and plays the place Forge runs functions in: one process, one invocation at a time,
 * reused while warm. Sets the two globals the `@forge/*` packages reach for before the app's bundle is loaded:
 * `global.__forge_runtime__` and `global.__forge_fetch__`.
 */

interface Invocation {
  id: string;
  endsAtMs: number;
}

type Handler = (...handlerArguments: unknown[]) => unknown;

const port = requireParentPort();
const setup = workerData as WorkerSetup;
const realNowMs = Date.now.bind(Date);
const waiting = new Map<number, (answer: WireAnswer) => void>();
let clock: ClockReading = setup.clock;
let current: Invocation | null = null;
let lastRequestId = 0;
let outgoing: NumberedRequest[] = [];

installClock();
installConsole();
installPlatformGlobals();
const loadModule = createRequire(join(setup.backendFolder, '/'));

port.on('message', (message: ToWorker) => {
  if (message.kind === 'clock') clock = message.clock;
  if (message.kind === 'answer') {
    waiting.get(message.requestId)?.(message.answer);
    waiting.delete(message.requestId);
  }
  if (message.kind === 'invoke') void run(message);
});
send({ kind: 'ready' });

function send(message: FromWorker): void {
  port.postMessage(message);
}

async function run(message: Extract<ToWorker, { kind: 'invoke' }>): Promise<void> {
  const { invocationId, handler, argumentsJson, runtime, timeoutMs } = message;
  current = { id: invocationId, endsAtMs: realNowMs() + timeoutMs };
  setGlobal('__forge_runtime__', toRuntime(runtime, current));
  try {
    const value: unknown = await findHandler(handler)(...(JSON.parse(argumentsJson) as unknown[]));
    send({ kind: 'returned', invocationId, valueJson: value === undefined ? null : toJson(value) });
  } catch (error) {
    const { name, message: text, stack } = error instanceof Error ? error : new Error(String(error));
    send({ kind: 'threw', invocationId, name, message: text, stack: stack ?? null });
  }
}

/** `null` for what JSON cannot say, such as a function. */
function toJson(value: unknown): string | null {
  const json: unknown = JSON.stringify(value);
  return typeof json === 'string' ? json : null;
}

function findHandler(handler: string): Handler {
  const [file = '', exportName = ''] = handler.split('.');
  const loaded = loadModule(`./${file}.js`) as Record<string, unknown>;
  const found = loaded[exportName];
  if (typeof found !== 'function') throw new Error(`The app's ${file}.js exports no function ${exportName}.`);
  return found as Handler;
}

function toRuntime(facts: RuntimeFacts, invocation: Invocation): Record<string, unknown> {
  const measured = { stop: () => undefined };
  return {
    appContext: { ...facts.appContext, invocationId: invocation.id },
    aaid: facts.aaid ?? undefined,
    contextAri: facts.contextAri,
    lambdaContext: {
      awsRequestId: invocation.id,
      getRemainingTimeInMillis: () => Math.max(0, invocation.endsAtMs - realNowMs()),
    },
    metrics: {
      counter: () => ({ incr: () => undefined, incrBy: () => undefined }),
      timing: () => ({ measure: () => measured, set: () => undefined }),
      gauge: () => ({ set: () => undefined }),
    },
    container: { appCodeDir: setup.backendFolder },
    tracing: { traceId: invocation.id, spanId: invocation.id.slice(0, 16) },
    proxy: {},
    externalAuth: [],
  };
}

function installPlatformGlobals(): void {
  setGlobal('__forge_fetch__', async (descriptor: WireRequest['descriptor'], path: string, init?: RequestInit) => {
    const body = await readBody(init);
    const request: WireRequest = {
      descriptor: JSON.parse(JSON.stringify(descriptor)) as WireRequest['descriptor'],
      path,
      method: (init?.method ?? 'GET').toUpperCase(),
      headers: { ...body.headers, ...Object.fromEntries(new Headers(init?.headers).entries()) },
      body: body.content,
    };
    return toResponse(await ask(request, init?.signal ?? null));
  });
  // The manifest declares no egress, so the platform refuses every other address.
  setGlobal('fetch', (target: unknown) => {
    const text = `The app has no permission to reach ${String(target)}: no egress is declared in its manifest.`;
    return Promise.reject(new Error(text));
  });
}

async function readBody(init?: RequestInit): Promise<{ content: string | Uint8Array | null; headers: Record<string, string> }> {
  const body = init?.body ?? null;
  if (body === null || typeof body === 'string') return { content: body, headers: {} };
  const packed = new Response(body);
  const contentType = packed.headers.get('content-type');
  const content = new Uint8Array(await packed.arrayBuffer());
  return { content, headers: contentType === null ? {} : { 'content-type': contentType } };
}

function ask(request: WireRequest, signal: AbortSignal | null): Promise<WireAnswer> {
  lastRequestId += 1;
  const requestId = lastRequestId;
  return new Promise((resolve, reject) => {
    if (signal?.aborted === true) {
      reject(toError(signal.reason));
      return;
    }
    signal?.addEventListener('abort', () => {
      waiting.delete(requestId);
      reject(toError(signal.reason));
    });
    waiting.set(requestId, resolve);
    if (outgoing.length === 0) setImmediate(flush);
    outgoing.push({ requestId, invocationId: current?.id ?? 'none', request });
  });
}

function flush(): void {
  send({ kind: 'fetches', requests: outgoing });
  outgoing = [];
}

function toError(reason: unknown): Error {
  return reason instanceof Error ? reason : new Error(String(reason));
}

function toResponse(answer: WireAnswer): Response {
  if (answer.kind === 'lost') throw new TypeError('fetch failed');
  const isEmpty = answer.status === 204 || answer.status === 304;
  const content = typeof answer.body === 'string' ? answer.body : Buffer.from(answer.body);
  return new Response(isEmpty ? null : content, { status: answer.status, headers: answer.headers });
}

/** Makes `new Date()`, `Date()` and `Date.now()` of the app tell the site's time. */
function installClock(): void {
  const RealDate = Date;
  const localNowMs = (): number => clock.frozenAtMs ?? realNowMs() + clock.offsetMs;
  const LocalDate = new Proxy(RealDate, {
    construct: (target, given, newTarget) => Reflect.construct(target, given.length === 0 ? [localNowMs()] : given, newTarget) as object,
    apply: () => new RealDate(localNowMs()).toString(),
    get: (target, property, receiver) => (property === 'now' ? localNowMs : (Reflect.get(target, property, receiver) as unknown)),
  });
  setGlobal('Date', LocalDate);
}

function installConsole(): void {
  const levels: Record<string, LogLevel> = { debug: 'debug', log: 'info', info: 'info', warn: 'warn', error: 'error', trace: 'debug' };
  for (const [method, level] of Object.entries(levels)) {
    const write = (...parts: unknown[]): void => {
      const text = parts.map((part) => (typeof part === 'string' ? part : inspect(part))).join(' ');
      send({ kind: 'log', invocationId: current?.id ?? 'none', level, text });
    };
    Object.defineProperty(console, method, { value: write, configurable: true });
  }
}

function inspect(part: unknown): string {
  if (part instanceof Error) return part.stack ?? part.message;
  return toJson(part) ?? String(part);
}

function setGlobal(name: string, value: unknown): void {
  Object.defineProperty(globalThis, name, { value, configurable: true, writable: true });
}

function requireParentPort(): NonNullable<typeof parentPort> {
  if (parentPort === null) throw new Error('worker-entry runs in a worker thread only.');
  return parentPort;
}
