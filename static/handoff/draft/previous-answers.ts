import { useQuery } from '@tanstack/react-query';
import { createContext, useContext } from 'react';
import type { RoundView } from '../../../src/contract/handoff-screen';
import { call } from '../../kit/bridge/call';
import type { ItemAnswer } from '../../../src/domain/handoff/handoff';
import { useCard } from '../data/card-context';
import { target } from '../data/use-session';
import type { FieldKey, FieldValue } from './field';

/** What each field held in the round that was returned. */
export type PreviousAnswers = ReadonlyMap<FieldKey, FieldValue>;

/** Provided while a returned handoff is fixed; empty otherwise. */
export const PreviousContext = createContext<PreviousAnswers>(new Map());

/** What a field held before it was returned and emptied; null when there is nothing to offer. */
export function usePreviousAnswer(field: FieldKey): FieldValue {
  return useContext(PreviousContext).get(field) ?? null;
}

/** What Jira held, and what has to be said anew about what is there now. */
const SAID_ANEW: readonly string[] = ['field', 'attachments', 'approval', 'attached', 'unknown'];

/** The answers of a round that can be used again: what people entered, not what Jira held. */
function answersOf({ package: handedOver }: RoundView): PreviousAnswers {
  const answers = new Map<FieldKey, FieldValue>();
  for (const { itemId, answer } of handedOver.items) {
    if (answer !== null && !SAID_ANEW.includes(answer.kind)) answers.set(`item:${itemId}`, answer as ItemAnswer);
  }
  for (const { sectionId, text } of handedOver.note) answers.set(`section:${sectionId}`, text);
  return answers;
}

/** Loads what the returned round held, once its fixing began: from then on the named fields are empty. */
export function usePreviousAnswers(): PreviousAnswers {
  const { card, session } = useCard();
  const { handoff } = card;
  const isFixing = handoff !== null && handoff.state === 'DRAFT' && handoff.attempt > 1;
  const handoffId = handoff?.handoffId ?? '';
  const attempt = (handoff?.attempt ?? 1) - 1;
  const { data } = useQuery({
    queryKey: ['round', handoffId, attempt],
    queryFn: () => call('handoff.round', { ...target(session.issueId), handoffId, attempt }),
    enabled: isFixing,
  });
  return data === undefined ? new Map() : answersOf(data);
}
