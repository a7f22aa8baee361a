/** What a page's script gets back from the site: done, or the sentences Jira refused with. */
export type HostOutcome<T = unknown> =
  { readonly ok: true; readonly value: T } | { readonly ok: false; readonly messages: readonly string[] };

/** Asks the site's own routes to do something, as the user of the session. Never throws: an unreachable site is a refusal too. */
export async function callHost(method: 'GET' | 'POST' | 'PUT' | 'DELETE', path: string, body?: unknown): Promise<HostOutcome> {
  const isForm = body instanceof FormData;
  try {
    const response = await fetch(path, {
      method,
      ...(body === undefined ? {} : { body: isForm ? body : JSON.stringify(body) }),
      ...(body === undefined || isForm ? {} : { headers: { 'content-type': 'application/json' } }),
    });
    const text = await response.text();
    const value: unknown = text === '' ? null : JSON.parse(text);
    const isRefused = !response.ok || (isRecord(value) && value['ok'] === false);
    return isRefused ? { ok: false, messages: messagesOf(value) } : { ok: true, value };
  } catch {
    return { ok: false, messages: ['The local Jira did not answer. Check that it is still running, then try again.'] };
  }
}

function messagesOf(value: unknown): readonly string[] {
  if (isRecord(value) && Array.isArray(value['messages'])) return value['messages'].map(String);
  return ['Jira could not do this.'];
}

/** A value that crossed the bridge, as text; anything but text, a number or a truth value reads as empty. */
export function textOf(value: unknown): string {
  return typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean' ? String(value) : '';
}

/** Whether a value is an object with named entries. */
export function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** Whether a value is a function, for example a callback that crossed the bridge by reference. */
export function isCallback(value: unknown): value is (...args: unknown[]) => unknown {
  return typeof value === 'function';
}
