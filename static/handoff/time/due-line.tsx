import Lozenge from '@atlaskit/lozenge';
import type { Handoff } from '../../../src/domain/handoff/handoff';
import { isOverdue } from '../../../src/domain/handoff/overdue';
import { useText } from '../../kit/text/use-text';
import { useMomentText } from '../../kit/time/use-moment-text';
import { useNow } from '../../kit/time/use-now';

/** Until when a first answer is due, and whether that is over; nothing once somebody reacted. */
export function DueLine({ handoff }: { readonly handoff: Handoff }) {
  const t = useText();
  const moment = useMomentText();
  const now = useNow(10_000);
  const { state, offer } = handoff;
  const isAsked = state === 'OFFERED' || state === 'IN_VERIFICATION';
  if (!isAsked || offer?.dueAt === undefined || offer.acknowledgedAt !== null) return null;
  const isLate = isOverdue(handoff, now.toISOString());
  return (
    <p>
      {isLate && <Lozenge appearance="moved">{t('handoff.due.lozenge')}</Lozenge>}{' '}
      {t(isLate ? 'handoff.due.over' : 'handoff.due.until', { time: moment(offer.dueAt) })}
    </p>
  );
}
