import type { CallError, CallErrorCode } from '../../../src/contract/call';

/** A failed call's code as a surface sees it. UNREACHABLE: no answer at all (offline, timed out, or the page is being left). */
export type FailureCode = CallErrorCode | 'UNREACHABLE';

/**
 * A call over the bridge that did not succeed.
 *
 * People are told by `code` (`errorText`); `detail` is what the backend added, null when nothing answered.
 */
export class CallFailure extends Error {
  override readonly name = 'CallFailure';
  readonly code: FailureCode;
  readonly detail: CallError | null;

  constructor(detail: CallError | null, cause?: unknown) {
    super(detail?.code ?? 'UNREACHABLE', { cause });
    this.code = detail?.code ?? 'UNREACHABLE';
    this.detail = detail;
  }

  /** Any thrown value as a failure: a bug on our side of the bridge has no code of its own. */
  static of(thrown: unknown): CallFailure {
    return thrown instanceof CallFailure ? thrown : new CallFailure({ code: 'INTERNAL' }, thrown);
  }
}
