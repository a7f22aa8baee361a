import { mayApprove, isApproved } from '../approval';
import type { Command } from '../command';
import type { Decision, HandoffCase } from '../decision';
import { actingUser, decided, refuse, say } from '../decision';
import { toSavedValue } from '../draft-changes';
import { flushText } from '../flush-text';
import { continueDraft } from './continue-draft';

/**
 * Gives an approval, or takes one's own back (S-049). It takes no right to edit, since whoever approves need not work on it; it is stamped
 * with who and when. The sender can do neither.
 */
export function approve(subject: HandoffCase, command: Extract<Command, { type: 'approve' }>): Decision {
  const { handoff, context } = subject;
  const { itemId, approved } = command;
  const by = actingUser(context);
  const senderId = handoff.sender.value;
  const item = context.handoffType.items.find((each) => each.itemId === itemId);
  if (item?.kind !== 'approval') return refuse('UNKNOWN_FIELD');
  if (by === null || !mayApprove(item, by, senderId)) return refuse('FORBIDDEN');
  if (handoff.state !== 'DRAFT' && handoff.state !== 'RETURNED') return refuse('INVALID_STATE');

  const { header, events, draft } = continueDraft(subject, by);
  const entry = draft.items[itemId];
  const stands = isApproved(item, entry, senderId);
  if (stands === approved) return decided();
  if (!approved && entry?.by !== by) return refuse('FORBIDDEN');
  const saved = toSavedValue(itemId, approved ? ({ kind: 'approval' } as const) : null, entry, { by, at: header.at, title: '' });
  return decided(...events, ...flushText(draft, header), say(header, { type: 'item_changed', changes: [saved] }));
}
