import type { LimitsView } from '../contract/chart-limits';
import { addStart, NO_STARTS, takeBackStart } from '../domain/metrics/limits-starts';
import { AppError } from './app-error';
import { requireLicence } from './command/run-command';
import { requireProjectAdmin } from './config/change-config';
import { changeDocument } from './document/change-document';
import { buildLimits, type LimitsPorts } from './limits/build-limits';
import { limitsId, readStarts } from './limits/read-starts';
import type { ProjectCaller } from './ports/app-ports';
import { readStore } from './store-trouble';

/** Begins limits anew from a day, for a reason, or takes a beginning back. */
type LimitsChange =
  { readonly kind: 'start'; readonly from: string; readonly reason: string } | { readonly kind: 'takeBack'; readonly from: string };

/**
 * Says from which day on the limits of a type's charts are made anew, or takes that back (domain.md 3.4: only for a recorded reason). The
 * document's own log is the record of who did what, when and why.
 *
 * @throws {AppError} LICENCE_LAPSED, FORBIDDEN; NOT_FOUND for no such type, and for a day there is nothing to take back of; INVALID_PAYLOAD
 *   for a day to come or one that has a start already; CONFIG_CONFLICT when somebody changed it meanwhile; STORAGE_BUSY.
 */
export async function changeLimits(
  ports: LimitsPorts,
  caller: ProjectCaller,
  { typeId, version, change }: { readonly typeId: string; readonly version: number; readonly change: LimitsChange },
): Promise<LimitsView> {
  requireLicence(caller);
  await requireProjectAdmin(ports, caller);
  const { projectId, accountId } = caller;
  const config = await readStore(ports.configs.find(projectId));
  if (config?.config.types.some(({ current }) => current.typeId === typeId) !== true) throw new AppError('NOT_FOUND', { path: 'typeId' });
  const stands = (await readStarts(ports, projectId, [typeId])).get(typeId) ?? { version: 0, ...NO_STARTS };
  if (stands.version !== version) throw new AppError('CONFIG_CONFLICT');
  const { from } = change;
  const content =
    change.kind === 'takeBack'
      ? takeBackStart(stands, from)
      : addStart(stands, { from, reason: change.reason, by: accountId, at: ports.machine.now() });
  if (content === null) throw new AppError(change.kind === 'takeBack' ? 'NOT_FOUND' : 'INVALID_PAYLOAD', { path: 'change.from' });
  await changeDocument(ports, { id: limitsId(projectId, typeId), actorId: accountId, version, content, note: null });
  return buildLimits(ports, caller);
}
