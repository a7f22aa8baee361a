import type { ChartMonth, HealthMonth, HealthView, MonthPassages, TypeHealth } from '../contract/health';
import { BASELINE_POINTS, CHART_MONTHS } from '../domain/metrics/baseline';
import { onlyCharted } from '../domain/metrics/charted-points';
import type { ChartStart } from '../domain/metrics/chart-stretches';
import type { MonthDigest, TimeSeries } from '../domain/metrics/month-digest';
import { ratingBlocks } from '../domain/metrics/rating-blocks';
import { ratingFlags } from '../domain/metrics/rating-flags';
import type { HandoffType, ProjectConfig } from '../domain/type/handoff-type';
import type { DocumentKind, ProjectDocument } from '../domain/type/project-document';
import { addMonths, monthBefore } from '../domain/calendar/calendar-day';
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
    readonly summaries: Pick<MonthSummaries, 'readPassages'>;
    readonly documents: Pick<DocumentWriter, 'findMany'>;
    readonly site: ProjectReader;
  };

/** This month and the twelve before: a year to compare with. */
const MONTHS_SHOWN = 13;

/** Months that limits are made of: a start in the midst of one counts from the next. */
const BASELINE_MONTHS = BASELINE_POINTS + 1;

/** Documents beside a type that say where its limits begin, and how it is looked after. */
const BESIDE = ['limits', 'guide', 'audit'] as const satisfies readonly DocumentKind[];

/** What of a type says which months are read. */
interface TypeToRead {
  readonly type: HandoffType;
  /** Days from which limits are made anew, as far as they matter now, oldest first. */
  readonly starts: readonly ChartStart[];
  /** The day its oldest limits begin; null: not known. */
  readonly begun: string | null;
}

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
  const chartFrom = monthBefore(thisMonth, CHART_MONTHS - 1);
  const beside = await readBeside(ports, projectId, typesStored);
  const stored = toStarts(beside);
  const types = typesStored.map(({ current, since }): TypeToRead => {
    const all = (stored.get(current.typeId)?.starts ?? []).map(({ from, reason }) => ({ from, reason }));
    const before = all.findLast(({ from }) => from < chartFrom);
    return {
      type: current,
      starts: all.filter((start) => start === before || start.from >= chartFrom),
      begun: before?.from ?? since ?? null,
    };
  });
  const refs = types.flatMap(({ type: { typeId }, begun }) =>
    [...baselineMonths(begun, chartFrom), ...monthsFrom(chartFrom, CHART_MONTHS)].map((month) => ({ projectId, typeId, month })),
  );
  const [found, passages] = await Promise.all([readDigests(ports, refs), readStore(ports.summaries.readPassages(projectId, months))]);
  return {
    months,
    types: types.flatMap((type) => toHealth(type, found, months, chartFrom)),
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

/** So many months from one on. */
function monthsFrom(first: string, count: number): readonly string[] {
  return Array.from({ length: count }, (_each, index) => addMonths(`${first}-01`, index).slice(0, 7));
}

/** The months before those of the charts which their limits are made of (decision 24). */
function baselineMonths(begun: string | null, chartFrom: string): readonly string[] {
  return begun === null ? [] : monthsFrom(begun.slice(0, 7), BASELINE_MONTHS).filter((month) => month < chartFrom);
}

function toHealth(toRead: TypeToRead, found: readonly ReadDigest[], months: readonly string[], chartFrom: string): TypeHealth[] {
  const { type, starts } = toRead;
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
  const earlier = all.filter(({ month }) => month < firstMonth).map((digest) => toChartMonth(digest, toRead, chartFrom));
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

/** Of months that are not shown only what limits are made of. */
function toChartMonth(
  { month, isProvisional, error, rework, questions, works, ...cycles }: MonthDigest,
  { begun }: TypeToRead,
  chartFrom: string,
): ChartMonth {
  const known = { month, isProvisional, error, rework, questions };
  const pointsOf = ({ recent, first }: TimeSeries): TimeSeries =>
    month >= chartFrom
      ? { recent, ...(first === undefined ? {} : { first }) }
      : { recent: [...(first ?? []), ...recent].filter(({ at }) => at >= (begun ?? '')).slice(0, BASELINE_POINTS) };
  return { ...known, ...pointsOf(cycles), ...(works === undefined ? {} : { works: pointsOf(works) }) };
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
