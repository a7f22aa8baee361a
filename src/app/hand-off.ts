import type { HandOffAnswer } from '../contract/bridge-contract';
import { whatIsLeft } from '../domain/handoff/what-is-left';
import { AppError } from './app-error';
import { decideOn, findLive, toUser } from './command/decide-on';
import { findSides } from './command/find-sides';
import { moveIssue, type MoveOutcome } from './command/move-issue';
import type { LoadedCase } from './command/load-case';
import { findType, loadSettled, requireLicence, runCommand, type CommandPorts } from './command/run-command';
import type { AppPorts, IssueCaller } from './ports/app-ports';
import { toFacts } from './record/issue-facts';
import { getPinnedType } from './record/stored-record';
import { showScreen } from './screen/show-screen';

type HandOffPorts = CommandPorts & Pick<AppPorts, 'mover' | 'people'>;

/**
 * Hands a complete draft off: moves the work item as the caller, then offers (design decision 6). Where the work item already stands where
 * the route leads, or the type opens at acceptance, it is offered in place.
 *
 * The status event may offer first: then this finds it offered and has no further effect.
 */
export async function handOff(
  ports: HandOffPorts,
  caller: IssueCaller,
  request: { readonly commandId: string; readonly handoffId: string; readonly readinessOverride?: string },
): Promise<HandOffAnswer> {
  requireLicence(caller);
  const loaded = await reviseReturned(ports, caller, request, await loadSettled(ports, caller));
  const { stored, issue } = loaded;
  const { handoffId, readinessOverride } = request;
  const command = { type: 'offer' as const, handoffId, ...(readinessOverride === undefined ? {} : { readinessOverride }) };
  if (stored?.commandIds.includes(request.commandId) === true) return toAnswer(ports, caller, loaded, 'handedOff');
  const handoff = findLive(stored, request.handoffId);
  if (stored === null || handoff === null)
    throw new AppError(
      stored?.record.ended.some(({ handoffId }) => handoffId === request.handoffId) === true ? 'INVALID_STATE' : 'NOT_FOUND',
    );

  const type = findType(stored, loaded.config, command, issue);
  try {
    const facts = toFacts(issue, type);
    const given = {
      actor: toUser(caller.accountId),
      path: 'panel' as const,
      commandId: request.commandId,
      facts,
      sides: await findSides(ports, stored, command, { type, facts }),
      canEdit: loaded.canEdit,
    };
    decideOn(stored, command, type, { ...given, isCandidate: false, defaultReceiver: null, machine: ports.machine, decide: ports.decide });
  } catch (error) {
    if (error instanceof AppError && (error.code === 'NOT_READY' || (error.code === 'INVALID_STATE' && handoff.state === 'RETURNED')))
      return toAnswer(ports, caller, loaded, 'incomplete');
    throw error;
  }

  const { route } = type;
  const offersInPlace =
    type.opensAt === 'acceptance' || issue.statusId === route.toStatusId || (handoff.state !== 'DRAFT' && handoff.state !== 'RETURNED');
  const movedAt = ports.machine.now();
  const move: MoveOutcome = offersInPlace
    ? { kind: 'moved' }
    : route.fromStatusIds.includes(issue.statusId)
      ? await moveIssue(ports, issue, route.toStatusId)
      : NOT_ON_ROUTE;
  if (move.kind === 'moveYourself') return { ...(await toAnswer(ports, caller, loaded, 'moveYourself')), moveYourselfReason: move.reason };
  if (move.kind === 'refused') return { ...(await toAnswer(ports, caller, loaded, 'refusedByJira')), jiraMessage: move.jiraMessage };

  const ran = await runCommand(ports, caller, {
    commandId: request.commandId,
    toCommand: () => command,
    loaded,
    ...(offersInPlace ? {} : { movedTo: { statusId: route.toStatusId, at: movedAt } }),
  });
  const shown = offersInPlace
    ? ran
    : { ...ran, issue: { ...issue, statusId: route.toStatusId, statusName: ran.config?.statusNames?.[route.toStatusId] ?? '' } };
  return toAnswer(ports, caller, shown, 'handedOff');
}

/**
 * A returned handoff of which nothing was named to be filled anew is handed off again as it stands: the fix may lie outside of it. Its
 * next attempt must begin before the move, since the gate lets no returned one pass.
 */
async function reviseReturned(
  ports: HandOffPorts,
  caller: IssueCaller,
  { commandId, handoffId }: { readonly commandId: string; readonly handoffId: string },
  loaded: LoadedCase,
): Promise<LoadedCase> {
  const handoff = findLive(loaded.stored, handoffId);
  if (loaded.stored === null || handoff?.state !== 'RETURNED') return loaded;
  const type = getPinnedType(loaded.stored, handoff);
  if (whatIsLeft(handoff, type, toFacts(loaded.issue, type), ports.machine.now()).length > 0) return loaded;
  return runCommand(ports, caller, { commandId: `${commandId}-r`, toCommand: () => ({ type: 'revise', handoffId }), loaded });
}

const NOT_ON_ROUTE: MoveOutcome = { kind: 'moveYourself', reason: 'noTransition' };

async function toAnswer(
  ports: HandOffPorts,
  caller: IssueCaller,
  shown: LoadedCase,
  outcome: HandOffAnswer['outcome'],
): Promise<HandOffAnswer> {
  return { outcome, moveYourselfReason: null, jiraMessage: null, screen: await showScreen(ports, caller, shown) };
}
