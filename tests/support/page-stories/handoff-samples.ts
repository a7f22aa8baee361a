import type { BridgeContract } from '../../../src/contract/bridge-contract';
import type { EditAnswer, HandoffCard, HandoffScreen, RoundView } from '../../../src/contract/handoff-screen';
import type { DraftChange } from '../../../src/domain/handoff/command';
import type { Entry, Handoff, HandoffState, ItemAnswer, Offer, Unknown } from '../../../src/domain/handoff/handoff';
import { whatIsLeft } from '../../../src/domain/handoff/what-is-left';
import { liveFacts } from '../../../static/handoff/data/lay-over';
import { storyType } from './settings-stories';

export const minutesAgo = (minutes: number): string => new Date(Date.now() - minutes * 60_000).toISOString();

const person = (accountId: string, displayName: string) => ({ accountId, displayName, avatarUrl: null, active: true });

/** People of the stories; the viewer is `u-me`. */
const people = {
  'u-me': person('u-me', 'Ana Ruiz'),
  'u-maya': person('u-maya', 'Maya Lindqvist'),
  'u-omar': person('u-omar', 'Omar Haddad'),
};

export const entry = <T>(value: T | null, by = 'u-maya', minutes = 40, version = 1): Entry<T> => ({
  value,
  by,
  at: minutesAgo(minutes),
  version,
});

/** Every required answer of Dev → QA, and one optional section. */
export const fullItems: Readonly<Record<string, Entry<ItemAnswer>>> = {
  pull_request: entry({ kind: 'link', url: 'https://github.com/acme/shop/pull/4711' }),
  where_to_test: entry(
    { kind: 'text', text: 'Staging, build 2318, https://staging.shop.example/invoices\nLog in as invoices-test@shop.example' },
    'u-omar',
    35,
  ),
  how_to_check: entry({ kind: 'inDescription' }),
  known_issues: entry({ kind: 'text', text: 'The progress bar jumps back once at 60 %. Known, SHOP-812.' }),
};

export const fullNote: Readonly<Record<string, Entry<string>>> = {
  situation: entry('The export of invoices now pages through the results instead of loading all of them. It is merged and on staging.'),
  background: entry('Customers with more than 10,000 invoices ran into the 30 s limit; see the incident of 3 November.'),
  recommendation: entry(
    'Start with a customer that has more than 10,000 invoices. The formatting was not touched, so a look at one file is enough.',
  ),
};

/** An offer to Ana that nobody has reacted to, with what a story wants different. */
export function storyOffer(own: Partial<Offer> = {}): Offer {
  const receiver = { kind: 'person', accountId: 'u-me' } as const;
  return {
    at: minutesAgo(25),
    by: 'u-maya',
    path: 'panel',
    digest: 'ab'.repeat(32),
    receiver,
    acknowledgedAt: null,
    takenBy: null,
    remindedAt: null,
    ...own,
  };
}

/** A complete handoff from Maya to Ana in a state, with what a story wants different. */
export function storyHandoff(state: HandoffState, own: Partial<Handoff> = {}): Handoff {
  return {
    handoffId: '10012-dev-to-qa-1',
    typeId: 'dev-to-qa',
    typeVersion: 1,
    state,
    attempt: 1,
    createdAt: minutesAgo(60),
    createdBy: 'u-maya',
    sender: entry('u-maya'),
    receiver: entry({ kind: 'person', accountId: 'u-me' }),
    items: fullItems,
    note: fullNote,
    unlogged: {},
    offer: null,
    firstOfferedAt: minutesAgo(25),
    lastOfferedAt: minutesAgo(25),
    questions: [],
    questionsAsked: 0,
    missedIds: [],
    returns: [],
    acceptance: null,
    rating: null,
    teamNotes: [],
    movedIncompleteAt: null,
    lastRefusalAt: null,
    changedAt: minutesAgo(25),
    ...own,
  };
}

/** A card of Dev → QA, with what a story wants different; what is left is worked out. */
export function storyCard(own: Partial<HandoffCard> = {}): HandoffCard {
  const card: HandoffCard = {
    handoffType: storyType,
    fromStatusNames: ['In Development'],
    toStatusName: 'In QA',
    handoff: null,
    ended: null,
    left: [],
    defaultReceiver: { kind: 'person', accountId: 'u-omar' },
    viewerIsCandidate: false,
    startsHere: true,
    notification: 'none',
    movedNotOfferedSince: null,
    moveToDo: false,
    earlierRounds: [],
    ...own,
  };
  const endsEmpty = card.handoff === null && card.ended !== null;
  const left = own.left ?? (endsEmpty ? [] : whatIsLeft(card.handoff, card.handoffType, liveFacts(storyScreen([]), card), minutesAgo(0)));
  return { ...card, left };
}

