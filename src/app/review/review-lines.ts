import type { ReviewLine } from '../../contract/review';
import { monthBefore } from '../../domain/calendar/calendar-day';
import { countOpen, doneInTime } from '../../domain/review/agreed';
import type { ReviewContent } from '../../domain/review/review';
import type { ProjectConfig } from '../../domain/type/handoff-type';
import { optionsOf } from '../../domain/type/type-options';
import { readDigests, type DigestPorts } from '../months/read-digests';
import type { DocumentWriter } from '../ports/project-documents';
import { readStore } from '../store-trouble';

/** How the types that have reviews stand, in their order; nothing is read where none has. */
export async function readReviewLines(
  ports: DigestPorts & { readonly documents: Pick<DocumentWriter, 'findMany'> },
  projectId: string,
  { types }: Pick<ProjectConfig, 'types'>,
): Promise<readonly ReviewLine[]> {
  const reviewed = types
    .filter(({ current, switches }) => switches.active && optionsOf(current).review !== 'off')
    .map(({ current }) => current);
  if (reviewed.length === 0) return [];
  const today = ports.machine.now().slice(0, 10);
  const lastMonth = monthBefore(today.slice(0, 7), 1);
  const [documents, digests] = await Promise.all([
    readStore(ports.documents.findMany(reviewed.map(({ typeId }) => ({ projectId, kind: 'review', typeId })))),
    readDigests(
      ports,
      reviewed.map(({ typeId }) => ({ projectId, typeId, month: lastMonth })),
    ),
  ]);
  return reviewed.map((type) => {
    const { typeId, name } = type;
    const content = documents.find((document) => document.typeId === typeId)?.content as ReviewContent | null | undefined;
    const past = content?.past ?? [];
    const stillOpen = countOpen(past);
    const inTime = doneInTime(past, today);
    return {
      typeId,
      typeName: name,
      option: optionsOf(type).review,
      openMonth: content?.open?.month ?? null,
      lastMonth,
      hadHandoffs: digests.some((each) => each.typeId === typeId && each.digest.offered > 0),
      reviewed: past.find(({ month }) => month === lastMonth)?.finished ?? null,
      today,
      ...(stillOpen === 0 ? {} : { stillOpen }),
      ...(inTime.n === 0 ? {} : { inTime }),
    };
  });
}
