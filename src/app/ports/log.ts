/** Facts that may be logged: ids, codes, counts. Never texts, names or account ids (platform.md 5). */
export type LogFacts = Readonly<Record<string, string | number | boolean | null>>;

/** One line per thing worth an admin's attention. */
export interface Log {
  info(event: string, facts?: LogFacts): void;
  warn(event: string, facts?: LogFacts): void;
  /** `cause` is logged as error name and stack only where it is a fault of Baton, never a value of a request. */
  fault(event: string, cause: unknown, facts?: LogFacts): void;
}
