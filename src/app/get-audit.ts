import type { AuditView } from '../contract/audit';
import { requireProjectAdmin } from './config/change-config';
import type { ProjectCaller } from './ports/app-ports';
import { loadAudit, proposeAnswers, toAuditView, type AuditPorts } from './ten-questions/audit-case';

/** The ten questions about a type with what Baton knows, for who administers the project. Writes nothing. */
export async function getAudit(ports: AuditPorts, caller: ProjectCaller, typeId: string): Promise<AuditView> {
  await requireProjectAdmin(ports, caller);
  const audit = await loadAudit(ports, caller, typeId);
  return toAuditView(ports, audit, await proposeAnswers(ports, audit));
}
