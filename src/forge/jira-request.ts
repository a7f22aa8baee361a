import { asApp, asUser, type Route } from '@forge/api';
import * as v from 'valibot';

import { JiraFault } from '../app/ports/jira-fault';
import type { Asker } from '../app/ports/issues';
import { backOff, isWorthWaiting, withTimeout, TimedOut } from './patience';

/** Longest wait for one answer of Jira, in ms. */
const REQUEST_TIMEOUT_MS = 8_000;

const ATTEMPTS = 3;

/** How a request may be treated. */
interface RequestOptions {
  readonly method?: 'GET' | 'POST' | 'PUT';
  readonly body?: unknown;
  /** True where doing it twice is the same as once: then it is repeated when nobody judged it. Reads always are. */
  readonly repeatable?: boolean;
}

/** Asks Jira and checks the shape of what it answers. Throws `JiraFault`. */
export async function requestJson<Schema extends v.GenericSchema>(
  asker: Asker,
  path: Route,
  schema: Schema,
  options: RequestOptions = {},
): Promise<v.InferOutput<Schema>> {
  const text = await request(asker, path, options);
  const parsed = v.safeParse(schema, parseJson(text));
  if (!parsed.success) throw new JiraFault('invalid', [], new Error(`unexpected shape at ${v.getDotPath(parsed.issues[0]) ?? 'the root'}`));
  return parsed.output;
}

/** Asks Jira for an effect; the answer's body is not looked at. Throws `JiraFault`. */
export async function requestEffect(asker: Asker, path: Route, options: RequestOptions): Promise<void> {
  await request(asker, path, options);
}

async function request(
  asker: Asker,
  path: Route,
  { method = 'GET', body, repeatable = method === 'GET' }: RequestOptions,
): Promise<string> {
  for (let attempt = 1; ; attempt += 1) {
    const outcome = await tryOnce(asker, path, method, body);
    if (outcome.ok) return outcome.text;
    const { fault, retryAfterMs } = outcome;
    const isJudged = fault.kind === 'notFound' || fault.kind === 'forbidden' || fault.kind === 'refused';
    // A throttled request had no effect, so it may be repeated even where doing it twice would not be the same.
    const mayRepeat = repeatable || fault.kind === 'throttled';
    if (isJudged || !mayRepeat || attempt >= ATTEMPTS || !isWorthWaiting(retryAfterMs)) throw fault;
    await backOff(attempt, retryAfterMs);
  }
}

type Outcome =
  { readonly ok: true; readonly text: string } | { readonly ok: false; readonly fault: JiraFault; readonly retryAfterMs: number | null };

async function tryOnce(asker: Asker, path: Route, method: string, body: unknown): Promise<Outcome> {
  const jira = asker === 'user' ? asUser() : asApp();
  const stop = new AbortController();
  try {
    const sent = jira.requestJira(path, {
      method,
      signal: stop.signal,
      headers: { Accept: 'application/json', ...(body === undefined ? {} : { 'Content-Type': 'application/json' }) },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
    const response = await withTimeout(sent, REQUEST_TIMEOUT_MS);
    const text = await withTimeout(response.text(), REQUEST_TIMEOUT_MS);
    if (response.ok) return { ok: true, text };
    return { ok: false, fault: toJiraFault(response.status, text), retryAfterMs: readRetryAfterMs(response.headers.get('retry-after')) };
  } catch (error) {
    stop.abort();
    return { ok: false, fault: new JiraFault(error instanceof TimedOut ? 'timeout' : 'unavailable', [], error), retryAfterMs: null };
  }
}

function toJiraFault(status: number, text: string): JiraFault {
  if (status === 404 || status === 410) return new JiraFault('notFound');
  if (status === 401 || status === 403) return new JiraFault('forbidden', readMessages(text));
  if (status === 429) return new JiraFault('throttled');
  if (status >= 500) return new JiraFault('unavailable');
  return new JiraFault('refused', readMessages(text));
}

const errorCollection = v.object({
  errorMessages: v.optional(v.array(v.string()), []),
  errors: v.optional(v.record(v.string(), v.string()), {}),
});

function readMessages(text: string): string[] {
  const parsed = v.safeParse(errorCollection, parseJson(text));
  return parsed.success ? [...parsed.output.errorMessages, ...Object.values(parsed.output.errors)] : [];
}

function readRetryAfterMs(header: string | null): number | null {
  const seconds = header === null ? Number.NaN : Number(header);
  return Number.isFinite(seconds) && seconds >= 0 ? seconds * 1_000 : null;
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return undefined;
  }
}
