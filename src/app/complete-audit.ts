import type { AuditView } from '../contract/audit';
import { finishRun } from '../domain/ten-questions/audit-content';
import { AppError } from './app-error';
import { requireLicence } from './command/run-command';
import { requireProjectAdmin } from './config/change-config';
import { changeDocument } from './document/change-document';
import type { ProjectCaller } from './ports/app-ports';
import { loadAudit, proposeAnswers, toAuditView, type AuditPorts } from './ten-questions/audit-case';

/**
 * Finishes the run under way: its answers, items and what was known then stand fixed, and the next one has its day.
 *
 * @throws {AppError} AUDIT_INCOMPLETE while a question is unanswered; otherwise as saving does.
 */
export async function completeAudit(
  ports: AuditPorts,
  caller: ProjectCaller,
  { typeId, version }: { readonly typeId: string; readonly version: number },
): Promise<AuditView> {
  requireLicence(caller);
  await requireProjectAdmin(ports, caller);
  const audit = await loadAudit(ports, caller, typeId);
  if (audit.version !== version) throw new AppError('CONFIG_CONFLICT');
  const proposals = await proposeAnswers(ports, audit);
  const content = finishRun(audit.content, caller.accountId, { now: audit.now, typeVersion: audit.type.version, proposals });
  if (content === null) throw new AppError('AUDIT_INCOMPLETE');
  const saved = await changeDocument(ports, { id: audit.id, actorId: caller.accountId, version, content, note: null });
  return toAuditView(ports, { ...audit, version: saved.version, content, saved }, proposals);
}
