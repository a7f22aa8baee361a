import { buildPackage, packageDigest, packageSizeBytes } from '../build-package';
import type { Command } from '../command';
import type { Decision, HandoffCase } from '../decision';
import { actingUser, decided, headerFor, refuse, say } from '../decision';
import { evolveHandoff } from '../evolve-handoff';
import { MAX_PACKAGE_BYTES } from '../limits';
import { offerTerms } from '../offer-terms';
import { optionsOf } from '../../type/type-options';
import type { AccountId, Receiver } from '../handoff';
import { isNamed, isPool, sameReceiver } from '../receiver';
import { maySelf } from '../self-handoff';
import { isOnSendingSide, openOffer } from '../receiving-side';
import { standsIn } from '../standing-in';

/**
 * T14: offers it to somebody else before it is accepted. The receiver is part of the package, so the digest is new, and so is the time
 * since when it waits.
 *
 * The sending side may until somebody took it, the sender also after that where whoever took it left (E1); the accountable person and a
 * project admin at any time before acceptance, in a draft too.
 */
export function changeReceiver(subject: HandoffCase, command: Extract<Command, { type: 'changeReceiver' }>): Decision {
  const { handoff, context } = subject;
  const by = actingUser(context);
  const isSendingSide = by === handoff.sender.value || context.actorCanEdit;
  const mayStepIn = standsIn(context);
  if (by === null || (!isSendingSide && !mayStepIn)) return refuse('FORBIDDEN');
  const { receiver } = command;
  if (handoff.state === 'DRAFT' && mayStepIn) return changeInDraft(subject, by, receiver);
  const isOpen = handoff.state === 'OFFERED' || (handoff.state === 'IN_VERIFICATION' && (mayStepIn || context.receiverIsGone === true));
  if (!isOpen || handoff.offer === null) return refuse('INVALID_STATE');
  if (sameReceiver(receiver, handoff.offer.receiver) && handoff.offer.takenBy === null) return decided();
  return offerTo(subject, { by, receiver });
}

/**
 * E25: whoever is asked, or took it, passes it on to somebody else, who then is asked anew; who passed it on stays known. Only where the
 * type has an accountable person, who sees to it that it does not go round in circles.
 */
export function delegate(subject: HandoffCase, { to }: Extract<Command, { type: 'delegate' }>): Decision {
  const { handoff, context } = subject;
  const by = actingUser(context);
  if (by === null || optionsOf(context.handoffType).accountableId === null) return refuse('FORBIDDEN');
  const offer = openOffer(handoff);
  if (offer === null) return refuse('INVALID_STATE');
  const isAsked = offer.takenBy === null ? isNamed(offer.receiver, by) : offer.takenBy === by;
  if (!isAsked || by === handoff.sender.value) return refuse('FORBIDDEN');
  if (to === by) return decided();
  return offerTo(subject, { by, receiver: { kind: 'person', accountId: to }, delegatedFrom: by });
}

function changeInDraft(subject: HandoffCase, by: AccountId, receiver: Receiver): Decision {
  const { handoff } = subject;
  if (sameReceiver(receiver, handoff.receiver?.value ?? null)) return decided();
  if (isRefusedSelf(subject, receiver)) return refuse('SELF_HANDOFF');
  return decided(say(headerFor(subject), { type: 'receiver_changed', by, receiver, version: (handoff.receiver?.version ?? 0) + 1 }));
}

/** Whether the sender would receive it although they may not (I6, E2). */
function isRefusedSelf({ handoff, context }: HandoffCase, receiver: Receiver): boolean {
  return handoff.sender.value !== null && isNamed(receiver, handoff.sender.value) && !maySelf(handoff, context.handoffType);
}

/** What was let pass before stays so: the new receiver sees the same list. */
function offerTo(
  subject: HandoffCase,
  { by, receiver, delegatedFrom }: { readonly by: AccountId; readonly receiver: Receiver; readonly delegatedFrom?: AccountId },
): Decision {
  const { handoff, context } = subject;
  if (isRefusedSelf(subject, receiver)) return refuse('SELF_HANDOFF');
  const header = headerFor(subject);
  const version = (handoff.receiver?.version ?? 0) + 1;
  const body = { type: 'receiver_changed', by, receiver, version, ...(delegatedFrom === undefined ? {} : { delegatedFrom }) } as const;
  const changed = { ...evolveHandoff(handoff, { ...header, ...body }), offer: null };
  const handoffPackage = buildPackage(changed, context.handoffType, context.issue);
  if (handoffPackage === null) return refuse('RECEIVER_MISSING');
  if (packageSizeBytes(handoffPackage) > MAX_PACKAGE_BYTES) return refuse('PACKAGE_TOO_LARGE');
  const digest = packageDigest(handoffPackage, context.sha256);
  const waivedIds = handoff.offer?.waived;
  const terms = {
    ...(waivedIds === undefined ? {} : { waivedIds }),
    ...offerTerms({ ...subject, handoff: changed }, receiver, { at: header.at }),
  };
  return decided(say(header, body), say(header, { type: 'offered', by, receiver, digest, ...terms }));
}

/** Reminds a named receiver, at most once per offer. A pool is not reminded: nobody of it was asked (experience.md 1). */
export function remind(subject: HandoffCase): Decision {
  const { handoff, context } = subject;
  const by = actingUser(context);
  if (by === null || !isOnSendingSide(handoff, context)) return refuse('FORBIDDEN');
  if (handoff.state !== 'OFFERED' || handoff.offer === null || isPool(handoff.offer.receiver)) return refuse('INVALID_STATE');
  if (handoff.offer.remindedAt !== null) return refuse('ALREADY_REMINDED');
  return decided(say(headerFor(subject), { type: 'reminded', by }));
}
