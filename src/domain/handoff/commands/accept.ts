import type { Command } from '../command';
import type { Decision, HandoffCase } from '../decision';
import { decided, refuse, say } from '../decision';
import type { AccountId, Handoff, Offer } from '../handoff';
import { isRealText, trimmedOrNull } from '../real-text';
import { receiverTurn } from '../receiving-side';
import { reliedFacts } from '../relied-facts';
import {
  faultOfOwnWords,
  hasSecondSignature,
  haveTalked,
  isVerificationWaived,
  levelOf,
  readBackAsNextStep,
  readbackStanding,
} from '../verification';
import type { HandoffType } from '../../type/handoff-type';

/**
 * T11: the receiver signs off the package they saw; from here the work is theirs (I2).
 *
 * Needs the digest of the current offer (I5) and what the level asks for (S-060): from 1 on the next step, from 2 on in the receiver's own
 * words with a readback that stands, from 3 on a second person's sign-off. What the accountable person waived is not asked for, and the
 * acceptance says so (S-058).
 */
export function accept(subject: HandoffCase, command: Extract<Command, { type: 'accept' }>): Decision {
  const turn = receiverTurn(subject, false);
  if ('refusal' in turn) return turn;
  const { handoff, context } = subject;
  const { handoffType, issue } = context;
  const { offer } = handoff;
  if (offer === null || command.digest !== offer.digest) return refuse('STALE_PACKAGE');
  const level = levelOf(handoff, handoffType);
  const missing = missingVerification(handoff, offer, handoffType, turn.user);
  const isWaived = missing !== null && isVerificationWaived(offer, turn.header.at);
  if (missing !== null && !isWaived) return refuse(missing);
  const nextStep = trimmedOrNull(command.nextStep) ?? (level >= 2 ? readBackAsNextStep(handoff, handoffType, turn.user) : null);
  if (level >= 1 && (nextStep === null || !isRealText(nextStep))) return refuse('NEXT_STEP_REQUIRED');
  const fault = level >= 2 ? faultOfOwnWords(nextStep ?? '', handoff) : null;
  if (fault !== null) return refuse(fault);
  const facts = reliedFacts(handoff, handoffType, issue, context.sha256);
  const accepted = say(turn.header, {
    type: 'accepted',
    by: turn.user,
    nextStep,
    digest: command.digest,
    ...(isWaived ? { waived: true } : {}),
    ...(facts.length === 0 ? {} : { facts }),
  });
  return decided(...turn.first, accepted);
}

function missingVerification(
  handoff: Handoff,
  offer: Offer,
  type: HandoffType,
  user: AccountId,
): 'READBACK_REQUIRED' | 'READBACK_FAILED' | 'SECOND_SIGNATURE_MISSING' | null {
  const standing = readbackStanding(handoff, type, user);
  if (standing === 'first' || standing === 'again') return 'READBACK_REQUIRED';
  if (standing === 'failed' && !haveTalked(handoff)) return 'READBACK_FAILED';
  return levelOf(handoff, type) >= 3 && !hasSecondSignature(offer, user) ? 'SECOND_SIGNATURE_MISSING' : null;
}
