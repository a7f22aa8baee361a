import type { Command } from '../command';
import type { Decision, HandoffCase } from '../decision';
import { actingUser, decided, headerFor, refuse, say } from '../decision';
import { trimmedOrNull } from '../real-text';
import { openOffer, receiverTurn } from '../receiving-side';
import { drawQuestions, hasSecondSignature, isSecondPerson, levelOf, passesByItself, readbackStanding } from '../verification';

/**
 * T10: the receiver answers questions about what they were handed, in their own words; a first try and one retry per offer (S-059, S-060).
 *
 * Needs the digest of the present offer. A blank answer is refused and costs no try; a copy of the sender's words fails.
 */
export function readback(subject: HandoffCase, command: Extract<Command, { type: 'readback' }>): Decision {
  const { handoff, context } = subject;
  const turn = receiverTurn(subject, false);
  if ('refusal' in turn) return turn;
  if (command.digest !== handoff.offer?.digest) return refuse('STALE_PACKAGE');
  const standing = readbackStanding(handoff, context.handoffType, turn.user);
  if (standing === 'failed') return refuse('READBACK_FAILED');
  if (standing !== 'first' && standing !== 'again') return refuse('INVALID_STATE');
  const questions = drawQuestions(handoff, context.handoffType);
  const given = new Map(command.answers.map(({ questionId, text }) => [questionId, text]));
  if (given.size !== questions.length || command.answers.length !== given.size) return refuse('INVALID_VALUE');
  const answers: { questionId: string; text: string; passed: boolean }[] = [];
  for (const { questionId } of questions) {
    const text = given.get(questionId);
    if (text === undefined) return refuse('INVALID_VALUE');
    const said = trimmedOrNull(text);
    if (said === null) return refuse('TEXT_REQUIRED');
    answers.push({ questionId, text: said, passed: passesByItself(questionId, said, handoff) });
  }
  return decided(...turn.first, say(turn.header, { type: 'readback.submitted', by: turn.user, answers }));
}

/**
 * The sender hears the newest readback back: yes, that is it, or what it should say instead. A correction makes that readback a failed one;
 * after acceptance it only tells the receiver.
 */
export function hearback(subject: HandoffCase, command: Extract<Command, { type: 'hearback' }>): Decision {
  const { handoff, context } = subject;
  const user = actingUser(context);
  if (user === null || user !== handoff.sender.value) return refuse('FORBIDDEN');
  const last = handoff.offer?.readbacks?.at(-1);
  if ((handoff.state !== 'IN_VERIFICATION' && handoff.state !== 'ACCEPTED') || last === undefined) return refuse('INVALID_STATE');
  if (last.heard !== undefined) return refuse('INVALID_STATE');
  const corrections = command.corrections.map(({ questionId, text }) => ({ questionId, text: text.trim() }));
  if (corrections.some(({ text }) => text === '')) return refuse('TEXT_REQUIRED');
  const known = new Set(last.answers.map(({ questionId }) => questionId));
  const named = new Set(corrections.map(({ questionId }) => questionId));
  if (named.size !== corrections.length || [...named].some((id) => !known.has(id))) return refuse('INVALID_VALUE');
  const header = headerFor(subject);
  return decided(
    corrections.length === 0
      ? say(header, { type: 'readback.confirmed', by: user })
      : say(header, { type: 'readback.corrected_by_sender', by: user, corrections }),
  );
}

/**
 * Level 3: a second person signs off on the present offer, before or after the readback: another member of the receiving group or role, or
 * the accountable person. Never the sender and never who accepts.
 */
export function countersign(subject: HandoffCase, command: Extract<Command, { type: 'countersign' }>): Decision {
  const { handoff, context } = subject;
  const { handoffType, actorIsCandidate: isCandidate } = context;
  const offer = openOffer(handoff);
  const accountId = actingUser(context);
  if (accountId === null) return refuse('FORBIDDEN');
  if (offer === null) return refuse('INVALID_STATE');
  if (!isSecondPerson(handoff, handoffType, { accountId, isCandidate })) return refuse('FORBIDDEN');
  if (levelOf(handoff, handoffType) < 3) return refuse('INVALID_STATE');
  if (command.digest !== offer.digest) return refuse('STALE_PACKAGE');
  // A signer who took the handoff over since, or became its sender, is no second person any more.
  if (hasSecondSignature(handoff, offer.takenBy)) return offer.secondSignature?.by === accountId ? decided() : refuse('INVALID_STATE');
  return decided(say(headerFor(subject), { type: 'countersigned', by: accountId, digest: command.digest }));
}
