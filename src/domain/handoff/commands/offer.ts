import { buildPackage, packageDigest, packageSizeBytes } from '../build-package';
import { optionsOf } from '../../type/type-options';
import type { Command, DecisionContext } from '../command';
import type { Decision, HandoffCase } from '../decision';
import { actingUser, actorAccountId, decided, headerFor, refuse, say } from '../decision';
import { flushText } from '../flush-text';
import { MAX_PACKAGE_BYTES } from '../limits';
import { isReceiverAway, offerTerms } from '../offer-terms';
import { isRealText } from '../real-text';
import { whatIsLeft } from '../what-is-left';
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
  if (path === 'panel' && (actingUser(context) === null || !context.actorCanEdit)) return refuse('FORBIDDEN');
  if (handoff.state === 'OFFERED' || handoff.state === 'IN_VERIFICATION') return decided();
  if (handoff.state !== 'DRAFT') return refuse('INVALID_STATE');

  const header = headerFor(subject);
  const left = whatIsLeft(handoff, handoffType, issue);
  if (left.length > 0 && path === 'panel') {
    const onlyReceiver = left.every(({ kind }) => kind === 'receiver');
    return onlyReceiver && isSelfHandoff(handoff, context) ? refuse('SELF_HANDOFF') : refuse('NOT_READY', { left });
  }
  if (left.length > 0) {
    if (handoff.movedIncompleteAt !== null) return decided();
    return decided(...flushText(handoff, header), say(header, { type: 'moved_incomplete', leftIds: left.map(({ id }) => id) }));
  }
  const handoffPackage = buildPackage(handoff, handoffType, issue);
  if (handoffPackage === null) return refuse('RECEIVER_MISSING');
  if (packageSizeBytes(handoffPackage) > MAX_PACKAGE_BYTES) return refuse('PACKAGE_TOO_LARGE');
  const override = command.readinessOverride ?? '';
  // A work item that has moved cannot be held back any more; the button can (S-050).
  if (path === 'panel' && mustExplain(context) && !isRealText(override)) return refuse('RECEIVER_NOT_READY');
  const { receiver } = handoffPackage;
  const digest = packageDigest(handoffPackage, context.sha256);
  const terms = offerTerms(subject, receiver, { at: header.at, override });
  const offered = say(header, { type: 'offered', by: actorAccountId(context.actor), receiver, digest, ...terms });
  return decided(...flushText(handoff, header), offered);
}

/** Whether a reason is due: the receiver is away and the type stops a handoff then. */
function mustExplain(context: DecisionContext): boolean {
  return optionsOf(context.handoffType).readiness === 'blocks' && isReceiverAway(context);
}

/** T13: begins the next attempt without changing a field yet. */
export function revise({ record, handoff, context }: HandoffCase): Decision {
  const by = actingUser(context);
  if (by === null || !context.actorCanEdit) return refuse('FORBIDDEN');
  if (handoff.state !== 'RETURNED') return refuse('INVALID_STATE');
  return decided(say({ ...headerFor({ record, handoff, context }), attempt: handoff.attempt + 1 }, { type: 'revised', by }));
}
