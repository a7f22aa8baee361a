import type { ProjectConfig } from '../../domain/type/handoff-type';
import { AppError } from '../app-error';
import { askJira } from '../jira-trouble';
import type { AppPorts, IssueCaller } from '../ports/app-ports';
import type { JiraIssue } from '../ports/issues';
import type { StoredRecord } from '../record/stored-record';
import { readStore } from '../store-trouble';

/** Everything a command on one work item is decided with, freshly looked up. */
export interface LoadedCase {
  readonly stored: StoredRecord | null;
  readonly config: ProjectConfig | null;
  readonly issue: JiraIssue;
  readonly canEdit: boolean;
}

/** What a place does about a move nobody told Baton of; no adapter, but what each bundle loads for it. */
export interface Settling {
  /**
   * Brings a case to where the work item stands, before it is shown or decided on: a move no event told of may have offered, returned or
   * bypassed a handoff. What is up to date already comes back as it is.
   */
  readonly settle: (loaded: LoadedCase) => Promise<LoadedCase>;
}

type LoadPorts = Pick<AppPorts, 'records' | 'configs' | 'issues' | 'permissions'>;

/**
 * Looks a work item up as the caller, with its record and its project's configuration, all at once.
 *
 * @throws {AppError} NOT_FOUND for a work item that is hidden from the caller or stands in another project than the surface.
 */
export async function loadCase(ports: LoadPorts, caller: IssueCaller): Promise<LoadedCase> {
  const [stored, config, issue, canEdit] = await Promise.all([
    readStore(ports.records.find(caller.issueId)),
    readStore(ports.configs.find(caller.projectId)),
    askJira(ports.issues.get('user', caller.issueId)),
    askJira(ports.permissions.canEdit(caller.issueId)),
  ]);
  requireInProject(caller, issue.projectId);
  const ownConfig = issue.projectId === caller.projectId ? config : await readStore(ports.configs.find(issue.projectId));
  return { stored, config: ownConfig?.config ?? null, issue, canEdit };
}

/** The project page reaches the work items of its project only. */
export function requireInProject(caller: IssueCaller, projectId: string): void {
  if (projectId !== caller.projectId && !caller.standsOnIssue) throw new AppError('NOT_FOUND');
}
