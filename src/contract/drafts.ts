import type { Instant } from '../domain/handoff/handoff';
import type { DueAudit } from '../domain/ten-questions/due-audit';
import type { KeptDraft } from '../domain/type/kept-draft';
import type { Person } from './handoff-screen';

/** A draft somebody keeps. */
export interface DraftView extends KeptDraft {
  /** Null: of a type that was never published. */
  readonly typeId: string | null;
  /** Compare-and-set value for writing and publishing it. */
  readonly version: number;
  readonly savedBy: string;
  readonly savedAt: Instant;
  /** What it changes and why, from who suggested it; absent where nothing was said. */
  readonly note?: string;
}

/** What waits beside the types of a project: every draft with whoever keeps one and everybody named in them, and audits that are due. */
export interface DraftsView {
  readonly drafts: readonly DraftView[];
  /** Document version a draft of a type that has none is written over, by type id; `new` for a new one. Absent: 0. */
  readonly emptyVersions: Readonly<Record<string, number>>;
  readonly people: Readonly<Record<string, Person>>;
  /** Of types that are on, in their order; absent where none is near. */
  readonly auditsDue?: readonly (DueAudit & { readonly typeId: string })[];
}
