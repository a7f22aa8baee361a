/** Trouble a test asks for on the app's remote calls. The first fault that fits a call is used. */
export interface Fault {
  service: string;
  /** Part of the path (or of `METHOD path`); absent: every call of the service. */
  match?: string;
  /** Only calls of this function of the manifest; absent: of any. */
  functionKey?: string;
  /** How many fitting calls pass unharmed first; default 0. */
  skip?: number;
  /** Answer this status without any effect. */
  status?: number;
  /** Error code and headers that go with `status`. */
  code?: string;
  headers?: Record<string, string>;
  /** Real ms the call waits before anything else happens. */
  delayMs?: number;
  /** The connection breaks and nothing has happened. */
  drop?: boolean;
  /** The call takes effect and then the connection breaks. */
  lostAnswer?: boolean;
  /** How many calls it hits; `"always"` until cleared. Default 1. */
  times: number | 'always';
}

const SERVICES = ['kvs', 'jira', 'events', 'privacy', '*'];

/**
 * Reads a fault as it is posted to `/_local/faults`.
 *
 * @throws {TypeError} with a sentence for the caller when it makes no sense.
 */
export function parseFault(value: unknown): Fault {
  if (typeof value !== 'object' || value === null) throw new TypeError('A fault is a JSON object.');
  const given = value as Partial<Record<keyof Fault, unknown>>;
  const { service, skip, times = 1 } = given;
  if (typeof service !== 'string' || !SERVICES.includes(service)) {
    throw new TypeError(`A fault's service is one of ${SERVICES.join(', ')}.`);
  }
  if (skip !== undefined && !(typeof skip === 'number' && Number.isInteger(skip) && skip >= 0)) {
    throw new TypeError('A fault skips a whole number of calls from 0 up.');
  }
  if (times !== 'always' && !(typeof times === 'number' && Number.isInteger(times) && times > 0)) {
    throw new TypeError('A fault hits a whole number of times from 1 up, or "always".');
  }
  const effects = ['status', 'delayMs', 'drop', 'lostAnswer'] as const;
  if (!effects.some((effect) => given[effect] !== undefined)) {
    throw new TypeError(`A fault needs one of ${effects.join(', ')}.`);
  }
  return { ...(given as Fault), service, times };
}

/** The faults in force. */
export class FaultList {
  private faults: Fault[] = [];

  add(fault: Fault): void {
    this.faults.push({ ...fault });
  }

  list(): Fault[] {
    return this.faults.map((fault) => ({ ...fault }));
  }

  clear(): void {
    this.faults = [];
  }

  /** The fault this call meets, used up by one; `null` for none. */
  take({ service, method, path, functionKey }: { service: string; method: string; path: string; functionKey: string }): Fault | null {
    const fitting = this.faults.filter((candidate) => fits(candidate, service, `${method} ${path}`, functionKey));
    const fault = fitting.find(({ skip = 0 }) => skip === 0);
    for (const each of fitting) if (each !== fault && each.skip !== undefined && each.skip > 0) each.skip -= 1;
    if (fault === undefined) return null;
    if (fault.times !== 'always') {
      fault.times -= 1;
      if (fault.times === 0) this.faults = this.faults.filter((candidate) => candidate !== fault);
    }
    return { ...fault };
  }
}

function fits(fault: Fault, service: string, line: string, functionKey: string): boolean {
  return (
    (fault.service === '*' || fault.service === service) &&
    line.includes(fault.match ?? '') &&
    (fault.functionKey ?? functionKey) === functionKey
  );
}
