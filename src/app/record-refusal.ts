import { decideOn, findLive } from './command/decide-on';
import { requestFollowUp } from './command/request-follow-up';
import { AppError } from './app-error';
import type { AppPorts } from './ports/app-ports';
import { changeRecord, NOTHING } from './record/change-record';
import { toFactsSeen } from './record/issue-facts';
import { getPinnedType } from './record/stored-record';

/** Keeps what was missing when the gate stopped a move, or would have: for the history and for the most missed item. */
export async function recordRefusal(
  ports: Pick<AppPorts, 'records' | 'queue' | 'machine' | 'decide' | 'log'>,
  {
    issueId,
    handoffId,
    missedIds,
    observed,
  }: { readonly issueId: string; readonly handoffId: string; readonly missedIds: readonly string[]; readonly observed: boolean },
): Promise<void> {
  const changed = await changeRecord(ports, {
    issueId,
    commandId: null,
    begin: null,
    plan: (found) => {
      const handoff = findLive(found, handoffId);
      if (handoff === null) return NOTHING;
      try {
        return decideOn(found, { type: 'recordRefusal', handoffId, missedIds, observed }, getPinnedType(found, handoff), {
          actor: { kind: 'system' },
          path: 'move',
          commandId: ports.machine.newId(),
          facts: toFactsSeen(found.seen),
          canEdit: false,
          isCandidate: false,
          defaultReceiver: null,
          machine: ports.machine,
          decide: ports.decide,
        });
      } catch (error) {
        if (error instanceof AppError) return NOTHING;
        throw error;
      }
    },
  });
  await requestFollowUp(ports, changed);
}
