/** Who runs: the invocation a remote call belongs to. */
export interface Invoker {
  invocationId: string;
  functionKey: string;
  moduleKey: string;
  /** The invoking user; `null` for triggers, schedules, queues and validators. */
  accountId: string | null;
  /** 0 for invocations from outside, one more for each invocation that waits for this one. */
  depth: number;
}

/** One remote call of the app, as the platform's proxy sees it. */
export interface RemoteCall {
  invoker: Invoker;
  provider: 'app' | 'user';
  /** The account an offline impersonation names, where the app asked for one. */
  impersonated: string | null;
  method: string;
  /** With its query string. */
  path: string;
  headers: Record<string, string>;
  body: string | Uint8Array | null;
}

export interface RemoteAnswer {
  status: number;
  headers: Record<string, string>;
  body: string | Uint8Array;
}

/** A service behind the proxy. */
export type RemoteService = (call: RemoteCall) => Promise<RemoteAnswer>;

/** @param value `undefined` for an empty body. */
export function toJsonAnswer(status: number, value?: unknown, headers: Record<string, string> = {}): RemoteAnswer {
  return {
    status,
    headers: { 'content-type': 'application/json', ...headers },
    body: value === undefined ? '' : JSON.stringify(value),
  };
}

/** The JSON a request carries, `undefined` when it is empty or no JSON. */
export function readJsonBody(body: string | Uint8Array | null): unknown {
  if (body === null) return undefined;
  const text = typeof body === 'string' ? body : Buffer.from(body).toString('utf8');
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return undefined;
  }
}
