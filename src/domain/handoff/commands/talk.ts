import type { Command } from '../command';
import type { Decision, HandoffCase } from '../decision';
import { actingUser, decided, headerFor, refuse, say } from '../decision';
import { openOffer, receiverTurn, type ReceiverTurn } from '../receiving-side';
import { isSelfOffer } from '../self-handoff';
import { isAccountable } from '../standing-in';
import { optionsOf } from '../../type/type-options';
import { trimmedOrNull } from '../real-text';
import { MIN_DETAILED_NOTE } from '../talk-advice';
import { isTalkOwed } from '../verification';

/** T9: either side says that they talked about it. The other one confirms it; said twice it has one effect. */
export function logTalk(subject: HandoffCase): Decision {
  const turn = pairTurn(subject);
  if ('refusal' in turn) return turn;
  const { talk } = subject.handoff;
  if (talk !== undefined && (talk.confirmedBy !== undefined || talk.loggedBy === turn.user)) return decided();
  if (talk !== undefined) return confirmBy(subject, turn);
  return decided(...turn.first, say(turn.header, { type: 'sync.logged', by: turn.user }));
}

/** T9: the other of the two confirms it, never who said it. */
export function confirmTalk(subject: HandoffCase): Decision {
  const turn = pairTurn(subject);
  return 'refusal' in turn ? turn : confirmBy(subject, turn);
}

function confirmBy({ handoff: { talk } }: HandoffCase, turn: ReceiverTurn): Decision {
  if (talk === undefined) return refuse('INVALID_STATE');
  if (talk.loggedBy === turn.user) return refuse('TALK_SAME_PERSON');
  if (talk.confirmedBy !== undefined) return decided();
  return decided(...turn.first, say(turn.header, { type: 'sync.confirmed', by: turn.user }));
}

/**
 * What stands for a talk that was not possible (S-120, S-140): the sender's video or detailed note, or the word of the person who answers
 * for the type, with a reason. Each says something or is refused.
 */
export function waiveTalk(subject: HandoffCase, command: Extract<Command, { type: 'waiveTalk' }>): Decision {
  const { handoff, context } = subject;
  const by = actingUser(context);
  const isItsOwn = command.instead === 'accountable' ? isAccountable(context) : by === handoff.sender.value;
  if (by === null || !isItsOwn) return refuse('FORBIDDEN');
  if (optionsOf(context.handoffType).talk === 'off' || !canTalk(subject)) return refuse('INVALID_STATE');
  const text = trimmedOrNull(command.text);
  if (text === null || !standsForTalk(command.instead, text)) return refuse('TALK_WAIVER_EMPTY');
  return decided(say(headerFor(subject), { type: 'talk.waived', by, instead: command.instead, text }));
}

function standsForTalk(instead: 'video' | 'note' | 'accountable', text: string): boolean {
  if (instead === 'video') return /^https?:\/\/\S+$/iu.test(text);
  return instead === 'accountable' || text.length >= MIN_DETAILED_NOTE;
}

/**
 * The sender, or whoever of the receiving side it is with; a named receiver takes it by that (experience.md 1). Talking counts where the type
 * has it, and where two failed readbacks leave no other way to accept.
 */
function pairTurn(subject: HandoffCase): ReceiverTurn | Extract<Decision, { ok: false }> {
  const { handoff, context } = subject;
  const user = actingUser(context);
  const isSender = user !== null && user === handoff.sender.value;
  const turn = isSender ? { user, header: headerFor(subject), first: [] } : receiverTurn(subject, false);
  if ('refusal' in turn) return turn;
  return canTalk(subject) ? turn : refuse('INVALID_STATE');
}

/** Whether there are two to talk (E2), and the type knows talks or two failed readbacks leave no other way to accept. */
function canTalk({ handoff, context: { handoffType } }: HandoffCase): boolean {
  const counts = optionsOf(handoffType).talk !== 'off' || isTalkOwed(handoff, handoffType);
  return openOffer(handoff) !== null && !isSelfOffer(handoff) && counts;
}
