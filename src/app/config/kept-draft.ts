import type { DraftView } from '../../contract/drafts';
import type { KeptDraft } from '../../domain/type/kept-draft';
import { NEW_TYPE, type DocumentId, type ProjectDocument } from '../../domain/type/project-document';
import type { DocumentWriter } from '../ports/project-documents';
import { readStore } from '../store-trouble';

/** Which document holds a type's draft. Drafts are of types of the project, or of a new one; a type that is gone has none. */
export function draftId(projectId: string, typeId: string | null): DocumentId {
  return { projectId, kind: 'draft', typeId: typeId ?? NEW_TYPE };
}

/** The draft of one type, null where none is kept, and the version the next is written over. Asks no permission: the use case does. */
export async function findDraft(
  { documents }: { readonly documents: Pick<DocumentWriter, 'find'> },
  projectId: string,
  typeId: string,
): Promise<{ readonly draft: DraftView | null; readonly version: number }> {
  const found = await readStore(documents.find(draftId(projectId, typeId)));
  return { draft: found === null ? null : toDraftView(found), version: found?.version ?? 0 };
}

/** A draft as its surfaces show it; null for one that was taken back. */
export function toDraftView({ typeId, version, content, savedBy, savedAt, note }: ProjectDocument): DraftView | null {
  if (content === null || savedBy === null || savedAt === null) return null;
  const said = note === null ? {} : { note };
  return { ...(content as KeptDraft), typeId: typeId === NEW_TYPE ? null : typeId, version, savedBy, savedAt, ...said };
}
