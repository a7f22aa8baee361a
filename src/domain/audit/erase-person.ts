import { eraseFrom, type JsonValue, type Sha256, type StoredEvent } from './event-chain';
import { ERASED_TEXT, PSEUDONYM_PREFIX } from './former-person';
import { PERSON_KEYS } from './person-keys';

/** Somebody whose account was closed, and what stands for the account id from then on. */
export interface FormerPerson {
  readonly accountId: string;
  /** See {@link toPseudonym}. */
  readonly pseudonym: string;
}

/** Hexadecimal digits of the hash that a pseudonym keeps: 128 bits. */
const PSEUDONYM_DIGITS = 32;

/** Properties that say who wrote the texts beside and below them. */
const AUTHOR_KEYS: readonly string[] = ['by', 'askedBy', 'endedBy'];

/** Properties whose text somebody typed. */
const TYPED_KEYS: readonly string[] = ['value', 'text', 'url', 'reason', 'comment', 'nextStep', 'recommendation', 'note'];

/** What stands for an account id everywhere, so that numbers that tell people apart stay as they were (E20). */
export function toPseudonym(accountId: string, salt: string, sha256: Sha256): string {
  return PSEUDONYM_PREFIX + sha256(`${salt}\n${accountId}`).slice(0, PSEUDONYM_DIGITS);
}

/**
 * Takes somebody out of a stored event: every value that is the account id, and every text the person wrote. The body and the hash of the
 * event stay, so the chain still verifies (I7).
 *
 * @returns The same object when nothing in it is about or by this person.
 */
export function erasePersonFrom(stored: StoredEvent, { accountId }: FormerPerson): StoredEvent {
  return eraseFrom(stored, ({ value, pointer }) => {
    if (value === accountId) return true;
    const names = pointer.split('/');
    return !names.some((name) => PERSON_KEYS.includes(name)) && authorOf(stored, names) === accountId;
  });
}

/** The nearest author above a place of the body, else whoever caused the event; null where neither is known. */
function authorOf({ personal }: StoredEvent, names: readonly string[]): string | null {
  for (let depth = names.length - 1; depth > 0; depth -= 1) {
    const above = names.slice(0, depth).join('/');
    for (const key of AUTHOR_KEYS) {
      const author = personal[`${above}/${key}`];
      if (author !== undefined) return author.value;
    }
  }
  return personal['/actor/accountId']?.value ?? null;
}

/**
 * Takes somebody out of a stored value: the pseudonym stands for the account id, also behind `u:` and `rate:` and as a property name;
 * texts the person wrote become `ERASED_TEXT`. Everything else, numbers and instants among it, stays.
 *
 * @param author Who wrote the texts no author stands beside; null when nobody is known to have.
 */
export function erasePersonIn<T>(value: T, person: FormerPerson, author: string | null = null): T {
  return erase(value as JsonValue, { key: '', above: '', author }, person) as T;
}

interface Place {
  readonly key: string;
  /** The key of the object the value stands in. */
  readonly above: string;
  readonly author: string | null;
}

function erase(value: JsonValue, place: Place, person: FormerPerson): JsonValue {
  if (typeof value === 'string') return eraseText(value, place, person);
  if (value === null || typeof value !== 'object') return value;
  if (Array.isArray(value)) return value.map((element: JsonValue) => erase(element, place, person));
  const object = value as { readonly [key: string]: JsonValue };
  const author = authorIn(object) ?? place.author;
  const rater = raterIn(object);
  return Object.fromEntries(
    Object.entries(object).map(([key, inner]) => [
      key === person.accountId ? person.pseudonym : key,
      erase(inner, { key, above: place.key, author: key === 'rating' ? (rater ?? author) : author }, person),
    ]),
  );
}

function eraseText(text: string, { key, above, author }: Place, { accountId, pseudonym }: FormerPerson): string {
  if (text === accountId) return pseudonym;
  if (text === `u:${accountId}` || text === `rate:${accountId}`) return text.replace(accountId, pseudonym);
  const isTyped = TYPED_KEYS.includes(key) && above !== 'sender' && text !== '';
  return isTyped && author === accountId ? ERASED_TEXT : text;
}

function authorIn(object: { readonly [key: string]: JsonValue }): string | null {
  for (const key of AUTHOR_KEYS) if (typeof object[key] === 'string') return object[key];
  return null;
}

/** A rating has no author of its own: it is by whoever accepted. */
function raterIn({ acceptance, receiverId }: { readonly [key: string]: JsonValue }): string | null {
  if (typeof receiverId === 'string') return receiverId;
  const by = typeof acceptance === 'object' && acceptance !== null && 'by' in acceptance ? acceptance.by : null;
  return typeof by === 'string' ? by : null;
}
