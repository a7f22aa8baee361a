import type { HealthView } from '../../contract/health';
import { shareInTime } from '../../domain/metrics/share-in-time';
import { lookedAfter } from '../../domain/type/looked-after';
import type { Guide } from '../../domain/type/guide';
import type { ProjectConfig } from '../../domain/type/handoff-type';
import type { ProjectDocument } from '../../domain/type/project-document';
import type { AuditContent } from '../../domain/ten-questions/audit-content';
import type { Machine } from '../ports/machine';
import type { DocumentWriter } from '../ports/project-documents';
import { readStore } from '../store-trouble';

/** How the types that are on are looked after, from one read of what stands beside them; what nobody began is absent. */
export async function readLookedAfter(
  { documents, machine }: { readonly documents: Pick<DocumentWriter, 'findMany'>; readonly machine: Pick<Machine, 'now'> },
  projectId: string,
  types: ProjectConfig['types'],
): Promise<Pick<HealthView, 'lookedAfter' | 'auditsInTime'>> {
  const active = types.filter(({ switches }) => switches.active).map(({ current }) => current);
  if (active.length === 0) return {};
  const today = machine.now().slice(0, 10);
  const found = await readStore(
    documents.findMany(active.flatMap(({ typeId }) => (['guide', 'audit'] as const).map((kind) => ({ projectId, kind, typeId })))),
  );
  const contentOf = (kind: ProjectDocument['kind'], typeId: string): unknown =>
    found.find((each) => each.kind === kind && each.typeId === typeId)?.content ?? null;
  const beside = active.map(({ typeId, name }) => ({
    typeId,
    name,
    guide: contentOf('guide', typeId) as Guide | null,
    audits: contentOf('audit', typeId) as AuditContent | null,
  }));
  const lines = lookedAfter(beside, today);
  const inTime = shareInTime(
    beside.flatMap(({ audits }) => audits?.runs.flatMap(({ items }) => items) ?? []),
    today,
  );
  return { ...(lines.length === 0 ? {} : { lookedAfter: lines }), ...(inTime.n === 0 ? {} : { auditsInTime: inTime }) };
}
