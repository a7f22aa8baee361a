import type { HandoffScreen } from '../contract/handoff-screen';
import { openEvent, type StoredEvent } from '../domain/audit/event-chain';
import { ERASED_TEXT } from '../domain/audit/former-person';
import type { Command } from '../domain/handoff/command';
import type { LoggedEvent } from '../domain/handoff/event';
import { replay } from '../domain/handoff/evolve';
import { isHighRisk } from '../domain/handoff/high-risk';
import type { Entry } from '../domain/handoff/handoff';
import { AppError } from './app-error';
import { readStore } from './store-trouble';
import { runCommand, type CommandPorts } from './command/run-command';
import type { AppPorts, IssueCaller } from './ports/app-ports';
import type { RecordHistory } from './ports/record-store';
import type { StoredRecord } from './record/stored-record';
import { showScreen } from './screen/show-screen';

/** Begins a new draft with what a withdrawn handoff held when it was withdrawn, as its history tells: also where it was never handed over. */
export async function startAgain(
  ports: CommandPorts & Pick<AppPorts, 'people'> & { readonly records: RecordHistory },
  caller: IssueCaller,
  { commandId, handoffId }: { readonly commandId: string; readonly handoffId: string },
): Promise<HandoffScreen> {
  const stored = await readStore(ports.records.find(caller.issueId));
  const ended = stored?.record.ended.find((each) => each.handoffId === handoffId);
  if (stored === null || ended === undefined) throw new AppError('NOT_FOUND');
  const events = await readStore(ports.records.listEvents(handoffId, stored.chains[handoffId]?.seq ?? 0));
  const content = toContent(stored, events);
  const ran = await runCommand(ports, caller, { commandId, toCommand: () => ({ type: 'startAgain', typeId: ended.typeId, ...content }) });
  return showScreen(ports, caller, ran);
}

/** The draft as it stood before it ended. Text that was erased meanwhile stays away. */
function toContent(
  { record }: StoredRecord,
  stored: readonly StoredEvent[],
): Omit<Extract<Command, { type: 'startAgain' }>, 'type' | 'typeId'> {
  const log = stored.map((event) => openEvent(event) as LoggedEvent).filter(({ type }) => type !== 'cancelled' && type !== 'closed');
  const handoff = replay(record.issueId, record.projectId, log).handoffs[0];
  return {
    items: valuesOf(handoff?.items ?? {}),
    note: valuesOf(handoff?.note ?? {}),
    isHighRisk: isHighRisk(handoff ?? null),
    receiver: holdsErased(handoff?.receiver?.value) ? null : (handoff?.receiver?.value ?? null),
  };
}

function valuesOf<T>(entries: Readonly<Record<string, Entry<T>>>): Record<string, T> {
  return Object.fromEntries(
    Object.entries(entries).flatMap(([id, { value }]) => (value === null || holdsErased(value) ? [] : [[id, value] as const])),
  );
}

function holdsErased(value: unknown): boolean {
  return value !== undefined && JSON.stringify(value).includes(ERASED_TEXT);
}
