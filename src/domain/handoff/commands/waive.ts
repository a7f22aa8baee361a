import { optionsOf } from '../../type/type-options';
import type { Command, DecisionContext } from '../command';
import type { Decision } from '../decision';
import { actingUser, decided, headerFor, refuse, say } from '../decision';
import { flushText } from '../flush-text';
import type { HandoffRecord } from '../handoff';
import { addMs } from '../instant';
import { WAIVER_HOLDS_MS } from '../limits';
import { isRealText } from '../real-text';
import { isAccountable, isOfPair } from '../standing-in';
import { expireWaiver } from '../waiver';
import { beginDraft, findActive } from './begin';

/**
 * T24: the accountable person or a member of the type's group lets something pass once, with a reason; where a type has no such person, a
 * project admin may. Never one of the pair.
 *
 * It counts for 24 hours and one use; while it still counts a second one is refused. Where nothing was prepared the draft begins with it,
 * so that the move stands in a log.
 */
export function waive(record: HandoffRecord, command: Extract<Command, { type: 'waive' }>, context: DecisionContext): Decision {
  const by = actingUser(context);
  const { accountableId, waiversAllowed, waiverGroup } = optionsOf(context.handoffType);
  const mayWaive =
    isAccountable(context) ||
    (accountableId === null && context.actorIsProjectAdmin === true) ||
    (waiverGroup !== null && context.actorIsInWaiverGroup === true);
  if (by === null || !waiversAllowed || !mayWaive) return refuse('FORBIDDEN');
  if (command.typeId !== context.handoffType.typeId) return refuse('NOT_FOUND');
  const reason = command.reason.trim();
  if (!isRealText(reason)) return refuse('REASON_REQUIRED');
  const kinds = [...new Set(command.kinds)];
  if (kinds.length === 0) return refuse('INVALID_VALUE');

  const active = findActive(record, command.typeId);
  if (active === null && !context.actorCanEdit) return refuse('FORBIDDEN');
  const beginning = active === null ? beginDraft(record, context, { by }) : null;
  if (beginning !== null && 'refusal' in beginning) return beginning;
  const handoff = beginning?.draft ?? active;
  if (handoff === null) return refuse('NOT_FOUND');
  if (isOfPair(handoff, context)) return refuse('FORBIDDEN');
  const header = beginning?.header ?? headerFor({ record, handoff, context });
  const over = expireWaiver(handoff, header);
  const latest = handoff.waivers?.at(-1);
  const stillCounts = latest !== undefined && latest.usedAt === null && latest.expired !== true && over.length === 0;
  if (stillCounts) return refuse('INVALID_STATE');
  const granted = say(header, { type: 'waiver.granted', by, reason, kinds, expiresAt: addMs(header.at, WAIVER_HOLDS_MS) });
  return decided(...(beginning?.events ?? flushText(handoff, header)), ...over, granted);
}
