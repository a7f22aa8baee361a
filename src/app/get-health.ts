import type { ChartMonth, HealthMonth, HealthView, MonthPassages, TypeHealth } from '../contract/health';
import { chartWindow, type ChartWindow } from '../domain/metrics/chart-window';
import { onlyCharted } from '../domain/metrics/charted-points';
import type { MonthDigest } from '../domain/metrics/month-digest';
import { ratingBlocks } from '../domain/metrics/rating-blocks';
import { ratingFlags } from '../domain/metrics/rating-flags';
import { pickPresent } from '../domain/handoff/pick-present';
import type { HandoffType, ProjectConfig } from '../domain/type/handoff-type';
import type { DocumentKind, ProjectDocument } from '../domain/type/project-document';
import { monthBefore, monthsFrom } from '../domain/calendar/calendar-day';
import { toLookedAfter } from './guide/to-looked-after';
import { askJira } from './jira-trouble';
import { toStarts } from './limits/read-starts';
import { readDigests, type DigestPorts, type ReadDigest } from './months/read-digests';
import type { AppPorts, ProjectCaller } from './ports/app-ports';
import type { MonthSummaries } from './ports/month-summaries';
import type { DocumentWriter } from './ports/project-documents';
import type { ProjectReader } from './ports/site';
import { readStore } from './store-trouble';

type HealthPorts = DigestPorts &
  Pick<AppPorts, 'configs'> & {
    readonly summaries: Pick<MonthSummaries, 'readCounters'>;
    readonly documents: Pick<DocumentWriter, 'findMany'>;
    readonly site: ProjectReader;
  };

/** This month and the twelve before: a year to compare with. */
const MONTHS_SHOWN = 13;

/** Documents beside a type that say where its limits begin, and how it is looked after. */
const BESIDE = ['limits', 'guide', 'audit'] as const satisfies readonly DocumentKind[];

/**
 * How handoffs of a project went, month by month and type by type: from closed numbers only, so that the cost grows with types and months and
 * never with handoffs (design decision 8). Every member of the project may see it; ratings only as far as they may be shown.
 *
 * @throws {AppError} NOT_FOUND for a project that is hidden from the caller, STORAGE_BUSY, JIRA_UNAVAILABLE.
 */
export async function getHealth(ports: HealthPorts, { projectId }: ProjectCaller): Promise<HealthView> {
  const [config] = await Promise.all([readStore(ports.configs.find(projectId)), askJira(ports.site.getProject(projectId))]);
  const typesStored = config?.config.types ?? [];
  const thisMonth = ports.machine.now().slice(0, 7);
  const months = monthsFrom(monthBefore(thisMonth, MONTHS_SHOWN - 1), MONTHS_SHOWN);
  const beside = await readBeside(ports, projectId, typesStored);
  const startsOf = toStarts(beside);
  const types = typesStored.map(({ current, since = null }) => {
    const starts = (startsOf.get(current.typeId)?.starts ?? []).map(({ from, reason }) => ({ from, reason }));
    return { type: current, window: chartWindow(starts, since, thisMonth) };
  });
  const refs = types.flatMap(({ type: { typeId }, window }) => window.months.map((month) => ({ projectId, typeId, month })));
  const [found, passages] = await Promise.all([readDigests(ports, refs), readStore(ports.summaries.readCounters(projectId, months))]);
  return {
    months,
    types: types.flatMap(({ type, window }) => toHealth(type, window, found, months)),
    passages: months.flatMap((month): MonthPassages[] => {
      const { paused = 0, wouldBlock = 0, bypassed = 0 } = passages.get(month) ?? {};
      return paused + wouldBlock + bypassed === 0 ? [] : [{ month, paused, wouldBlock, bypassed }];
    }),
    ...toLookedAfter(typesStored, beside, ports.machine.now().slice(0, 10)),
    closed: months.flatMap((month) => {
      const { closed } = passages.get(month) ?? {};
      return closed === undefined ? [] : [{ month, closed }];
    }),
    asOf: found.map(({ digest }) => digest.asOf).sort()[0] ?? null,
  };
}

/** What stands beside the types, in one read. */
async function readBeside(
  { documents }: Pick<HealthPorts, 'documents'>,
  projectId: string,
  types: ProjectConfig['types'],
): Promise<readonly ProjectDocument[]> {
  const ids = types.flatMap(({ current: { typeId } }) => BESIDE.map((kind) => ({ projectId, kind, typeId })));
  return ids.length === 0 ? [] : readStore(documents.findMany(ids));
}

function toHealth(type: HandoffType, { starts }: ChartWindow, found: readonly ReadDigest[], months: readonly string[]): TypeHealth[] {
  const read = found
    .filter(({ typeId, digest }) => typeId === type.typeId && digest.offered > 0)
    .map(({ digest, isCut }) => (isCut === undefined ? digest : { ...digest, isCut }))
    .sort((one, other) => one.month.localeCompare(other.month));
  // An answer has room for so many types only as each month leaves out what no chart takes.
  const all = onlyCharted(read, starts);
  const [firstMonth = '', thisMonth = ''] = [months[0], months.at(-1)];
  const digests = all.filter(({ month }) => month >= firstMonth);
  if (digests.length === 0) return [];
  const { blocks, held } = ratingBlocks(digests);
  const earlier = all.filter(({ month }) => month < firstMonth).map(toChartMonth);
  return [
    {
      typeId: type.typeId,
      name: type.name,
      team: type.team,
      months: digests.map(withoutRatings),
      ...(earlier.length === 0 ? {} : { earlier }),
      ...(starts.length === 0 ? {} : { starts }),
      ratings: blocks,
      ratingsHeld: held,
      verdict: ratingFlags(digests, thisMonth),
      titles: titlesOf(type, digests),
    },
  ];
}

/** Of months that are not shown only what charts take. */
function toChartMonth(digest: MonthDigest): ChartMonth {
  const { month, isProvisional, error, rework, questions, recent } = digest;
  return { month, isProvisional, error, rework, questions, recent, ...pickPresent(digest, ['first', 'works']) };
}

function withoutRatings({ ratings: _ratings, ...month }: MonthDigest): HealthMonth {
  return month;
}

function titlesOf({ items, notePrompts }: HandoffType, digests: readonly MonthDigest[]): TypeHealth['titles'] {
  const named = new Set(digests.flatMap(({ missed, returnedFor }) => [...missed, ...returnedFor].map(({ id }) => id)));
  const titles = [
    ...items.map(({ itemId, title }) => [itemId, title] as const),
    ...notePrompts.map(({ sectionId, title }) => [sectionId, title] as const),
  ];
  return Object.fromEntries(titles.filter(([id]) => named.has(id)));
}
