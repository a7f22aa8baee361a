import type { Command } from '../../domain/handoff/command';
import type { Receiver } from '../../domain/handoff/handoff';
import type { HandoffType, ProjectConfig } from '../../domain/type/handoff-type';
import { emptyRecord } from '../../domain/handoff/empty-record';
import { AppError } from '../app-error';
import { askJira } from '../jira-trouble';
import type { AppPorts, IssueCaller } from '../ports/app-ports';
import type { JiraIssue } from '../ports/issues';
import { changeRecord, type Plan } from '../record/change-record';
import { withEditCheck } from '../record/edit-checks';
import { isSeenStale, toFacts, toSeen } from '../record/issue-facts';
import { getPinnedType, type StoredRecord } from '../record/stored-record';
import { askStanding } from './ask-standing';
import { findSubject } from './find-subject';
import { decideOn, toUser } from './decide-on';
import { findSides } from './find-sides';
import { requestFollowUp } from './request-follow-up';
import { loadCase, type LoadedCase, type Settling } from './load-case';
import { readStore } from '../store-trouble';

/** Ports every command needs. */
export type CommandPorts = Pick<
  AppPorts,
  'records' | 'configs' | 'issues' | 'permissions' | 'screens' | 'people' | 'queue' | 'machine' | 'decide' | 'log'
> &
  Settling;

/** A command with the case it was decided on. */
export interface RanCommand extends LoadedCase {
  readonly stored: StoredRecord;
  /** The command id was known already: nothing was done now. */
  readonly repeated: boolean;
}

/** What the caller wants; where it depends on the record, worked out for the record as it is found. */
export interface CommandRequest {
  readonly commandId: string;
  readonly toCommand: (stored: StoredRecord | null) => Command;
  /** The case where the caller has just loaded it. */
  readonly loaded?: LoadedCase;
  /** The caller is known to administer the project. */
  readonly isProjectAdmin?: true;
  /** The work item was moved along with this command: status and when. */
  readonly movedTo?: { readonly statusId: string; readonly at: string };
}

/**
 * The pipeline of a command by a person: look up as that person, check access live, decide, write once, and let the rest be delivered.
 *
 * @throws {AppError} LICENCE_LAPSED, NOT_FOUND, the refusal's code, VERSION_CONFLICT, STORAGE_BUSY or JIRA_UNAVAILABLE.
 */
export async function runCommand(ports: CommandPorts, caller: IssueCaller, request: CommandRequest): Promise<RanCommand> {
  requireLicence(caller);
  const loaded = request.loaded ?? (await loadSettled(ports, caller));
  const { issue, config, canEdit } = loaded;
  const { commandId } = request;
  const changed = await changeRecord(ports, {
    issueId: caller.issueId,
    commandId,
    known: loaded.stored,
    begin: canEdit ? { record: emptyRecord(issue.id, issue.projectId), seen: toSeen(issue, null, ports.machine.now()) } : null,
    plan: async (stored) => {
      const command = request.toCommand(stored);
      const type = findType(stored, config, command, issue);
      const facts = toFacts(issue, type);
      const plan = decideOn(stored, command, type, {
        actor: toUser(caller.accountId),
        path: 'panel',
        commandId,
        facts,
        canEdit,
        isCandidate: await isCandidate(ports, caller, stored, command),
        ...(await askStanding(ports, caller, { stored, command, type, canEdit })),
        defaultReceiver: startsDraft(stored, command) ? await findDefaultReceiver(ports, caller, type, issue) : null,
        sides: await findSides(ports, stored, command, { type, facts }),
        machine: ports.machine,
        decide: ports.decide,
        ...(request.isProjectAdmin === undefined ? {} : { actorIsProjectAdmin: true }),
      });
      const seen = withSeen(plan, stored, issue, request.movedTo ?? null);
      // The right was just asked live: the saves that follow need not ask again.
      if (command.type !== 'edit' || !canEdit || plan.events.length === 0) return seen;
      return { ...seen, beside: { ...seen.beside, editChecks: withEditCheck(stored, caller.accountId, ports.machine.now()) } };
    },
  });
  if (changed.stored === null) throw new AppError('FORBIDDEN');
  await requestFollowUp(ports, changed);
  return { ...loaded, stored: changed.stored, repeated: changed.outcome === 'repeated' };
}

