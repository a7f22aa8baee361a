import { buildPackage } from '../../domain/handoff/build-package';
import type { Sides } from '../../domain/calendar/side-time';
import type { Actor, Command, DecisionContext, IssueFacts } from '../../domain/handoff/command';
import type { Decide } from '../../domain/handoff/decide';
import { evolveAll } from '../../domain/handoff/evolve';
import type { HandoffEvent } from '../../domain/handoff/event';
import type { AccountId, Handoff, Path, Receiver } from '../../domain/handoff/handoff';
import type { HandoffPackage } from '../../domain/handoff/handoff-package';
import type { HandoffType } from '../../domain/type/handoff-type';
import { toAppError } from '../app-error';
import type { Machine } from '../ports/machine';
import type { Plan } from '../record/change-record';
import { toTypeRef, type StoredRecord } from '../record/stored-record';

/** What a decision needs besides record, command and type. */
export interface DecideWith extends Pick<DecisionContext, 'actorIsProjectAdmin' | 'actorIsInWaiverGroup' | 'receiverIsGone'> {
  readonly actor: Actor;
  readonly path: Path;
  readonly commandId: string;
  readonly facts: IssueFacts;
  readonly canEdit: boolean;
  readonly isCandidate: boolean;
  readonly defaultReceiver: Receiver | null;
  /** When the two sides work, where the type asks for it. */
  readonly sides?: Sides | undefined;
  readonly machine: Machine;
  readonly decide: Decide;
}

/** What a command comes to on a stored record, as a plan for the transaction; the refusal is thrown. */
export function decideOn(stored: StoredRecord, command: Command, handoffType: HandoffType, given: DecideWith): Plan {
  const { machine } = given;
  const decision = given.decide(stored.record, command, {
    now: machine.now(),
    actor: given.actor,
    path: given.path,
    commandId: given.commandId,
    handoffType,
    issue: given.facts,
    actorCanEdit: given.canEdit,
    actorIsCandidate: given.isCandidate,
    ...(given.actorIsProjectAdmin === undefined ? {} : { actorIsProjectAdmin: given.actorIsProjectAdmin }),
    ...(given.actorIsInWaiverGroup === undefined ? {} : { actorIsInWaiverGroup: given.actorIsInWaiverGroup }),
    ...(given.receiverIsGone === undefined ? {} : { receiverIsGone: given.receiverIsGone }),
    defaultReceiver: given.defaultReceiver,
    ...(given.sides === undefined ? {} : { sides: given.sides }),
    sha256: machine.sha256,
    newId: machine.newId,
  });
  if (!decision.ok) throw toAppError(decision.refusal);
  const { events } = decision;
  const begins = events.some(({ type }) => type === 'created');
  return {
    events,
    packages: listPackages(stored, events, handoffType, given.facts),
    ...(begins ? { beside: { types: { ...stored.types, [toTypeRef(handoffType.typeId, handoffType.version)]: handoffType } } } : {}),
  };
}

/** The package of every handoff these events offer, as it was digested. */
function listPackages(stored: StoredRecord, events: readonly HandoffEvent[], type: HandoffType, facts: IssueFacts): HandoffPackage[] {
  if (!events.some((event) => event.type === 'offered')) return [];
  const after = evolveAll(stored.record, events);
  return events.flatMap((event) => {
    if (event.type !== 'offered') return [];
    const handoff = after.handoffs.find(({ handoffId }) => handoffId === event.handoffId);
    return handoff === undefined ? [] : (buildPackage(handoff, type, facts) ?? []);
  });
}

/** The live handoff with this id; null when it ended or never was. */
export function findLive(stored: StoredRecord | null, handoffId: string): Handoff | null {
  return stored?.record.handoffs.find((handoff) => handoff.handoffId === handoffId) ?? null;
}

/** A person acting from a surface of Baton. */
export function toUser(accountId: AccountId): Actor {
  return { kind: 'user', accountId };
}
