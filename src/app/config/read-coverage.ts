import { judgeCoverage, type CoveredWay } from '../../domain/coverage/coverage';
import type { ProjectConfig } from '../../domain/type/handoff-type';
import type { AppPorts } from '../ports/app-ports';
import { JiraFault } from '../ports/jira-fault';
import type { SiteWorkflow } from '../ports/site';
import { readMode, readRequires } from './read-rule';

/** Where a project's rules stand, and its workflows. */
export interface ReadCoverage {
  readonly ways: readonly CoveredWay[];
  readonly workflows: readonly SiteWorkflow[];
}

/**
 * Every transition of the project's workflows with the rules on it, judged against its active types; null where Jira did not tell: then
 * nobody is told that all is well, nor that something is missing.
 */
export async function readCoverage(
  ports: Pick<AppPorts, 'siteAdmin' | 'log'>,
  projectId: string,
  config: ProjectConfig,
): Promise<ReadCoverage | null> {
  try {
    const [rules, all] = await Promise.all([ports.siteAdmin.listRules(), ports.siteAdmin.listWorkflows()]);
    const workflows = all.filter(({ projectIds }) => projectIds?.includes(projectId) === true);
    if (workflows.length === 0) return null;
    const ways = judgeCoverage(
      config.types.filter(({ switches }) => switches.active).map(({ current }) => current),
      workflows.map(({ name, transitions, projectIds }) => ({
        name,
        transitions,
        isShared: (projectIds?.length ?? 0) > 1,
        rules: rules
          .filter(({ workflowName }) => workflowName === name)
          .map((rule) => ({
            transitionId: rule.transition?.id ?? null,
            requires: readRequires(rule),
            mode: readMode(rule),
            disabled: rule.disabled,
          })),
      })),
    );
    return { ways, workflows };
  } catch (error) {
    if (!(error instanceof JiraFault)) throw error;
    ports.log.fault('rules.unavailable', error);
    return null;
  }
}
