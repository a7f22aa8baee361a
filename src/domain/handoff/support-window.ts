import { defaultCalendar } from '../calendar/working-calendar';
import { addWorkingHours } from '../calendar/working-time';
import type { HandoffType } from '../type/handoff-type';
import { optionsOf } from '../type/type-options';
import type { AccountId, Handoff, Instant, Question } from './handoff';

/** What of a type the support window depends on. */
type SupportRules = Pick<HandoffType, 'options' | 'nextStepRequired'>;

/** Whether somebody still waits for an answer. */
export function isOpenQuestion({ answer, withdrawnAt }: Question): boolean {
  return answer === null && withdrawnAt === undefined;
}

/** How many questions are open: unanswered and not withdrawn. */
export function countOpenQuestions({ questions }: Pick<Handoff, 'questions'>): number {
  return questions.filter(isOpenQuestion).length;
}

/** Whether the receiver may go on asking after acceptance (S-029): where the type has a support window, until the handoff closes. */
export function hasSupport(type: SupportRules): boolean {
  return optionsOf(type).supportHours !== null;
}

/**
 * Until when the sender answers first: so many working hours after the acceptance, in the calendar the offer froze (E27), else Monday to
 * Friday, 9 to 17 UTC. That the window ended is worked out when read, so it can never be missed.
 *
 * @returns Null before acceptance, where the type has no support window, and where the calendar never opens.
 */
export function supportEndsAt({ acceptance, offer }: Pick<Handoff, 'acceptance' | 'offer'>, type: SupportRules): Instant | null {
  const { supportHours } = optionsOf(type);
  if (acceptance === null || supportHours === null) return null;
  return addWorkingHours(acceptance.at, supportHours, offer?.calendar ?? defaultCalendar('UTC'));
}

/**
 * Who is asked to answer what is open (S-029): the sender, and after the support window whoever answers for the type, if anybody does.
 *
 * @returns Null where nothing is open.
 */
export function whoAnswers(handoff: Handoff, type: SupportRules, now: Instant): AccountId | null {
  if (countOpenQuestions(handoff) === 0) return null;
  const endsAt = supportEndsAt(handoff, type);
  const accountableId = optionsOf(type).accountableId;
  const isOver = endsAt !== null && endsAt < now;
  // Whoever received it cannot answer their own question.
  return isOver && accountableId !== null && accountableId !== handoff.acceptance?.by ? accountableId : handoff.sender.value;
}
