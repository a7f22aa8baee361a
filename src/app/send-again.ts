import type { HandoffScreen } from '../contract/handoff-screen';
import { AppError } from './app-error';
import { findLive } from './command/decide-on';
import { requestFollowUp } from './command/request-follow-up';
import { loadSettled, requireLicence, type CommandPorts } from './command/run-command';
import type { AppPorts, IssueCaller } from './ports/app-ports';
import { changeRecord, NOTHING } from './record/change-record';
import { isUnsent } from './record/notices';
import { showScreen } from './screen/show-screen';

/** Promises an unsent notification again, for who may edit the work item; one that was sent is not sent twice. */
export async function sendAgain(
  ports: CommandPorts & Pick<AppPorts, 'people'>,
  caller: IssueCaller,
  { commandId, handoffId }: { readonly commandId: string; readonly handoffId: string },
): Promise<HandoffScreen> {
  requireLicence(caller);
  const loaded = await loadSettled(ports, caller);
  if (!loaded.canEdit) throw new AppError('FORBIDDEN');
  if (findLive(loaded.stored, handoffId) === null) throw new AppError('NOT_FOUND');
  const changed = await changeRecord(ports, {
    issueId: caller.issueId,
    commandId,
    begin: null,
    known: loaded.stored,
    plan: ({ outbox }) => {
      const notice = outbox.notices[handoffId];
      if (notice === undefined || !isUnsent(notice, ports.machine.now())) return NOTHING;
      const notices = { ...outbox.notices, [handoffId]: { ...notice, state: 'pending' as const, at: ports.machine.now() } };
      return { events: [], beside: { outbox: { ...outbox, notices } } };
    },
  });
  await requestFollowUp(ports, changed);
  return showScreen(ports, caller, { ...loaded, stored: changed.stored });
}
