import { lookedAfter, type LookedAfter } from '../../domain/type/looked-after';
import type { Guide } from '../../domain/type/guide';
import type { ProjectConfig } from '../../domain/type/handoff-type';
import type { ProjectDocument } from '../../domain/type/project-document';
import type { AuditContent } from '../../domain/ten-questions/audit-content';
import type { Machine } from '../ports/machine';
import type { DocumentWriter } from '../ports/project-documents';
import { readStore } from '../store-trouble';

/** What stands beside the types that are on, in one read. */
export async function readLookedAfter(
  { documents, machine }: { readonly documents: Pick<DocumentWriter, 'findMany'>; readonly machine: Pick<Machine, 'now'> },
  projectId: string,
  types: ProjectConfig['types'],
): Promise<readonly LookedAfter[]> {
  const active = types.filter(({ switches }) => switches.active).map(({ current }) => current);
  if (active.length === 0) return [];
  const found = await readStore(
    documents.findMany(active.flatMap(({ typeId }) => (['guide', 'audit'] as const).map((kind) => ({ projectId, kind, typeId })))),
  );
  const contentOf = (kind: ProjectDocument['kind'], typeId: string): unknown =>
    found.find((each) => each.kind === kind && each.typeId === typeId)?.content ?? null;
  return lookedAfter(
    active.map(({ typeId, name }) => ({
      typeId,
      name,
      guide: contentOf('guide', typeId) as Guide | null,
      audits: contentOf('audit', typeId) as AuditContent | null,
    })),
    machine.now().slice(0, 10),
  );
}
