/**
 * A fresh id for one press of a button or one save, 32 hex digits: sent again it has one effect.
 *
 * Not `crypto.randomUUID`, which only exists where the page's origin counts as secure.
 */
export function newCommandId(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');
}
