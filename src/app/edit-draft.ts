import type { EditAnswer } from '../contract/handoff-screen';
import type { Command } from '../domain/handoff/command';
import type { Handoff } from '../domain/handoff/handoff';
import { ACTIVE_STATES } from '../domain/handoff/handoff';
import { AppError } from './app-error';
import { decideOn, toUser } from './command/decide-on';
import { requireInProject } from './command/load-case';
import { readStore } from './store-trouble';
import { requestFollowUp } from './command/request-follow-up';
import { requireLicence, runCommand, type CommandPorts } from './command/run-command';
import { askJira } from './jira-trouble';
import type { IssueCaller } from './ports/app-ports';
import { changeRecord } from './record/change-record';
import { isEditCheckFresh, withEditCheck } from './record/edit-checks';
import { toFactsSeen } from './record/issue-facts';
import { getPinnedType, type StoredRecord } from './record/stored-record';

/** Answers that say something about the work item itself, so they are held against what Jira says now. */
const LIVE_FACTS: readonly string[] = ['inDescription', 'attached'];

/** A save of fields. */
export interface EditRequest {
  readonly commandId: string;
  readonly command: Extract<Command, { type: 'edit' }>;
}

/**
 * Saves fields of a draft. On a draft that exists it costs one read and one transaction, and one permission check per person and work
 * item in ten minutes (design.md 5); beginning a draft looks the work item up.
 */
export async function editDraft(ports: CommandPorts, caller: IssueCaller, { commandId, command }: EditRequest): Promise<EditAnswer> {
  requireLicence(caller);
  const known = await readStore(ports.records.find(caller.issueId));
  const claimsFact = command.changes.some((change) => change.field === 'item' && LIVE_FACTS.includes(change.value?.kind ?? ''));
  if (known === null || findActive(known, command.typeId) === null || claimsFact) {
    const { stored } = await runCommand(ports, caller, { commandId, toCommand: () => command });
    return toAnswer(stored, command.typeId);
  }
  requireInProject(caller, known.seen.projectId);
  const editChecks = await checkEditRight(ports, caller, known);
  const changed = await changeRecord(ports, {
    issueId: caller.issueId,
    commandId,
    known,
    begin: null,
    plan: (stored) => {
      const draft = findActive(stored, command.typeId);
      if (draft === null) throw new AppError('INVALID_STATE');
      const plan = decideOn(stored, command, getPinnedType(stored, draft), {
        actor: toUser(caller.accountId),
        path: 'panel',
        commandId,
        facts: toFactsSeen(stored.seen),
        canEdit: true,
        isCandidate: false,
        defaultReceiver: null,
        machine: ports.machine,
        decide: ports.decide,
      });
      return editChecks === null || plan.events.length === 0 ? plan : { ...plan, beside: { ...plan.beside, editChecks } };
    },
  });
  if (changed.stored === null) throw new AppError('NOT_FOUND');
  await requestFollowUp(ports, changed);
  return toAnswer(changed.stored, command.typeId);
}

/**
 * Asks whether the caller may edit, unless that was answered within ten minutes.
 *
 * @returns The checks to keep; null when nothing was asked.
 * @throws {AppError} NOT_FOUND for a work item hidden from the caller, FORBIDDEN without the right to edit it.
 */
async function checkEditRight(ports: CommandPorts, caller: IssueCaller, known: StoredRecord): Promise<StoredRecord['editChecks'] | null> {
  const now = ports.machine.now();
  if (isEditCheckFresh(known.editChecks[caller.accountId], now)) return null;
  if (!(await askJira(ports.permissions.canEdit(caller.issueId)))) {
    await askJira(ports.issues.get('user', caller.issueId));
    throw new AppError('FORBIDDEN');
  }
  return withEditCheck(known, caller.accountId, now);
}

function findActive(stored: StoredRecord, typeId: string): Handoff | null {
  return stored.record.handoffs.find((handoff) => handoff.typeId === typeId && ACTIVE_STATES.includes(handoff.state)) ?? null;
}

function toAnswer(stored: StoredRecord, typeId: string): EditAnswer {
  const handoff = findActive(stored, typeId);
  if (handoff === null) throw new AppError('INVALID_STATE');
  return { rev: stored.rev, typeId, handoff };
}
