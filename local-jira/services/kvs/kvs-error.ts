/** A refusal of the store, in the platform's form: an HTTP status and a body `{code, message}`. */
export class KvsError extends Error {
  constructor(
    readonly status: number,
    readonly code: string,
    message: string,
  ) {
    super(message);
    this.name = 'KvsError';
  }
}

export function badRequest(code: string, message: string): KvsError {
  return new KvsError(400, code, message);
}
