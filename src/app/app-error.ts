import type { CallError, CallErrorCode } from '../contract/call';
import type { Left } from '../domain/gate/projection';
import type { Refusal } from '../domain/handoff/command';

/**
 * The one error a use case throws on purpose: a closed code and what a surface needs to explain it. Anything else that is
 * thrown is a fault of Baton and becomes `INTERNAL` at the border.
 */
export class AppError extends Error {
  readonly code: CallErrorCode;
  readonly details: Omit<CallError, 'code'>;

  constructor(code: CallErrorCode, details: Omit<CallError, 'code'> = {}, cause?: unknown) {
    super(code, cause === undefined ? undefined : { cause });
    this.name = 'AppError';
    this.code = code;
    this.details = details;
  }
}

/** A refused command as the error its caller sees. */
export function toAppError(refusal: Refusal): AppError {
  const { code, conflicts, left, by } = refusal;
  return new AppError(code, {
    ...(conflicts === undefined ? {} : { conflicts }),
    ...(left === undefined ? {} : { left: left as readonly Left[] }),
    ...(by === undefined ? {} : { by }),
  });
}
