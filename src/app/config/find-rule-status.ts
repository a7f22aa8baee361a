import type { RuleStatus } from '../../contract/settings';
import type { HandoffType, ProjectConfig } from '../../domain/type/handoff-type';
import type { AppPorts } from '../ports/app-ports';
import type { SiteProject, SiteStatus } from '../ports/site';
import { readCoverage, type ReadCoverage } from './read-coverage';
import { describeWay, requestFor, requestForRoute, type RequestNames } from './rule-request';

/** Whether the Baton rule stands on the transitions along each active type's route: the coverage, one line a type. */
export async function findRuleStatus(
  ports: Pick<AppPorts, 'siteAdmin' | 'log'>,
  project: SiteProject,
  config: ProjectConfig,
  statuses: readonly SiteStatus[],
): Promise<readonly RuleStatus[]> {
  const types = config.types.filter(({ switches }) => switches.active).map(({ current }) => current);
  const coverage = await readCoverage(ports, project.id, config);
  return types.map((type) => (coverage === null ? toUnknown(type) : toStatus(type, coverage, { project, statuses })));
}

function toUnknown({ typeId }: HandoffType): RuleStatus {
  return { typeId, installed: 'unknown', unprotected: [], request: null };
}

function toStatus(type: HandoffType, { ways }: ReadCoverage, names: RequestNames): RuleStatus {
  const { typeId, route } = type;
  const along = ways.filter(({ typeIds }) => typeIds.includes(typeId));
  const open = along.filter(({ checkedTypeIds }) => !checkedTypeIds.includes(typeId));
  if (along.length === 0) return { typeId, installed: 'no', unprotected: [], request: requestForRoute(type, names) };
  return {
    typeId,
    installed: open.length === 0 ? 'yes' : open.length === along.length ? 'no' : 'partly',
    unprotected: open.map((way) =>
      describeWay(
        way,
        names.statuses,
        way.transition.fromStatusIds.filter((id) => route.fromStatusIds.includes(id)),
      ),
    ),
    request: requestFor(open, [type], names),
  };
}