/** The screen around cards, seen by Ana, with what a story wants different. */
export function storyScreen(cards: readonly HandoffCard[], own: Partial<HandoffScreen> = {}): HandoffScreen {
  return {
    rev: 7,
    issue: {
      id: '10012',
      key: 'SHOP-12',
      summary: 'Export of invoices times out',
      statusId: '3',
      statusName: 'In Development',
      hasDescription: true,
      attachmentCount: 0,
      filledFieldIds: [],
    },
    viewer: { accountId: 'u-me', canEdit: true },
    readOnly: false,
    cards,
    people,
    pools: { 'g-qa': 'qa-team' },
    ...own,
  };
}

/** How a section is stored that is not known yet. */
function toSection({ value, ...rest }: Entry<string | Unknown>): Entry<string> {
  return typeof value === 'object' && value !== null ? { ...rest, value: null, unknown: value } : { ...rest, value };
}

/** The same handoff after changes, as storage would answer: the sender is the viewer. */
export function applyChanges(screen: HandoffScreen, typeId: string, changes: readonly DraftChange[]): EditAnswer {
  const known = screen.cards.find((card) => card.handoffType.typeId === typeId)?.handoff;
  let handoff =
    known ??
    storyHandoff('DRAFT', {
      items: {},
      note: {},
      sender: entry('u-me', 'u-me', 0),
      receiver: entry({ kind: 'person', accountId: 'u-omar' }, 'u-me', 0),
    });
  for (const change of changes) {
    const next = <T>(value: T | null): Entry<T> => entry(value, 'u-me', 0, change.basedOn + 1);
    if (change.field === 'item') handoff = { ...handoff, items: { ...handoff.items, [change.id]: next(change.value) } };
    else if (change.field === 'section') handoff = { ...handoff, note: { ...handoff.note, [change.id]: toSection(next(change.value)) } };
    else if (change.field === 'sender') handoff = { ...handoff, sender: next(change.value) };
    else if (change.field === 'risk') handoff = { ...handoff, risk: next(change.value) };
    else handoff = { ...handoff, receiver: next(change.value) };
  }
  return { rev: screen.rev + 1, typeId, handoff };
}

/** The first round of a returned handoff. */
export const storyRound: RoundView = {
  handoffId: '10012-dev-to-qa-1',
  attempt: 1,
  package: {
    schema: 1,
    handoffId: '10012-dev-to-qa-1',
    attempt: 1,
    typeId: 'dev-to-qa',
    typeVersion: 1,
    senderId: 'u-maya',
    receiver: { kind: 'person', accountId: 'u-me' },
    items: storyType.items.map(({ itemId, title, required }) => ({
      itemId,
      title,
      required,
      answer: fullItems[itemId]?.value ?? null,
      by: fullItems[itemId]?.by ?? null,
      at: fullItems[itemId]?.at ?? null,
    })),
    note: Object.entries(fullNote).map(([sectionId, { value, by, at }]) => ({
      sectionId,
      title: storyType.notePrompts.find((prompt) => prompt.sectionId === sectionId)?.title ?? sectionId,
      text: value ?? '',
      by,
      at,
    })),
  },
  questions: [],
  returned: {
    attempt: 1,
    at: minutesAgo(20),
    by: 'u-me',
    reason: 'The staging login does not work for me.',
    itemIds: ['where_to_test'],
    sectionIds: [],
  },
  nextStep: null,
  people,
};

/** The history of a handoff that was just handed off by an automation. */
export function storyTimeline(people: HandoffScreen['people']): BridgeContract['handoff.timeline']['result'] {
  return {
    entries: [
      { at: minutesAgo(60), event: 'created', actorId: 'u-maya', actorKind: 'user', path: 'panel', detail: null },
      { at: minutesAgo(40), event: 'item_changed', actorId: 'u-omar', actorKind: 'user', path: 'panel', detail: 'Where to test' },
      { at: minutesAgo(25), event: 'offered', actorId: null, actorKind: 'automation', path: 'move', detail: null },
    ],
    people: people,
    isWhole: true,
    canVoid: false,
  };
}
