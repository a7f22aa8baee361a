import type { HandoffCase } from '../decision';
import { headerFor, say } from '../decision';
import { evolveAll } from '../evolve';
import type { AccountId } from '../handoff';
import type { Beginning } from './begin';

/** The draft somebody goes on with; of a returned handoff it begins the revision (T13). */
export function continueDraft({ record, handoff, context }: HandoffCase, by: AccountId): Beginning {
  const header = headerFor({ record, handoff, context });
  if (handoff.state !== 'RETURNED') return { header, events: [], draft: handoff };
  const nextHeader = { ...header, attempt: handoff.attempt + 1 };
  const revised = say(nextHeader, { type: 'revised', by });
  const draft = evolveAll(record, [revised]).handoffs.find(({ handoffId }) => handoffId === handoff.handoffId) ?? handoff;
  return { header: nextHeader, events: [revised], draft };
}
