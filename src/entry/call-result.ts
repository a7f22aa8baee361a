import type { CallResult } from '../contract/call';
import { AppError } from '../app/app-error';
import type { Log } from '../app/ports/log';
import type { Machine } from '../app/ports/machine';

/** Runs a call and wraps what came of it: expected trouble by its code, a fault of Baton as INTERNAL with an id to search the log for. */
export async function toCallResult<T>(
  ports: { readonly log: Log; readonly machine: Machine },
  name: string,
  call: () => Promise<T>,
): Promise<CallResult<T>> {
  try {
    return { ok: true, value: await call() };
  } catch (error) {
    if (error instanceof AppError) {
      if (LOGGED.includes(error.code)) ports.log.fault('call.failed', error.cause ?? error, { function: name, code: error.code });
      return { ok: false, error: { code: error.code, ...error.details } };
    }
    const requestId = ports.machine.newId();
    ports.log.fault('call.internal', error, { function: name, requestId });
    return { ok: false, error: { code: 'INTERNAL', requestId } };
  }
}

/** Expected trouble an admin may want to see; the rest is a person's everyday. */
const LOGGED: readonly AppError['code'][] = ['STORAGE_BUSY', 'JIRA_UNAVAILABLE'];
