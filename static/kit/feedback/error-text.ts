import { CallFailure, type FailureCode } from '../bridge/call-failure';
import type { TextKey, TextVars } from '../text/format-text';

/** The string for a failure code: what happened, what to do, and that nothing was lost. */
export function errorKey(code: FailureCode): TextKey {
  return `error.${code}`;
}

/** A failure in words; INTERNAL quotes the request id that an admin finds in the log. */
export function errorText(t: (key: TextKey, vars?: TextVars) => string, thrown: unknown): string {
  const failure = CallFailure.of(thrown);
  return t(errorKey(failure.code), { requestId: failure.detail?.requestId ?? '–' });
}
