import type { LimitsView } from '../contract/chart-limits';
import { requireProjectAdmin } from './config/change-config';
import { buildLimits, type LimitsPorts } from './limits/build-limits';
import type { ProjectCaller } from './ports/app-ports';

/**
 * From which days the limits of the project's charts begin anew, for who administers it.
 *
 * @throws {AppError} FORBIDDEN, STORAGE_BUSY, JIRA_UNAVAILABLE.
 */
export async function getLimits(ports: LimitsPorts, caller: ProjectCaller): Promise<LimitsView> {
  await requireProjectAdmin(ports, caller);
  return buildLimits(ports, caller);
}
