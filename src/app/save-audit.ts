import type { AuditView } from '../contract/audit';
import { saveAnswers, type AuditAnswers } from '../domain/ten-questions/audit-content';
import { AppError } from './app-error';
import { requireLicence } from './command/run-command';
import { requireProjectAdmin } from './config/change-config';
import { changeDocument } from './document/change-document';
import type { ProjectCaller } from './ports/app-ports';
import { loadAudit, proposeAnswers, toAuditView, type AuditPorts } from './ten-questions/audit-case';

/**
 * Keeps the answers of a run under way and what was edited of its action items; which items there are follows from the answers.
 *
 * @throws {AppError} FORBIDDEN, LICENCE_LAPSED, NOT_FOUND, CONFIG_CONFLICT when somebody saved meanwhile, STORAGE_BUSY.
 */
export async function saveAudit(
  ports: AuditPorts,
  caller: ProjectCaller,
  { typeId, version, ...given }: AuditAnswers & { readonly typeId: string; readonly version: number },
): Promise<AuditView> {
  requireLicence(caller);
  await requireProjectAdmin(ports, caller);
  const audit = await loadAudit(ports, caller, typeId);
  if (audit.version !== version) throw new AppError('CONFIG_CONFLICT');
  const content = saveAnswers(audit.content, given, audit);
  const proposals = await proposeAnswers(ports, audit);
  const saved = await changeDocument(ports, { id: audit.id, actorId: caller.accountId, version, content, note: null });
  return toAuditView(ports, { ...audit, version: saved.version, content, saved }, proposals);
}
