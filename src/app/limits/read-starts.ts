import { NO_STARTS, type LimitsContent } from '../../domain/metrics/limits-starts';
import type { DocumentId, ProjectDocument } from '../../domain/type/project-document';
import type { DocumentWriter } from '../ports/project-documents';
import { readStore } from '../store-trouble';

/** What of a type says where its limits begin anew. */
export interface StoredStarts extends LimitsContent {
  /** 0 while nothing is stored. */
  readonly version: number;
}

/** The document that keeps where limits of a type's charts begin anew. */
export function limitsId(projectId: string, typeId: string): DocumentId {
  return { projectId, kind: 'limits', typeId };
}

/** Where limits begin anew, by type id; types of which nothing is stored are not in it. */
export async function readStarts(
  { documents }: { readonly documents: Pick<DocumentWriter, 'findMany'> },
  projectId: string,
  typeIds: readonly string[],
): Promise<ReadonlyMap<string, StoredStarts>> {
  if (typeIds.length === 0) return new Map();
  return toStarts(await readStore(documents.findMany(typeIds.map((typeId) => limitsId(projectId, typeId)))));
}

/** The same from documents that were read already; those of other kinds are passed over. */
export function toStarts(documents: readonly ProjectDocument[]): ReadonlyMap<string, StoredStarts> {
  return new Map(
    documents
      .filter(({ kind }) => kind === 'limits')
      .map(({ typeId, version, content }) => [typeId, { version, ...((content as LimitsContent | null) ?? NO_STARTS) }] as const),
  );
}
