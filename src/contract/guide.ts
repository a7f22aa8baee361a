import type { Instant } from '../domain/handoff/handoff';
import type { Guide } from '../domain/type/guide';
import type { Person } from './handoff-screen';

/** What is written about one type, as it stands. */
export interface GuideView {
  readonly typeId: string;
  /** Compare-and-set value for every write; 0 when nothing is written. */
  readonly version: number;
  readonly guide: Guide;
}

/** What is written about every type of a project, for its settings. */
export interface GuidesView {
  /** One of each type, in the types' order. */
  readonly guides: readonly GuideView[];
  readonly people: Readonly<Record<string, Person>>;
  /** Today as `yyyy-mm-dd`. */
  readonly today: string;
}

/** One version of what is written about a type. */
export interface GuideVersion {
  readonly version: number;
  readonly at: Instant;
  readonly by: string;
  /** What changed and why; null where nothing was said. */
  readonly note: string | null;
}

/** The newest published versions of a type, newest first, at most 10. One of before reasons were asked for, and the first, says none. */
export interface TypeHistory {
  readonly versions: readonly { readonly version: number; readonly change: Omit<GuideVersion, 'version'> | null }[];
  readonly people: Readonly<Record<string, Person>>;
}

/** The newest versions, newest first, at most 20. */
export interface GuideVersions {
  readonly versions: readonly GuideVersion[];
  readonly people: Readonly<Record<string, Person>>;
}
