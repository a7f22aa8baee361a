import type { TestRunView } from '../contract/coverage';
import { requirementOf, type CoverageRule, type CoveredWay } from '../domain/coverage/coverage';
import { gateMessage } from '../domain/gate/gate-message';
import type { GateRuling } from '../domain/gate/gate-verdict';
import type { ProjectConfig } from '../domain/type/handoff-type';
import { AppError } from './app-error';
import { requireProjectAdmin } from './config/change-config';
import { readCoverage } from './config/read-coverage';
import { judgeMove, type JudgePorts } from './gate/judge-move';
import { askJira } from './jira-trouble';
import type { AppPorts, ProjectCaller } from './ports/app-ports';
import type { JiraIssue } from './ports/issues';
import { readStore } from './store-trouble';

type TestRunPorts = JudgePorts & Pick<AppPorts, 'permissions' | 'site' | 'siteAdmin'>;

/** Which work item, and over which transition of the project's workflows. */
interface TriedMove {
  readonly issueKey: string;
  readonly workflow: string;
  readonly transitionId: string;
}

/** What stands for the log's reference: a test run is nothing an admin looks up. */
const REFERENCE = 'TEST';

/**
 * What would happen to a work item over a transition, in the very words people would see. Nothing moves, is written or is queued. For who
 * administers the project and may see the work item.
 *
 * @throws {AppError} NOT_FOUND for a work item that is hidden or of another project, and for a transition that is not there;
 *   JIRA_UNAVAILABLE when Jira does not tell which transitions there are.
 */
export async function testRun(
  ports: TestRunPorts,
  caller: ProjectCaller,
  { issueKey, workflow, transitionId }: TriedMove,
  strings: Readonly<Record<string, string>>,
): Promise<TestRunView> {
  await requireProjectAdmin(ports, caller);
  const issue = await askJira(ports.issues.get('user', issueKey));
  if (issue.projectId !== caller.projectId) throw new AppError('NOT_FOUND', { path: 'issueKey' });
  const [stored, { statuses }] = await Promise.all([
    readStore(ports.configs.find(caller.projectId)),
    askJira(ports.site.listStatuses(caller.projectId)),
  ]);
  if (stored?.config.on !== true) throw new AppError('NOT_FOUND', { path: 'transitionId' });
  const coverage = await readCoverage(ports, caller.projectId, stored.config);
  if (coverage === null) throw new AppError('JIRA_UNAVAILABLE');
  const way = coverage.ways.find((one) => one.workflow === workflow && one.transition.id === transitionId);
  if (way === undefined) throw new AppError('NOT_FOUND', { path: 'transitionId' });

  const named = (id: string) => ({ id, name: statuses.find((status) => status.id === id)?.name ?? id });
  const fromStatusId = leavesFrom(way, issue);
  const standing = way.rules.filter(({ disabled }) => !disabled);
  const rules = standing.length > 0 ? standing : [way.rules[0] ?? wantedRule(way, stored.config)];
  const outcomes = await Promise.all(
    rules.map(async (rule) => {
      const { verdict } = await judgeMove(
        ports,
        toRequest(rule, issue, { fromStatusId, toStatusId: way.transition.toStatusId }),
        REFERENCE,
      );
      return toOutcome(verdict, rule, strings);
    }),
  );
  return {
    issueKey: issue.key,
    summary: issue.summary,
    from: named(fromStatusId),
    to: named(way.transition.toStatusId),
    standsIn: fromStatusId === issue.statusId ? null : issue.statusName,
    ...(outcomes.find(({ verdict }) => verdict === 'stopped') ??
      outcomes.find(({ verdict }) => verdict === 'counted') ?? { verdict: 'passes', message: null }),
    rule: standing.length > 0 ? 'stands' : way.rules.length > 0 ? 'off' : 'none',
  };
}

/** Where the work item stands, if the transition leaves from there; else the first status it leaves. */
function leavesFrom({ transition: { fromStatusIds } }: CoveredWay, issue: JiraIssue): string {
  return fromStatusIds.length === 0 || fromStatusIds.includes(issue.statusId) ? issue.statusId : (fromStatusIds[0] ?? issue.statusId);
}

/** The rule that ought to stand there. */
function wantedRule({ typeIds }: CoveredWay, { types }: ProjectConfig): Pick<CoverageRule, 'requires' | 'mode'> {
  const type = types.find(({ current }) => typeIds.includes(current.typeId))?.current;
  return { requires: requirementOf({ opensAt: type?.opensAt ?? 'offer' }), mode: 'enforce' };
}

/** A rule that only watches is judged as if it stopped, so that what it would say is known. */
function toRequest(
  { requires }: Pick<CoverageRule, 'requires'>,
  issue: JiraIssue,
  transition: { readonly fromStatusId: string; readonly toStatusId: string },
) {
  return {
    issueKey: issue.key,
    transition,
    rule: requires === 'broken' ? ('malformed' as const) : ({ schema: 1, requires, mode: 'enforce', onFault: 'block' } as const),
    modifiedFields: {},
    licenceActive: undefined,
  };
}

function toOutcome(
  verdict: GateRuling,
  { requires, mode }: Pick<CoverageRule, 'requires' | 'mode'>,
  strings: Readonly<Record<string, string>>,
): Pick<TestRunView, 'verdict' | 'message'> {
  if (verdict.kind === 'allow') return { verdict: verdict.reason === 'paused' ? 'counted' : 'passes', message: null };
  const watches = mode === 'observe' && requires !== 'broken';
  return { verdict: watches ? 'counted' : 'stopped', message: gateMessage(verdict.denial, strings) };
}
