/**
 * Everything a call to Jira can end in besides an answer: `notFound` no such thing for whoever asks; `forbidden` it exists but may not
 * be done; `refused` Jira judged the request and said why; `throttled`, `unavailable`, `timeout` nobody judged it; `invalid`
 * the answer had an unknown shape.
 */
export type JiraFaultKind = 'notFound' | 'forbidden' | 'refused' | 'throttled' | 'unavailable' | 'timeout' | 'invalid';

/** Thrown by every Jira adapter, and nothing else is. */
export class JiraFault extends Error {
  readonly kind: JiraFaultKind;
  /** Jira's own sentences for the person; empty when it gave none. Never logged. */
  readonly messages: readonly string[];

  constructor(kind: JiraFaultKind, messages: readonly string[] = [], cause?: unknown) {
    super(`jira: ${kind}`, cause === undefined ? undefined : { cause });
    this.name = 'JiraFault';
    this.kind = kind;
    this.messages = messages;
  }
}

/** Whether trying later may help, because Jira never judged the request. */
export function isPassing(fault: JiraFault): boolean {
  return fault.kind === 'throttled' || fault.kind === 'unavailable' || fault.kind === 'timeout' || fault.kind === 'invalid';
}
