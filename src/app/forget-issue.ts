import { evolveAll } from '../domain/handoff/evolve';
import { requestFollowUp } from './command/request-follow-up';
import { decideOn } from './command/decide-on';
import type { AppPorts } from './ports/app-ports';
import type { RecordHistory } from './ports/record-store';
import { changeRecord, type Plan } from './record/change-record';
import { eraseHistory } from './record/erase-history';
import { toFactsSeen } from './record/issue-facts';
import { toMirrorValue } from './record/mirror-value';
import { getPinnedType, type StoredRecord } from './record/stored-record';

/**
 * A work item was deleted (T21, E17): every live handoff ends voided, what anybody wrote is erased, the gate forgets it, and nothing is
 * sent or written for it any more. Rows stay for the numbers; lists show only what Jira shows. Repeated, it changes nothing.
 */
export async function forgetIssue(
  ports: Pick<AppPorts, 'queue' | 'machine' | 'decide' | 'log'> & { readonly records: RecordHistory },
  issueId: string,
): Promise<void> {
  const changed = await changeRecord(ports, { issueId, commandId: null, begin: null, plan: (found) => planEnd(found, ports) });
  if (changed.stored === null) return;
  await requestFollowUp(ports, changed);
  const { stored } = changed;
  await eraseHistory(
    ports.records,
    stored,
    stored.record.ended.map(({ handoffId }) => handoffId),
  );
}

function planEnd(found: StoredRecord, { machine, decide }: Pick<AppPorts, 'machine' | 'decide'>): Plan {
  const events = found.record.handoffs.flatMap((handoff) => {
    const command = { type: 'void', handoffId: handoff.handoffId, reason: 'deleted' } as const;
    return decideOn(found, command, getPinnedType(found, handoff), {
      actor: { kind: 'system' },
      path: 'other',
      commandId: machine.newId(),
      facts: toFactsSeen(found.seen),
      canEdit: false,
      isCandidate: false,
      defaultReceiver: null,
      machine,
      decide,
    }).events;
  });
  const after = { ...found, record: evolveAll(found.record, events) };
  return { events, erasesTexts: true, beside: { outbox: { mirror: toMirrorValue(after), notices: {} } } };
}
