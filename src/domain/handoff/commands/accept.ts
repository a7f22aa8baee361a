import type { HandoffType } from '../../type/handoff-type';
import type { Command } from '../command';
import type { Decision, HandoffCase } from '../decision';
import { decided, refuse, say } from '../decision';
import type { AccountId, Handoff, WaiverKind } from '../handoff';
import { isRealText, trimmedOrNull } from '../real-text';
import { receiverTurn } from '../receiving-side';
import { reliedFacts } from '../relied-facts';
import { isTalkConfirmed, needsTalk } from '../talk-advice';
import { faultOfOwnWords, hasSecondSignature, levelOf, readBackAsNextStep, readbackStanding } from '../verification';
import { findWaiver } from '../waiver';

/**
 * T11: the receiver signs off the package they saw; from here the work is theirs (I2).
 *
 * Needs the digest of the current offer (I5), a talk where the type demands it (S-120), and what the level asks for (S-060): from 1 on the
 * next step, from 2 on in the receiver's own words with a readback that stands, from 3 on a second person's sign-off. What a waiver lets go
 * is not asked for, and the acceptance says so (T24, S-058). Nobody proves anything to themselves (E2).
 */
export function accept(subject: HandoffCase, command: Extract<Command, { type: 'accept' }>): Decision {
  const turn = receiverTurn(subject, false);
  if ('refusal' in turn) return turn;
  const { handoff, context } = subject;
  const { handoffType, issue, now } = context;
  const { offer } = handoff;
  if (offer === null || command.digest !== offer.digest) return refuse('STALE_PACKAGE');
  const missing = whatIsMissing(handoff, handoffType, turn.user);
  const refused = missing.find(({ kind }) => findWaiver(handoff, kind, now) === null);
  if (refused !== undefined) return refuse(refused.code);
  const level = levelOf(handoff, handoffType);
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
    ...(missing.some(({ kind }) => kind === 'readback') ? { waived: true } : {}),
    ...(facts.length === 0 ? {} : { facts }),
  });
  // One waiver, one use, however much it lets go.
  const used = missing.slice(0, 1).map(({ kind }) => say(turn.header, { type: 'waiver.used', kind }));
  return decided(...turn.first, ...used, accepted);
}

interface Missing {
  readonly kind: Extract<WaiverKind, 'talk' | 'readback'>;
  readonly code: 'TALK_REQUIRED' | 'READBACK_REQUIRED' | 'READBACK_FAILED' | 'SECOND_SIGNATURE_MISSING';
}

/** What accepting takes besides the next step and has not got, in the order in which it is asked for. */
function whatIsMissing(handoff: Handoff, type: HandoffType, user: AccountId): readonly Missing[] {
  const talk: readonly Missing[] = needsTalk(handoff, type, user) ? [{ kind: 'talk', code: 'TALK_REQUIRED' }] : [];
  const standing = readbackStanding(handoff, type, user);
  if (standing === 'first' || standing === 'again') return [...talk, { kind: 'readback', code: 'READBACK_REQUIRED' }];
  if (standing === 'failed' && !isTalkConfirmed(handoff, user)) return [...talk, { kind: 'readback', code: 'READBACK_FAILED' }];
  const lacksSecond = levelOf(handoff, type) >= 3 && !hasSecondSignature(handoff, user);
  return lacksSecond ? [...talk, { kind: 'readback', code: 'SECOND_SIGNATURE_MISSING' }] : talk;
}
