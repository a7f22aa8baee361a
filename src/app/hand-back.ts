import type { HandoffScreen } from '../contract/handoff-screen';
import { AppError } from './app-error';
import { findLive } from './command/decide-on';
import { findWayBack } from './command/find-way-back';
import { loadSettled, requireLicence, runCommand, type CommandPorts } from './command/run-command';
import type { AppPorts, IssueCaller } from './ports/app-ports';
import { getPinnedType } from './record/stored-record';
import { showScreen } from './screen/show-screen';

/** Begins the handoff back of what the caller just accepted, along the type that leads back (E23). */
export async function handBack(
  ports: CommandPorts & Pick<AppPorts, 'people'>,
  caller: IssueCaller,
  { commandId, handoffId }: { readonly commandId: string; readonly handoffId: string },
): Promise<HandoffScreen> {
  requireLicence(caller);
  const loaded = await loadSettled(ports, caller);
  const { stored, config, issue } = loaded;
  if (stored?.commandIds.includes(commandId) === true) return showScreen(ports, caller, loaded);
  const accepted = findLive(stored, handoffId);
  if (stored === null || accepted === null) throw new AppError('NOT_FOUND');
  if (accepted.acceptance?.by !== caller.accountId) throw new AppError('FORBIDDEN');
  const back = findWayBack(config, getPinnedType(stored, accepted), issue);
  if (back === null) throw new AppError('INVALID_STATE');
  const command = { type: 'handBack', typeId: back.typeId, acceptedId: handoffId } as const;
  return showScreen(ports, caller, await runCommand(ports, caller, { commandId, toCommand: () => command, loaded }));
}
