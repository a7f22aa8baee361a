import canonicalize from 'canonicalize';

/**
 * The one JSON text of a value (RFC 8785), so that equal values have equal hashes. Properties that are undefined are left out.
 *
 * @param value Plain JSON data: no functions, no NaN or infinite numbers.
 */
export function canonicalJson(value: unknown): string {
  return canonicalize(value) ?? 'null';
}

/** Bytes of `text` in UTF-8. */
export function utf8Bytes(text: string): number {
  return new TextEncoder().encode(text).length;
}