/** Loads a case and first takes a move over that nobody told Baton of, so that the command meets the handoff where it stands. */
export async function loadSettled(ports: CommandPorts, caller: IssueCaller): Promise<LoadedCase> {
  return ports.settle(await loadCase(ports, caller));
}

/** A lapsed licence makes every surface read-only (design decision 2). */
export function requireLicence({ licensed }: { readonly licensed: boolean }): void {
  if (!licensed) throw new AppError('LICENCE_LAPSED');
}

/**
 * The type a command is decided by: pinned for a live handoff, the project's newest for a new one.
 *
 * @throws {AppError} NOT_FOUND when the project has no such active type for this work item.
 */
export function findType(stored: StoredRecord | null, config: ProjectConfig | null, command: Command, issue: JiraIssue): HandoffType {
  const live = stored === null ? null : findSubject(stored, command);
  if (stored !== null && live !== null) return getPinnedType(stored, live);
  const ended = 'handoffId' in command ? stored?.record.ended.find(({ handoffId }) => handoffId === command.handoffId) : undefined;
  const typeId = 'typeId' in command ? command.typeId : ended?.typeId;
  const entry = config?.types.find(({ current }) => current.typeId === typeId);
  if (entry === undefined) throw new AppError(ended === undefined ? 'NOT_FOUND' : 'INVALID_STATE');
  if ('typeId' in command && !isOpenFor(entry.current, issue.issueTypeId, config?.on === true && entry.switches.active))
    throw new AppError('NOT_FOUND');
  return entry.current;
}

/** Whether a new handoff of this type can begin on a work item of this kind. */
export function isOpenFor(type: HandoffType, issueTypeId: string, isActive: boolean): boolean {
  return isActive && (type.workItemTypeIds.length === 0 || type.workItemTypeIds.includes(issueTypeId));
}

function startsDraft(stored: StoredRecord, command: Command): boolean {
  return (command.type === 'edit' || command.type === 'waive') && findSubject(stored, command) === null;
}

/** Membership is asked only where the decision can depend on it, and only about the caller (design decision 12). */
async function isCandidate(
  ports: Pick<AppPorts, 'permissions'>,
  caller: IssueCaller,
  stored: StoredRecord,
  command: Command,
): Promise<boolean> {
  const offer = findSubject(stored, command)?.offer ?? null;
  if (offer === null) return false;
  if (offer.receiver.kind === 'person') return offer.receiver.accountId === caller.accountId;
  if (!NEEDS_MEMBERSHIP.includes(command.type)) return false;
  return askJira(ports.permissions.belongsTo(caller.accountId, stored.seen.projectId, offer.receiver));
}

const NEEDS_MEMBERSHIP: readonly Command['type'][] = [
  'take',
  'giveBack',
  'logTalk',
  'confirmTalk',
  'ask',
  'answer',
  'readback',
  'countersign',
  'accept',
  'return',
];

/** Who a new draft goes to if nobody chooses: whom the caller chose the last time (experience.md 2); the type's rule decides by itself. */
async function findDefaultReceiver(
  ports: Pick<AppPorts, 'screens'>,
  caller: IssueCaller,
  type: HandoffType,
  issue: JiraIssue,
): Promise<Receiver | null> {
  if (type.receiver.kind !== 'senderChooses') return null;
  const settings = await readStore(ports.screens.findSettings(caller.accountId));
  const last = settings?.lastReceivers[type.typeId] ?? null;
  const senderId = issue.assignee?.accountId ?? caller.accountId;
  return last?.kind === 'person' && last.accountId === senderId ? null : last;
}

/** Title, key or kind of the work item may have changed since it was last seen; its status only by a move. */
function withSeen(plan: Plan, stored: StoredRecord, issue: JiraIssue, movedTo: CommandRequest['movedTo'] | null): Plan {
  if (plan.events.length === 0) return plan;
  const { seen } = stored;
  if (movedTo === null || movedTo === undefined) {
    const status = seen.status ?? { id: issue.statusId, enteredAt: plan.events[0]?.at ?? '' };
    return isSeenStale(seen, issue)
      ? { ...plan, beside: { ...plan.beside, seen: { ...toSeen(issue, seen, status.enteredAt), status } } }
      : plan;
  }
  const status = { id: movedTo.statusId, enteredAt: movedTo.at };
  return { ...plan, beside: { ...plan.beside, seen: { ...toSeen(issue, seen, movedTo.at), status } } };
}
