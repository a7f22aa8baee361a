import type { Command } from '../command';
import type { Decision, HandoffCase } from '../decision';
import { accepterActing, actingUser, decided, headerFor, refuse, say } from '../decision';
import type { HandoffState } from '../handoff';
import { trimmedOrNull } from '../real-text';
import { isOnSendingSide, receiverTurn, type ReceiverTurn } from '../receiving-side';
import { isAccountable } from '../standing-in';
import { hasSupport, isOpenQuestion } from '../support-window';

/** T8: the receiving side asks. An open question does not hold back acceptance; after it, its receiver asks on where there is support (S-029). */
export function ask(subject: HandoffCase, command: Extract<Command, { type: 'ask' }>): Decision {
  const turn = subject.handoff.state === 'ACCEPTED' ? supportTurn(subject) : receiverTurn(subject, true);
  if ('refusal' in turn) return turn;
  const text = trimmedOrNull(command.text);
  if (text === null) return refuse('TEXT_REQUIRED');
  const asked = say(turn.header, {
    type: 'question.asked',
    by: turn.user,
    questionId: subject.context.newId(),
    text,
    ...duringTalk(subject),
  });
  return decided(...turn.first, asked);
}

/** They talk from when one of them says so until the other confirms it (S-055). */
function duringTalk({ handoff: { talk } }: HandoffCase): { readonly duringTalk?: true } {
  return talk !== undefined && talk.confirmedBy === undefined ? { duringTalk: true } : {};
}

/** The receiver's right to ask after acceptance (S-029). */
function supportTurn(subject: HandoffCase): ReceiverTurn | Extract<Decision, { ok: false }> {
  const { context } = subject;
  const user = accepterActing(subject);
  if (!hasSupport(context.handoffType)) return refuse('INVALID_STATE');
  if (user === null) return refuse('FORBIDDEN');
  return { user, header: headerFor(subject), first: [] };
}

/** S-020: whoever asked takes an unanswered question back; it counts no more. */
export function withdrawQuestion(subject: HandoffCase, command: Extract<Command, { type: 'withdrawQuestion' }>): Decision {
  const { handoff, context } = subject;
  const user = actingUser(context);
  const question = handoff.questions.find(({ questionId }) => questionId === command.questionId);
  if (question === undefined) return refuse('NOT_FOUND');
  if (user === null || question.askedBy !== user) return refuse('FORBIDDEN');
  if (!ANSWERABLE.includes(handoff.state) || !isOpenQuestion(question)) return refuse('INVALID_STATE');
  return decided(say(headerFor(subject), { type: 'question.withdrawn', by: user, questionId: question.questionId }));
}

/** Questions outlive acceptance: the receiver may still wait for the answer. */
const ANSWERABLE: readonly HandoffState[] = ['OFFERED', 'IN_VERIFICATION', 'ACCEPTED'];

/** T8: the sending side answers, once per question. */
export function answer(subject: HandoffCase, command: Extract<Command, { type: 'answer' }>): Decision {
  const { handoff, context } = subject;
  const user = actingUser(context);
  const question = handoff.questions.find(({ questionId }) => questionId === command.questionId);
  if (user === null || !(isAccountable(context) || isOnSendingSide(handoff, context)) || question?.askedBy === user)
    return refuse('FORBIDDEN');
  if (!ANSWERABLE.includes(handoff.state)) return refuse('INVALID_STATE');
  if (question === undefined) return refuse('NOT_FOUND');
  if (!isOpenQuestion(question)) return refuse('INVALID_STATE');
  const text = trimmedOrNull(command.text);
  if (text === null) return refuse('TEXT_REQUIRED');
  return decided(say(headerFor(subject), { type: 'question.answered', by: user, questionId: question.questionId, text }));
}
