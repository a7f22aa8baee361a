import type { HandoffScreen } from '../contract/handoff-screen';
import { AppError } from './app-error';
import { requireInProject } from './command/load-case';
import { runCommand, type CommandPorts } from './command/run-command';
import { askJira } from './jira-trouble';
import type { AppPorts, IssueCaller } from './ports/app-ports';
import type { RecordHistory } from './ports/record-store';
import { eraseHistory } from './record/erase-history';
import type { StoredRecord } from './record/stored-record';
import { showScreen } from './screen/show-screen';

type VoidPorts = CommandPorts & { readonly records: RecordHistory };

/** T21: a project admin ends a handoff that was entered in error, and what was written in it is erased. */
export async function voidHandoff(
  ports: VoidPorts & Pick<AppPorts, 'people'>,
  caller: IssueCaller,
  { commandId, handoffId }: { readonly commandId: string; readonly handoffId: string },
): Promise<HandoffScreen> {
  const { projectId } = await askJira(ports.issues.get('user', caller.issueId));
  requireInProject(caller, projectId);
  if (!(await askJira(ports.permissions.isProjectAdmin(projectId)))) throw new AppError('FORBIDDEN');
  const command = { type: 'void', handoffId, reason: 'enteredInError' } as const;
  const ran = await runCommand(ports, caller, { commandId, toCommand: () => command, isProjectAdmin: true });
  const isVoided = ran.stored.record.ended.some((line) => line.handoffId === handoffId && line.state === 'VOIDED');
  if (isVoided) await eraseOrPostpone(ports, ran.stored, handoffId);
  return showScreen(ports, caller, ran);
}

/** Erases the history now; where storage does not take it, the queue does so later, and so does the same press again. */
async function eraseOrPostpone(ports: VoidPorts, stored: StoredRecord, handoffId: string): Promise<void> {
  try {
    await eraseHistory(ports.records, stored, [handoffId]);
  } catch (error) {
    ports.log.fault('erasure.postponed', error, { handoffId });
    await ports.queue.push([{ kind: 'eraseVoided', issueId: stored.record.issueId }]);
  }
}

/** What was left to the queue: erases the history of everything voided on this work item. Repeated, it changes nothing. */
export async function eraseVoided({ records }: { readonly records: RecordHistory }, issueId: string): Promise<void> {
  const stored = await records.find(issueId);
  if (stored === null) return;
  const voided = stored.record.ended.filter(({ state }) => state === 'VOIDED').map(({ handoffId }) => handoffId);
  await eraseHistory(records, stored, voided);
}
