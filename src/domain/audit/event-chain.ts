import { canonicalJson } from './canonical-json';
import { ERASED_TEXT } from './former-person';
import { isPublicKey } from './public-keys';

/** SHA-256 over UTF-8 text, lower-case hex. */
export type Sha256 = (text: string) => string;

/** A value JSON can hold. */
export type JsonValue = null | boolean | number | string | readonly JsonValue[] | { readonly [key: string]: JsonValue };

/** A text taken out of an event's body, with the salt of its hash. After erasure the value is null and the salt is gone too. */
interface PersonalValue {
  readonly salt: string;
  readonly value: string | null;
}

/**
 * An event as it is stored (design decision 4). Every account id and free text in `body` is replaced by a salted hash; salt and
 * text stand in `personal` under the JSON pointer (RFC 6901) of their place. Nothing but `personal` is ever changed.
 */
export interface StoredEvent {
  /** 1, 2, 3 … within its chain, without gaps (I4). */
  readonly seq: number;
  /** SHA-256 over the previous event's hash followed by the body's canonical JSON. */
  readonly hash: string;
  readonly body: JsonValue;
  readonly personal: Readonly<Record<string, PersonalValue>>;
}

/** Before the first event of a chain. */
export const CHAIN_START: { readonly seq: 0; readonly hash: '' } = { seq: 0, hash: '' };

/** Marks a string of a body as a hash. */
const HASH_PREFIX = 'sha256:';

/** Where an event goes in its chain, and what sealing needs from outside. */
export interface SealOptions {
  readonly previousHash: string;
  readonly seq: number;
  readonly sha256: Sha256;
  /** A fresh random text of at least 128 bits, so that a hash never tells which account id it stands for. */
  readonly newSalt: () => string;
}

/**
 * Makes an event ready to be stored and tied to its predecessor.
 *
 * Which strings are personal is decided by what is *not*: every string whose key is not known to be public is taken out, so a new
 * field is protected until somebody says otherwise.
 */
export function sealEvent(event: object, { previousHash, seq, sha256, newSalt }: SealOptions): StoredEvent {
  const personal: Record<string, PersonalValue> = {};
  const body = mapStrings(toJson(event), (text, { pointer, key }) => {
    if (isPublicKey(key)) return text;
    const salt = newSalt();
    personal[pointer] = { salt, value: text };
    return hashOf(text, salt, sha256);
  });
  return { seq, hash: sha256(previousHash + canonicalJson(body)), body, personal };
}

/**
 * The event as it was sealed, with `ERASED_TEXT` in place of what was erased. Its shape is that of the event that
 * was sealed, which the caller knows and the chain vouches for.
 */
export function openEvent(stored: StoredEvent): unknown {
  return mapStrings(stored.body, (text, { pointer }) => {
    const original = stored.personal[pointer];
    return original === undefined ? text : (original.value ?? ERASED_TEXT);
  });
}

/** Whether a chain is whole; else the first event that is not, and what is wrong with it. */
export type ChainVerdict =
  { readonly ok: true } | { readonly ok: false; readonly seq: number; readonly problem: 'sequence' | 'hash' | 'personal' };

/** Checks order, hashes and personal values of a chain from its first event on. */
export function verifyChain(stored: readonly StoredEvent[], sha256: Sha256): ChainVerdict {
  let previousHash: string = CHAIN_START.hash;
  for (const [index, event] of stored.entries()) {
    const seq = index + 1;
    if (event.seq !== seq) return { ok: false, seq, problem: 'sequence' };
    if (event.hash !== sha256(previousHash + canonicalJson(event.body))) return { ok: false, seq, problem: 'hash' };
    if (!personalMatches(event, sha256)) return { ok: false, seq, problem: 'personal' };
    previousHash = event.hash;
  }
  return { ok: true };
}

/**
 * Where a log stops being what was written: the number of its first event that was changed, or that is not there.
 *
 * @param stored What could be read, oldest first.
 * @param head Number and hash of its newest event as the record knows them; hash empty where it no longer does.
 * @returns Null for a whole log.
 */
export function findBreak(
  stored: readonly StoredEvent[],
  head: { readonly seq: number; readonly hash: string },
  sha256: Sha256,
): number | null {
  const verdict = verifyChain(stored, sha256);
  if (!verdict.ok) return verdict.seq;
  if (stored.length < head.seq) return stored.length + 1;
  return head.hash === '' || stored.at(-1)?.hash === head.hash ? null : head.seq;
}

/** A personal text that may have to go. */
export interface PersonalText {
  readonly value: string;
  readonly pointer: string;
  readonly body: JsonValue;
}

/**
 * Erases personal texts (E20): value and salt go, so that the hash that stays cannot be guessed back; the chain still verifies.
 *
 * @returns The same object when nothing matched.
 */
export function eraseFrom(stored: StoredEvent, matches: (text: PersonalText) => boolean): StoredEvent {
  const erased = Object.entries(stored.personal).flatMap(([pointer, { value }]) =>
    value !== null && matches({ value, pointer, body: stored.body }) ? [[pointer, { salt: '', value: null }] as const] : [],
  );
  return erased.length === 0 ? stored : { ...stored, personal: { ...stored.personal, ...Object.fromEntries(erased) } };
}

function hashOf(text: string, salt: string, sha256: Sha256): string {
  return HASH_PREFIX + sha256(canonicalJson([salt, text]));
}

function personalMatches(event: StoredEvent, sha256: Sha256): boolean {
  const unexplained = new Set(Object.keys(event.personal));
  const broken: string[] = [];
  mapStrings(event.body, (text, { pointer }) => {
    const original = event.personal[pointer];
    unexplained.delete(pointer);
    if (!explains(text, original, sha256)) broken.push(pointer);
    return text;
  });
  return broken.length === 0 && unexplained.size === 0;
}

function explains(text: string, original: PersonalValue | undefined, sha256: Sha256): boolean {
  if (original === undefined) return !text.startsWith(HASH_PREFIX);
  if (original.value === null) return original.salt === '' && text.startsWith(HASH_PREFIX);
  return text === hashOf(original.value, original.salt, sha256);
}

/** A copy without what JSON leaves out, such as properties that are undefined. */
function toJson(event: object): JsonValue {
  const copy: unknown = JSON.parse(JSON.stringify(event));
  return copy as JsonValue;
}

/** Where a string stands: its JSON pointer, and the nearest property name above it (elements of a list have the list's). */
interface Place {
  readonly pointer: string;
  readonly key: string;
}

function mapStrings(value: JsonValue, change: (text: string, place: Place) => string, place: Place = { pointer: '', key: '' }): JsonValue {
  if (typeof value === 'string') return change(value, place);
  if (value === null || typeof value !== 'object') return value;
  if (isList(value))
    return value.map((element, index) => mapStrings(element, change, { pointer: `${place.pointer}/${index}`, key: place.key }));
  return Object.fromEntries(
    Object.entries(value).map(([key, inner]) => [key, mapStrings(inner, change, { pointer: `${place.pointer}/${escaped(key)}`, key })]),
  );
}

function isList(value: JsonValue): value is readonly JsonValue[] {
  return Array.isArray(value);
}

function escaped(key: string): string {
  return key.replaceAll('~', '~0').replaceAll('/', '~1');
}
