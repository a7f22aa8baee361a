import { buildPackage, packageDigest, packageSizeBytes } from '../build-package';
import { optionsOf } from '../../type/type-options';
import type { Command, DecisionContext } from '../command';
import type { Decision, HandoffCase } from '../decision';
import { actorAccountId, decided, editingUser, headerFor, refuse, say } from '../decision';
import { flushText } from '../flush-text';
import { MAX_PACKAGE_BYTES } from '../limits';
import { isReceiverAway, offerTerms } from '../offer-terms';
import { isRealText } from '../real-text';
import { whatIsLeft } from '../what-is-left';
import { expireWaiver, findWaiver } from '../waiver';
import { evolveHandoff } from '../evolve-handoff';
import type { LoggedEvent } from '../event';
import { isSelfHandoff } from './begin';

/**
 * T5: asks the receiver to take the work on, with the digest of the package as it stands.
 *
 * Has one effect however often it comes: move, button, panel and schedule all issue it (design decision 6). Asked by a button with
 * something left it is refused; after a move the work item is already there, so the record says that it moved while incomplete.
 */
export function offer(subject: HandoffCase, command: Extract<Command, { type: 'offer' }>): Decision {
  const { handoff, context } = subject;
  const { path, handoffType, issue } = context;
  if (path === 'panel' && editingUser(context) === null) return refuse('FORBIDDEN');
  if (handoff.state === 'OFFERED' || handoff.state === 'IN_VERIFICATION') return explainLate(subject, command);
  const waiver = findWaiver(handoff, 'left', context.now);
  if (handoff.state === 'RETURNED' && waiver !== null) return offerReturned(subject, command);
  if (handoff.state !== 'DRAFT') return refuse('INVALID_STATE');

  const header = headerFor(subject);
  const left = whatIsLeft(handoff, handoffType, issue, context.now);
  const leftIds = left.map(({ id }) => id);
  const used: LoggedEvent[] = left.length > 0 && waiver !== null ? [say(header, { type: 'waiver.used', kind: 'left' })] : [];
  // Nobody can let pass that nobody is asked: without a receiver, or with the sender as one, there is no offer to make.
  if (left.length > 0 && (waiver === null || leftIds.includes('receiver'))) {
    const onlyReceiver = left.every(({ kind }) => kind === 'receiver');
    if (path === 'panel') return onlyReceiver && isSelfHandoff(handoff, context) ? refuse('SELF_HANDOFF') : refuse('NOT_READY', { left });
    if (handoff.movedIncompleteAt !== null) return decided();
    return decided(
      ...flushText(handoff, header),
      ...expireWaiver(handoff, header),
      ...used,
      say(header, { type: 'moved_incomplete', leftIds }),
    );
  }
  const handoffPackage = buildPackage(handoff, handoffType, issue);
  if (handoffPackage === null) return refuse('RECEIVER_MISSING');
  if (packageSizeBytes(handoffPackage) > MAX_PACKAGE_BYTES) return refuse('PACKAGE_TOO_LARGE');
  const override = command.readinessOverride ?? '';
  // A work item that has moved cannot be held back any more; the button can (S-050).
  if (path === 'panel' && mustExplain(context) && !isRealText(override)) {
    if (findWaiver(handoff, 'readiness', context.now) === null) return refuse('RECEIVER_NOT_READY');
    if (used.length === 0) used.push(say(header, { type: 'waiver.used', kind: 'readiness' }));
  }
  const { receiver } = handoffPackage;
  const digest = packageDigest(handoffPackage, context.sha256);
  const offered = say(header, {
    type: 'offered',
    by: actorAccountId(context.actor),
    receiver,
    digest,
    ...(left.length === 0 ? {} : { waivedIds: leftIds }),
    ...offerTerms(subject, receiver, { at: header.at, override }),
  });
  return decided(...flushText(handoff, header), ...expireWaiver(handoff, header), ...used, offered);
}

/** The move's own event may have come first: the reason that only the person who pressed the button knows is added to what it did. */
function explainLate({ record, handoff, context }: HandoffCase, { readinessOverride = '' }: Extract<Command, { type: 'offer' }>): Decision {
  const by = editingUser(context);
  const isLate = handoff.state === 'OFFERED' && handoff.offer?.readinessOverride === undefined;
  if (by === null || context.path !== 'panel' || !isLate || !isRealText(readinessOverride) || !isReceiverAway(context)) return decided();
  return decided(say(headerFor({ record, handoff, context }), { type: 'readiness.overridden', by, reason: readinessOverride.trim() }));
}

/** Under a waiver a returned handoff goes out as it is: its next attempt begins and is offered at once. */
function offerReturned({ record, handoff, context }: HandoffCase, command: Extract<Command, { type: 'offer' }>): Decision {
  const by = actorAccountId(context.actor) ?? handoff.sender.value ?? handoff.createdBy;
  const revised = { ...headerFor({ record, handoff, context }), attempt: handoff.attempt + 1, type: 'revised', by } as const;
  const next = offer({ record, handoff: evolveHandoff(handoff, revised), context }, command);
  return next.ok ? decided(revised, ...next.events) : next;
}

/** Whether a reason is due: the receiver is away and the type stops a handoff then. */
function mustExplain(context: DecisionContext): boolean {
  return optionsOf(context.handoffType).readiness === 'blocks' && isReceiverAway(context);
}

/** T13: begins the next attempt without changing a field yet. */
export function revise({ record, handoff, context }: HandoffCase): Decision {
  const by = editingUser(context);
  if (by === null) return refuse('FORBIDDEN');
  if (handoff.state !== 'RETURNED') return refuse('INVALID_STATE');
  return decided(say({ ...headerFor({ record, handoff, context }), attempt: handoff.attempt + 1 }, { type: 'revised', by }));
}
