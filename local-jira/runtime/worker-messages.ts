import type { ClockReading } from '../clock/local-clock';

/** What a worker is started with. */
export interface WorkerSetup {
  /** Absolute path of the bundled backend's folder. */
  backendFolder: string;
  clock: ClockReading;
}

/** Facts about the running invocation that `global.__forge_runtime__` carries. */
export interface RuntimeFacts {
  appContext: Record<string, unknown>;
  /** The invoking user, or `null` without one. */
  aaid: string | null;
  contextAri: string;
}

export type ToWorker =
  | {
      kind: 'invoke';
      invocationId: string;
      /** As in the manifest: `file.export`. */
      handler: string;
      /** JSON of the handler's arguments. */
      argumentsJson: string;
      runtime: RuntimeFacts;
      timeoutMs: number;
    }
  | { kind: 'clock'; clock: ClockReading }
  | { kind: 'answer'; requestId: number; answer: WireAnswer };

export type FromWorker =
  | { kind: 'ready' }
  | { kind: 'fetches'; requests: NumberedRequest[] }
  | { kind: 'log'; invocationId: string; level: LogLevel; text: string }
  | { kind: 'returned'; invocationId: string; valueJson: string | null }
  | { kind: 'threw'; invocationId: string; name: string; message: string; stack: string | null };

/** Calls begun in one turn of the app's event loop travel together, so the record shows them as parallel. */
export interface NumberedRequest {
  requestId: number;
  invocationId: string;
  request: WireRequest;
}

export type LogLevel = 'debug' | 'info' | 'warn' | 'error';

/** One call of `global.__forge_fetch__(descriptor, path, init)`. */
export interface WireRequest {
  descriptor: { type: string; provider?: string; remote?: string; accountId?: string };
  path: string;
  method: string;
  headers: Record<string, string>;
  body: string | Uint8Array | null;
}

/** `lost` stands for a connection that broke: the caller sees fetch reject. */
export type WireAnswer =
  { kind: 'response'; status: number; headers: Record<string, string>; body: string | Uint8Array } | { kind: 'lost' };
