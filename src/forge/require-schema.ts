import { StoreFault } from '../app/ports/store-fault';

/** The one shape of stored bodies this version of Baton can read. */
const KNOWN_SCHEMA = 1;

/**
 * Hands a stored body on if this version of Baton can read it. A body of another version, left behind by a newer Baton, is never guessed at
 * and so never overwritten.
 *
 * @throws {StoreFault} `invalid` for another version.
 */
export function requireSchema<Body extends { readonly schema: number }>(body: Body): Body {
  if (body.schema !== KNOWN_SCHEMA) throw new StoreFault('invalid', null, new Error('the stored body has another schema'));
  return body;
}
