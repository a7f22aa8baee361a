import { buildPackage, packageDigest, packageSizeBytes } from '../build-package';
import type { Command } from '../command';
import type { Decision, HandoffCase } from '../decision';
import { actingUser, decided, headerFor, refuse, say } from '../decision';
import { evolveHandoff } from '../evolve-handoff';
import { MAX_PACKAGE_BYTES } from '../limits';
import { offerTerms } from '../offer-terms';
import { isNamed, isPool, sameReceiver } from '../receiver';
import { maySelf } from '../self-handoff';
import { isOnSendingSide } from '../receiving-side';

/**
 * T14: offers it to somebody else before it is taken. The receiver is part of the package, so the digest is new, and so is the
 * time since when it waits.
 */
export function changeReceiver(subject: HandoffCase, command: Extract<Command, { type: 'changeReceiver' }>): Decision {
  const { handoff, context } = subject;
  const by = actingUser(context);
  if (by === null || (by !== handoff.sender.value && !context.actorCanEdit)) return refuse('FORBIDDEN');
  if (handoff.state !== 'OFFERED' || handoff.offer === null) return refuse('INVALID_STATE');
  const { receiver } = command;
  if (sameReceiver(receiver, handoff.offer.receiver)) return decided();
  const isSelf = handoff.sender.value !== null && isNamed(receiver, handoff.sender.value);
  if (isSelf && !maySelf(handoff, context.handoffType)) return refuse('SELF_HANDOFF');

  const header = headerFor(subject);
  const body = { type: 'receiver_changed', by, receiver, version: (handoff.receiver?.version ?? 0) + 1 } as const;
  const changed = { ...evolveHandoff(handoff, { ...header, ...body }), offer: null };
  const handoffPackage = buildPackage(changed, context.handoffType, context.issue);
  if (handoffPackage === null) return refuse('RECEIVER_MISSING');
  if (packageSizeBytes(handoffPackage) > MAX_PACKAGE_BYTES) return refuse('PACKAGE_TOO_LARGE');
  const digest = packageDigest(handoffPackage, context.sha256);
  const terms = offerTerms({ ...subject, handoff: changed }, receiver, { at: header.at });
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
