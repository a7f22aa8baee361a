import type { JiraParts } from '../jira-service';
import { invalid, issueNotFound, JiraError, projectNotFound } from '../jira-error';
import { MAX_BULK_ISSUES } from '../limits';
import { moveIssue } from '../operations/move-issue';
import type { RestRoute } from '../rest-router';
import type { Caller } from '../state/caller';

interface TransitionBody {
  bulkTransitionInputs?: { selectedIssueIdsOrKeys?: string[]; transitionId?: string | number }[];
}

interface MoveBody {
  /** Keyed `PROJECT,issueTypeId`. */
  targetToSourcesMapping?: Record<string, { issueIdsOrKeys?: string[] }>;
}

interface TaskResult {
  processed: number[];
  /** By issue id: why not. */
  failed: Record<string, string[]>;
}

/**
 * Bulk transitions and moves, newer than the API description (Jira REST v3, "Issue bulk operations"). Jira works them
 * off in the background; here the task is finished when it is answered.
 */
export function bulkRoutes(parts: JiraParts): RestRoute[] {
  const { state, permissions, mover } = parts;
  const results = new Map<string, TaskResult>();
  const run = async (names: string[], caller: Caller, work: (id: string) => Promise<void> | void) => {
    if (names.length === 0 || names.length > MAX_BULK_ISSUES) throw invalid(`A bulk operation names 1 to ${MAX_BULK_ISSUES} issues.`);
    const result: TaskResult = { processed: [], failed: {} };
    for (const name of names) {
      const issue = permissions.findIssue(caller, name);
      try {
        if (issue === null) throw issueNotFound();
        await work(issue.id);
        result.processed.push(Number(issue.id));
      } catch (error) {
        if (!(error instanceof JiraError)) throw error;
        result.failed[issue?.id ?? name] = error.errorMessages;
      }
    }
    return result;
  };
  const answer = (result: TaskResult) => {
    const taskId = state.ids.next('task');
    results.set(taskId, result);
    return { status: 201, body: { taskId } };
  };
  return [
    {
      method: 'POST',
      path: '/bulk/issues/transition',
      scope: 'write:jira-work',
      handle: async ({ caller, body }) => {
        const { bulkTransitionInputs = [] } = (body ?? {}) as TransitionBody;
        const merged: TaskResult = { processed: [], failed: {} };
        for (const { selectedIssueIdsOrKeys = [], transitionId } of bulkTransitionInputs) {
          const result = await run(selectedIssueIdsOrKeys, caller, (id) =>
            mover.run(caller, { issueIdOrKey: id, transitionId: String(transitionId), fields: {} }),
          );
          merged.processed.push(...result.processed);
          Object.assign(merged.failed, result.failed);
        }
        return answer(merged);
      },
    },
    {
      method: 'POST',
      path: '/bulk/issues/move',
      scope: 'write:jira-work',
      handle: async ({ caller, body }) => {
        const { targetToSourcesMapping = {} } = (body ?? {}) as MoveBody;
        const merged: TaskResult = { processed: [], failed: {} };
        for (const [target, { issueIdsOrKeys = [] }] of Object.entries(targetToSourcesMapping)) {
          const [projectName = '', issueTypeId = ''] = target.split(',');
          const result = await run(issueIdsOrKeys, caller, (id) => {
            const project = permissions.findProject(caller, projectName);
            if (project === null) throw projectNotFound(projectName);
            moveIssue(parts, caller, state.issues.get(id), { project, issueTypeId });
          });
          merged.processed.push(...result.processed);
          Object.assign(merged.failed, result.failed);
        }
        return answer(merged);
      },
    },
    {
      method: 'GET',
      path: '/bulk/queue/{taskId}',
      scope: 'read:jira-work',
      handle: (_request, { taskId = '' }) => {
        const result = results.get(taskId);
        if (result === undefined) throw new JiraError(404, ['The task was not found.']);
        return {
          status: 200,
          body: {
            taskId,
            status: 'COMPLETE',
            progressPercent: 100,
            totalIssueCount: result.processed.length + Object.keys(result.failed).length,
            processedAccessibleIssues: result.processed,
            failedAccessibleIssues: result.failed,
          },
        };
      },
    },
  ];
}
