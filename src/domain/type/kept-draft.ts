import type { TypeDraft } from './handoff-type';

/** Content of a document of kind `draft`: a next version somebody keeps to go on with, or to show somebody. */
export interface KeptDraft {
  /** The published version it was begun on; 0 for a new type. */
  readonly basedOn: number;
  readonly draft: TypeDraft;
}
