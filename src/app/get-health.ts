import type { HealthMonth, HealthView, MonthPassages, TypeHealth } from '../contract/health';
import type { MonthDigest } from '../domain/metrics/month-digest';
import { ratingBlocks } from '../domain/metrics/rating-blocks';
import { ratingFlags } from '../domain/metrics/rating-flags';
import type { HandoffType } from '../domain/type/handoff-type';
import { monthBefore } from '../domain/calendar/calendar-day';
import { askJira } from './jira-trouble';
import { readDigests, type DigestPorts, type ReadDigest } from './months/read-digests';
import type { AppPorts, ProjectCaller } from './ports/app-ports';
import type { MonthSummaries } from './ports/month-summaries';
import type { ProjectReader } from './ports/site';
import { readStore } from './store-trouble';

type HealthPorts = DigestPorts &
  Pick<AppPorts, 'configs'> & {
    readonly summaries: Pick<MonthSummaries, 'readPassages'>;
    readonly site: ProjectReader;
  };

/** This month and the twelve before: a year to compare with, and the baseline of a chart. */
const MONTHS_SHOWN = 13;

/**
 * How handoffs of a project went, month by month and type by type: from closed numbers only, so that the cost grows with types and months and
 * never with handoffs (design decision 8). Every member of the project may see it; ratings only as far as they may be shown.
 *
 * @throws {AppError} NOT_FOUND for a project that is hidden from the caller, STORAGE_BUSY, JIRA_UNAVAILABLE.
 */
export async function getHealth(ports: HealthPorts, { projectId }: ProjectCaller): Promise<HealthView> {
  await askJira(ports.site.getProject(projectId));
  const config = await readStore(ports.configs.find(projectId));
  const types = (config?.config.types ?? []).map(({ current }) => current);
  const thisMonth = ports.machine.now().slice(0, 7);
  const months = Array.from({ length: MONTHS_SHOWN }, (_each, index) => monthBefore(thisMonth, MONTHS_SHOWN - 1 - index));
  const refs = types.flatMap(({ typeId }) => months.map((month) => ({ projectId, typeId, month })));
  const [found, passages] = await Promise.all([readDigests(ports, refs), readStore(ports.summaries.readPassages(projectId, months))]);
  return {
    months,
    types: types.flatMap((type) => toHealth(type, found, thisMonth)),
    passages: months.flatMap((month): MonthPassages[] => {
      const { paused = 0, wouldBlock = 0, bypassed = 0 } = passages.get(month) ?? {};
      return paused + wouldBlock + bypassed === 0 ? [] : [{ month, paused, wouldBlock, bypassed }];
    }),
    closed: months.flatMap((month) => {
      const { closed } = passages.get(month) ?? {};
      return closed === undefined ? [] : [{ month, closed }];
    }),
    asOf: found.map(({ digest }) => digest.asOf).sort()[0] ?? null,
  };
}

function toHealth(type: HandoffType, found: readonly ReadDigest[], thisMonth: string): TypeHealth[] {
  const digests = found
    .filter(({ typeId, digest }) => typeId === type.typeId && digest.offered > 0)
    .map(({ digest }) => digest)
    .sort((one, other) => one.month.localeCompare(other.month));
  if (digests.length === 0) return [];
  const { blocks, held } = ratingBlocks(digests);
  return [
    {
      typeId: type.typeId,
      name: type.name,
      team: type.team,
      months: digests.map(withoutRatings),
      ratings: blocks,
      ratingsHeld: held,
      verdict: ratingFlags(digests, thisMonth),
      titles: titlesOf(type, digests),
    },
  ];
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
