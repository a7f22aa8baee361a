import type { Instant } from '../../domain/handoff/handoff';

/** The machine's side of things a pure decision may not reach for itself. */
export interface Machine {
  readonly now: () => Instant;
  /** A fresh random id, 1 to 40 characters of letters, digits and dashes. */
  readonly newId: () => string;
  /** 128 random bits as text, for one event value. */
  readonly newSalt: () => string;
  /** SHA-256 over UTF-8 text, lower-case hex. */
  readonly sha256: (text: string) => string;
  /** Lets a lost race settle: resolves after a random time up to `upToMs`. */
  readonly pause: (upToMs: number) => Promise<void>;
}
