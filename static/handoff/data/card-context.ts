import { createContext, useContext } from 'react';
import type { DecisionAnswer } from '../../../src/contract/bridge-contract';
import type { HandoffCard, HandoffScreen, Person } from '../../../src/contract/handoff-screen';
import type { Receiver } from '../../../src/domain/handoff/handoff';
import { personName } from '../../kit/people/person-name';
import { useText } from '../../kit/text/use-text';
import type { ActState } from './use-act';
import type { Session } from './use-session';

/** What every part of one route's card works on. */
export interface CardSetting extends ActState {
  readonly card: HandoffCard;
  readonly screen: HandoffScreen;
  readonly session: Session;
  /** Told after an accept or a return, so that a list around can open the next one. */
  readonly onDecided: ((decision: 'accepted' | 'returned', move: DecisionAnswer['move']) => void) | undefined;
}

/** Provided by each card. */
export const CardContext = createContext<CardSetting | null>(null);

/** The card around. Throws outside of one. */
export function useCard(): CardSetting {
  const setting = useContext(CardContext);
  if (setting === null) throw new Error('A part of a card is used outside of it.');
  return setting;
}

/** Names for people and receivers on this card. */
export interface Names {
  readonly person: (accountId: string) => string;
  readonly receiver: (receiver: Receiver | null) => string;
  readonly find: (accountId: string) => Person | null;
}

/** How this card calls people, and groups and roles; a receiver without a name is called by the type's team. */
export function useNames(): Names {
  const { card, screen } = useCard();
  const t = useText();
  const person = (accountId: string): string => personName(screen.people, accountId, t('common.formerUser'));
  return {
    person,
    find: (accountId) => screen.people[accountId] ?? null,
    receiver: (receiver) => {
      switch (receiver?.kind) {
        case 'person':
          return person(receiver.accountId);
        case 'group':
          return screen.pools[receiver.groupId] ?? card.handoffType.team;
        case 'role':
          return screen.pools[receiver.roleId] ?? card.handoffType.team;
        case undefined:
          return card.handoffType.team;
      }
    },
  };
}
