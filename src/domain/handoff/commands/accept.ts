import type { Command } from '../command';
import type { Decision, HandoffCase } from '../decision';
import { decided, refuse, say } from '../decision';
import { isRealText, trimmedOrNull } from '../real-text';
import { needsTalk } from '../talk-advice';
import { findWaiver } from '../waiver';
import { receiverTurn } from '../receiving-side';

/**
 * T11: the receiver signs off the package they saw; from here the work is theirs (I2).
 *
 * Needs the digest of the current offer (I5) and, where the type asks for it, the next step in the receiver's words (S-059).
 */
export function accept(subject: HandoffCase, command: Extract<Command, { type: 'accept' }>): Decision {
  const turn = receiverTurn(subject, false);
  if ('refusal' in turn) return turn;
  if (command.digest !== subject.handoff.offer?.digest) return refuse('STALE_PACKAGE');
  const nextStep = trimmedOrNull(command.nextStep);
  const isAlone = subject.handoff.offer.self === true;
  if (!isAlone && subject.context.handoffType.nextStepRequired && (nextStep === null || !isRealText(nextStep)))
    return refuse('NEXT_STEP_REQUIRED');
  const mustTalk = needsTalk(subject.handoff, subject.context.handoffType, turn.user);
  if (mustTalk && findWaiver(subject.handoff, 'talk', subject.context.now) === null) return refuse('TALK_REQUIRED');
  const used = mustTalk ? [say(turn.header, { type: 'waiver.used', kind: 'talk' })] : [];
  return decided(...turn.first, ...used, say(turn.header, { type: 'accepted', by: turn.user, nextStep, digest: command.digest }));
}
