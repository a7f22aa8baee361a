import type { CoverageRow, CoverageView } from '../contract/coverage';
import { GAPS, type CoveredWay } from '../domain/coverage/coverage';
import type { ProjectConfig } from '../domain/type/handoff-type';
import { requireProjectAdmin } from './config/change-config';
import { readCoverage } from './config/read-coverage';
import { requestFor } from './config/rule-request';
import { askJira } from './jira-trouble';
import type { AppPorts, ProjectCaller } from './ports/app-ports';
import { JiraFault } from './ports/jira-fault';
import type { SiteStatus, SiteWorkflow } from './ports/site';
import { readStore } from './store-trouble';

type CoveragePorts = Pick<AppPorts, 'configs' | 'permissions' | 'site' | 'siteAdmin' | 'log'>;

/** Other projects of a workflow that are named. */
const MAX_NAMED = 5;

/** Every transition of the project with the handoffs along it, the rules on it and what is wrong, for who administers the project (S-002). */
export async function getCoverage(ports: CoveragePorts, caller: ProjectCaller): Promise<CoverageView> {
  await requireProjectAdmin(ports, caller);
  const { projectId } = caller;
  const [stored, project, { statuses }] = await Promise.all([
    readStore(ports.configs.find(projectId)),
    askJira(ports.site.getProject(projectId)),
    askJira(ports.site.listStatuses(projectId)),
  ]);
  const config = stored?.config.on === true ? stored.config : null;
  const coverage = config === null ? null : await readCoverage(ports, projectId, config);
  if (config === null || coverage === null) return { known: false, rows: [], unreached: [], sharedWith: [], request: null };
  const { ways, workflows } = coverage;
  const types = config.types.map(({ current }) => current);
  const active = config.types.filter(({ switches }) => switches.active).map(({ current }) => current);
  return {
    known: true,
    rows: [...ways].sort((a, b) => gapsIn(b) - gapsIn(a)).map((way) => toRow(way, config, statuses)),
    unreached: active
      .filter(({ typeId }) => !ways.some(({ typeIds }) => typeIds.includes(typeId)))
      .map(({ typeId, name }) => ({ typeId, name })),
    sharedWith: await Promise.all(
      workflows.filter(({ projectIds }) => (projectIds?.length ?? 0) > 1).map((workflow) => nameProjects(ports, workflow, projectId)),
    ),
    request: requestFor(ways, types, { project, statuses }),
  };
}

/** What needs somebody comes first. */
function gapsIn({ findings }: CoveredWay): number {
  return findings.filter((finding) => GAPS.includes(finding)).length > 0 ? 1 : 0;
}

function toRow(
  { workflow, transition, rules, typeIds, findings }: CoveredWay,
  config: ProjectConfig,
  statuses: readonly SiteStatus[],
): CoverageRow {
  const named = (id: string) => ({ id, name: statuses.find((status) => status.id === id)?.name ?? id });
  return {
    workflow,
    transitionId: transition.id,
    name: transition.name,
    from: transition.fromStatusIds.map(named),
    to: named(transition.toStatusId),
    types: config.types
      .filter(({ current }) => typeIds.includes(current.typeId))
      .map(({ current, switches }) => ({ typeId: current.typeId, name: current.name, paused: switches.gatePaused })),
    rules: rules.map(({ requires, mode, disabled }) => ({ requires, mode, enabled: !disabled })),
    findings,
  };
}

/** Names of the other projects of a workflow, asked as the viewer: one they may not see is only counted. */
async function nameProjects(
  ports: Pick<AppPorts, 'site'>,
  { name, projectIds }: SiteWorkflow,
  ownId: string,
): Promise<CoverageView['sharedWith'][number]> {
  const others = (projectIds ?? []).filter((id) => id !== ownId);
  const names = await Promise.all(others.slice(0, MAX_NAMED).map((id) => findName(ports, id)));
  const projects = names.filter((one) => one !== null);
  return { workflow: name, projects, others: others.length - projects.length };
}

async function findName({ site }: Pick<AppPorts, 'site'>, projectId: string): Promise<string | null> {
  try {
    return (await site.getProject(projectId)).name;
  } catch (error) {
    if (error instanceof JiraFault && (error.kind === 'notFound' || error.kind === 'forbidden')) return null;
    throw error;
  }
}
