import type { AuditView } from '../contract/audit';
import { findItem, markItem, type ItemPlace } from '../domain/ten-questions/audit-content';
import { AppError } from './app-error';
import { requireLicence } from './command/run-command';
import { requireProjectAdmin } from './config/change-config';
import { changeDocument } from './document/change-document';
import { onNewest } from './document/on-newest';
import type { ProjectCaller } from './ports/app-ports';
import { loadAudit, proposeAnswers, toAuditView, type AuditPorts } from './ten-questions/audit-case';

/**
 * Says that what a finished audit asked for is done, or that it is not after all (M20); saying again what stands changes nothing, and what
 * else was saved meanwhile does not matter.
 *
 * @throws {AppError} NOT_FOUND for an item that is not there; otherwise as saving does.
 */
export async function closeAuditItem(
  ports: AuditPorts,
  caller: ProjectCaller,
  { typeId, done, ...place }: { readonly typeId: string; readonly done: boolean } & ItemPlace,
): Promise<AuditView> {
  requireLicence(caller);
  await requireProjectAdmin(ports, caller);
  return onNewest(ports.machine, async () => {
    const audit = await loadAudit(ports, caller, typeId);
    const { id, version } = audit;
    const item = findItem(audit.content, place);
    if (item === undefined) throw new AppError('NOT_FOUND');
    const proposals = await proposeAnswers(ports, audit);
    if ((item.done !== undefined) === done) return toAuditView(ports, audit, proposals);
    const content = markItem(audit.content, place, done ? { by: caller.accountId, at: audit.now } : null);
    const saved = await changeDocument(ports, { id, actorId: caller.accountId, version, content, note: null });
    return toAuditView(ports, { ...audit, version: saved.version, content, saved }, proposals);
  });
}
