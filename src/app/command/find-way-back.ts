import type { HandoffType, ProjectConfig } from '../../domain/type/handoff-type';
import type { JiraIssue } from '../ports/issues';
import { isOpenFor } from './run-command';

/** The active type that leads from where the work item stands back to where `accepted` came from (E23); null where none does. */
export function findWayBack(
  config: ProjectConfig | null,
  accepted: Pick<HandoffType, 'route'>,
  { statusId, issueTypeId }: Pick<JiraIssue, 'statusId' | 'issueTypeId'>,
): HandoffType | null {
  const back = config?.types.find(
    ({ current, switches }) =>
      isOpenFor(current, issueTypeId, config.on && switches.active) &&
      current.route.fromStatusIds.includes(statusId) &&
      accepted.route.fromStatusIds.includes(current.route.toStatusId),
  );
  return back?.current ?? null;
}
