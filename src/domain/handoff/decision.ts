import type { Actor, DecisionContext, Refusal, RefusalCode } from './command';
import type { EventHeader, HandoffEvent, LoggedBody, LoggedEvent } from './event';
import type { AccountId, Handoff, HandoffRecord } from './handoff';
import { laterOf } from './instant';

/** What a command comes to: the events in the order they apply, none when there is nothing to do; or why not. */
export type Decision = { readonly ok: true; readonly events: readonly HandoffEvent[] } | { readonly ok: false; readonly refusal: Refusal };

/** A command's subject: the live handoff it names, within its record. */
export interface HandoffCase {
  readonly record: HandoffRecord;
  readonly handoff: Handoff;
  readonly context: DecisionContext;
}

/** A refusal; `details` are the fields that belong to the code. */
export function refuse(code: RefusalCode, details: Omit<Refusal, 'code'> = {}): { readonly ok: false; readonly refusal: Refusal } {
  return { ok: false, refusal: { code, ...details } };
}

/** A decision for these events. */
export function decided(...events: readonly HandoffEvent[]): Decision {
  return { ok: true, events };
}

/**
 * Envelope of the events a command causes on a live handoff.
 *
 * The instant never lies before the handoff's last change: two servers' clocks may differ, the order of events may not (I3).
 */
export function headerFor({ record, handoff, context }: HandoffCase): EventHeader {
  const { handoffId, typeId, typeVersion, attempt, changedAt } = handoff;
  return headerOf(record, { handoffId, typeId, typeVersion, attempt, at: laterOf(context.now, changedAt) }, context);
}

/** Envelope of the events of one command about one log, whether its handoff is live, ended or has none. */
export function headerOf(
  { issueId, projectId }: HandoffRecord,
  { handoffId, typeId, typeVersion, attempt, at }: Pick<EventHeader, 'handoffId' | 'typeId' | 'typeVersion' | 'attempt' | 'at'>,
  { actor, path, commandId }: Pick<DecisionContext, 'actor' | 'path' | 'commandId'>,
): EventHeader {
  return { handoffId, issueId, projectId, typeId, typeVersion, attempt, at, actor, path, commandId };
}

/** An event for the log. */
export function say(header: EventHeader, body: LoggedBody): LoggedEvent {
  return { ...header, ...body };
}

/** The acting person; null for automation and for Baton itself, which may not do what needs a person (domain.md 4.5). */
export function actingUser(context: Pick<DecisionContext, 'actor'>): AccountId | null {
  return context.actor.kind === 'user' ? context.actor.accountId : null;
}

/** The acting person where Jira lets them edit the work item, which preparing and handing off takes; else null. */
export function editingUser(context: Pick<DecisionContext, 'actor' | 'actorCanEdit'>): AccountId | null {
  return context.actorCanEdit ? actingUser(context) : null;
}

/** The acting person where it is who accepted; else null. */
export function accepterActing({ handoff, context }: Pick<HandoffCase, 'handoff' | 'context'>): AccountId | null {
  const user = actingUser(context);
  return user === handoff.acceptance?.by ? user : null;
}

/** Account id of whoever acts, as far as Jira named one. */
export function actorAccountId(actor: Actor): AccountId | null {
  return actor.kind === 'system' ? null : actor.accountId;
}
