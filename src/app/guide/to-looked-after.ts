import type { HealthView } from '../../contract/health';
import { shareInTime } from '../../domain/metrics/share-in-time';
import type { AuditContent } from '../../domain/ten-questions/audit-content';
import type { Guide } from '../../domain/type/guide';
import type { ProjectConfig } from '../../domain/type/handoff-type';
import { lookedAfter } from '../../domain/type/looked-after';
import type { ProjectDocument } from '../../domain/type/project-document';

/**
 * How the types that are on are looked after; what nobody began is absent.
 *
 * @param documents Playbook pages and audits of the types, as far as there are any; others are passed over.
 * @param today `yyyy-mm-dd`.
 */
export function toLookedAfter(
  types: ProjectConfig['types'],
  documents: readonly ProjectDocument[],
  today: string,
): Pick<HealthView, 'lookedAfter' | 'auditsInTime'> {
  const contentOf = (kind: ProjectDocument['kind'], typeId: string): unknown =>
    documents.find((each) => each.kind === kind && each.typeId === typeId)?.content ?? null;
  const beside = types
    .filter(({ switches }) => switches.active)
    .map(({ current: { typeId, name } }) => ({
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
