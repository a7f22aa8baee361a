import { addDays } from '../calendar/calendar-day';
import type { AuditContent } from './audit-content';

const REMIND_DAYS_BEFORE = 14;

/** Whether the next audit is near, from 14 days before its day on, or its day is over (S-161). */
export function dueState(dueOn: string, today: string): 'later' | 'soon' | 'overdue' {
  if (today > dueOn) return 'overdue';
  return today >= addDays(dueOn, -REMIND_DAYS_BEFORE) ? 'soon' : 'later';
}

/** An audit that is near or whose day is over. */
export interface DueAudit {
  /** `yyyy-mm-dd`. */
  readonly dueOn: string;
  readonly state: 'soon' | 'overdue';
}

/** Whether a type is to be audited again about now; null where it is not, and where nobody ever finished an audit of it: none is asked for. */
export function findDueAudit({ runs }: Pick<AuditContent, 'runs'>, today: string): DueAudit | null {
  const dueOn = runs[0]?.nextDueOn;
  if (dueOn === undefined) return null;
  const state = dueState(dueOn, today);
  return state === 'later' ? null : { dueOn, state };
}
