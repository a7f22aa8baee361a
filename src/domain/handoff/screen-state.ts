import type { HandoffType } from '../type/handoff-type';
import { optionsOf } from '../type/type-options';
import type { Left } from '../gate/projection';
import type { AccountId, Bypass, EndedHandoff, Handoff, Instant, Offer } from './handoff';
import { addMs, msBetween } from './instant';
import { RATING_WINDOW_MS, REWORK_WINDOW_MS } from './limits';
import { isNamed, isPool } from './receiver';
import { isSelfOffer } from './self-handoff';
import { countOpenQuestions, hasSupport, whoAnswers } from './support-window';
import { levelOf } from './verification';
import { hearsBack, mayCountersign, receiversStep } from './verification-steps';

/**
 * The rows of experience.md 6 that one card can show. `off` shows nothing. `draftOthers` is "draft/ready, others";
 * `acceptedReceiver` is the unrated row until the rating is given, and the same row without its button afterwards.
 */
export type ScreenRow =
  | 'off'
  | 'nothingPrepared'
  | 'draft'
  | 'ready'
  | 'draftOthers'
  | 'handingOff'
  | 'waitingSender'
  | 'waitingReceiver'
  | 'waitingGroup'
  | 'checkingReceiver'
  | 'checkingSender'
  | 'checkingOther'
  | 'returnedSender'
  | 'returnedReceiver'
  | 'acceptedReceiver'
  | 'acceptedSender'
  | 'closed'
  | 'withdrawn';

/** What a card lets its viewer do. `takeBack` and `withdraw` are the same command, before and after somebody was asked. */
export type ScreenAction =
  | 'handOff'
  | 'handOffAgain'
  | 'retry'
  | 'take'
  | 'accept'
  | 'readback'
  | 'hearback'
  | 'countersign'
  | 'letAccept'
  | 'confirmChange'
  | 'return'
  | 'ask'
  | 'answer'
  | 'giveBack'
  | 'hold'
  | 'release'
  | 'remind'
  | 'changeReceiver'
  | 'supersede'
  | 'takeBack'
  | 'withdraw'
  | 'rate'
  | 'addNote'
  | 'delegate'
  | 'changeSender'
  | 'letPass'
  | 'recordRework'
  | 'handBack'
  | 'prepareNext'
  | 'startAgain';

/** What the screen needs of a card; the card of the bridge contract fits. */
export interface ScreenCard {
  readonly handoff: Handoff | null;
  readonly ended: EndedHandoff | null;
  readonly left: readonly Left[];
  readonly viewerIsCandidate: boolean;
  readonly startsHere: boolean;
  readonly movedNotOfferedSince: Instant | null;
  /** Absent: nothing is switched on beyond the main path. */
  readonly handoffType?: HandoffType;
  /** Absent: nothing changed on the work item since the sign-off. */
  readonly changedAfterSignOff?: object;
  readonly viewerStandsIn?: true;
  readonly viewerMayWaive?: true;
  readonly viewerMayHandBack?: true;
  readonly gone?: { readonly sender: boolean; readonly receiver: boolean };
  readonly bypass?: Bypass;
}

/** Who looks, and when. */
export interface ScreenViewer {
  readonly accountId: AccountId;
  readonly canEdit: boolean;
  /** The site's licence lapsed: rows stay, actions go. */
  readonly readOnly: boolean;
  /** Decides whether *Retry* is due and whether rating is over. */
  readonly now: Instant;
  /** The viewer marked a required item as missing, on screen only: then the button returns instead of accepting. */
  readonly marksRequiredMissing: boolean;
}

/** One row, its one button (null: none) and the other actions in the order they are offered. */
export interface ScreenState {
  readonly row: ScreenRow;
  readonly primaryAction: ScreenAction | null;
  readonly secondaryActions: readonly ScreenAction[];
}

/** After this long *Handing off…* becomes *Not handed off yet* with a button: one minute. */
const RETRY_AFTER_MS = 60 * 1000;

/** Which row of experience.md 6 a card is for its viewer, and what may be done in it. */
export function screenState(card: ScreenCard, viewer: ScreenViewer): ScreenState {
  const state = steppingIn(card, viewer, card.handoff === null ? withoutHandoff(card, viewer) : withHandoff(card, card.handoff, viewer));
  return viewer.readOnly ? { ...state, primaryAction: null, secondaryActions: [] } : state;
}

function row(
  name: ScreenRow,
  primaryAction: ScreenAction | null = null,
  secondaryActions: readonly (ScreenAction | null)[] = [],
): ScreenState {
  return { row: name, primaryAction, secondaryActions: secondaryActions.filter((action) => action !== null) };
}

/** Rows in which the accountable person or a project admin can step in for the pair (T14–T16, T24). */
const STEPPING_IN: Partial<Record<ScreenRow, readonly ScreenAction[]>> = {
  nothingPrepared: [],
  draft: ['changeSender', 'withdraw'],
  ready: ['changeSender', 'withdraw'],
  draftOthers: ['changeReceiver', 'changeSender', 'withdraw'],
  handingOff: ['changeSender', 'withdraw'],
  waitingSender: ['changeReceiver', 'changeSender', 'takeBack'],
  waitingReceiver: ['changeReceiver', 'changeSender', 'takeBack'],
  waitingGroup: ['changeReceiver', 'changeSender', 'takeBack'],
  checkingReceiver: ['changeReceiver', 'changeSender', 'takeBack'],
  checkingSender: ['changeReceiver', 'changeSender', 'takeBack'],
  checkingOther: ['changeReceiver', 'changeSender', 'takeBack'],
  returnedSender: ['changeSender', 'withdraw'],
  returnedReceiver: ['changeSender', 'withdraw'],
};

/** Adds what somebody who steps in may do; the button stays what it was, unless whoever is asked has left (E1). */
function steppingIn(card: ScreenCard, viewer: ScreenViewer, state: ScreenState): ScreenState {
  const more = card.viewerStandsIn === true ? (STEPPING_IN[state.row] ?? []) : [];
  const letPass = whatToLetPass(card, state.row);
  const { row: name, primaryAction } = state;
  const isSender = card.handoff?.sender.value === viewer.accountId;
  const mayChange = isSender || card.viewerStandsIn === true || (viewer.canEdit && name === 'waitingSender');
  const isLost =
    card.gone?.receiver === true && mayChange && (name === 'waitingSender' || name === 'checkingSender' || name === 'checkingOther');
  const secondary = [...new Set([...state.secondaryActions, ...more, ...letPass])];
  if (!isLost) return { ...state, secondaryActions: secondary };
  return {
    row: name,
    primaryAction: 'changeReceiver',
    secondaryActions: [...(primaryAction === null ? [] : [primaryAction]), ...secondary].filter(
      (action) => action !== 'changeReceiver' && action !== 'remind',
    ),
  };
}

/** T24: the move while something is left; the acceptance where it takes more than a click. */
function whatToLetPass({ viewerMayWaive, handoff, handoffType, left }: ScreenCard, name: ScreenRow): readonly ScreenAction[] {
  if (viewerMayWaive !== true || STEPPING_IN[name] === undefined) return [];
  if ((handoff?.offer ?? null) === null || handoff?.state === 'DRAFT' || handoff?.state === 'RETURNED')
    return left.length > 0 ? ['letPass'] : [];
  return handoff !== null && handoffType !== undefined && levelOf(handoff, handoffType) >= 2 ? ['letAccept'] : [];
}

function withoutHandoff({ ended, startsHere, bypass }: ScreenCard, viewer: ScreenViewer): ScreenState {
  const { canEdit } = viewer;
  if (ended?.state === 'CANCELLED') return row('withdrawn', canEdit ? 'startAgain' : null);
  if (ended !== null) return row('closed', canEdit && startsHere ? 'prepareNext' : null, [reworkIfOpen(ended, viewer)]);
  if (!startsHere && bypass === undefined) return row('off');
  return row('nothingPrepared', canEdit ? 'handOff' : null);
}

function withHandoff(card: ScreenCard, handoff: Handoff, viewer: ScreenViewer): ScreenState {
  switch (handoff.state) {
    case 'DRAFT':
      return draftState(card, handoff, viewer);
    case 'RETURNED':
      return returnedState(card, handoff, viewer);
    case 'OFFERED':
    case 'IN_VERIFICATION':
      return handoff.offer === null ? row('draftOthers') : offeredState(card, handoff, handoff.offer, viewer);
    case 'ACCEPTED':
      return acceptedState(card, handoff, viewer);
    case 'CANCELLED':
      return row('withdrawn', viewer.canEdit ? 'startAgain' : null);
    case 'CLOSED':
    case 'SUPERSEDED':
    case 'VOIDED':
      return row('closed', viewer.canEdit && card.startsHere ? 'prepareNext' : null);
  }
}

function draftState(card: ScreenCard, handoff: Handoff, viewer: ScreenViewer): ScreenState {
  const isComplete = card.left.length === 0;
  if (card.movedNotOfferedSince !== null && isComplete) {
    const isLate = msBetween(card.movedNotOfferedSince, viewer.now) >= RETRY_AFTER_MS;
    return row('handingOff', isLate && viewer.canEdit ? 'retry' : null);
  }
  if (handoff.attempt > 1) return returnedState(card, handoff, viewer);
  if (!viewer.canEdit) return row('draftOthers');
  const isSender = handoff.sender.value === viewer.accountId;
  const release = isSender && handoff.hold !== undefined ? 'release' : null;
  if (!isComplete) return row('draft', 'handOff', [release, 'withdraw']);
  if (isSender) return row('ready', 'handOff', [release ?? (card.handoffType?.options?.holdAllowed === true ? 'hold' : null)]);
  // Whoever may fill it may hand it off for the sender, who stays the sender; nobody hands off to themselves.
  return row('draftOthers', isNamed(handoff.receiver?.value ?? null, viewer.accountId) ? null : 'handOff');
}

/** A revision in progress still is what was returned: the reason stays on top until it is handed off again. */
function returnedState(card: ScreenCard, handoff: Handoff, viewer: ScreenViewer): ScreenState {
  const isSender = handoff.sender.value === viewer.accountId;
  const gaveItBack = handoff.returns.at(-1)?.by === viewer.accountId;
  if (!isSender && (gaveItBack || card.viewerIsCandidate || !viewer.canEdit)) return row('returnedReceiver');
  return row('returnedSender', viewer.canEdit ? 'handOffAgain' : null);
}

function offeredState(card: ScreenCard, handoff: Handoff, offer: Offer, viewer: ScreenViewer): ScreenState {
  const isSender = handoff.sender.value === viewer.accountId;
  const isSelf = isSelfOffer(handoff);
  const delegate = card.handoffType === undefined || optionsOf(card.handoffType).accountableId === null ? null : 'delegate';
  const isPoolMember = !isSender && isPool(offer.receiver) && card.viewerIsCandidate;
  const { handoffType } = card;
  const sign = mayCountersign(handoff, offer, handoffType, { ...viewer, isCandidate: card.viewerIsCandidate }) ? 'countersign' : null;
  const step = handoffType === undefined ? 'accept' : receiversStep(handoff, handoffType, viewer);
  if (offer.takenBy === viewer.accountId) {
    const giveBack = isPool(offer.receiver) ? 'giveBack' : null;
    return viewer.marksRequiredMissing
      ? row('checkingReceiver', 'return', ['ask', giveBack, delegate])
      : row('checkingReceiver', step, ['ask', 'return', giveBack, delegate]);
  }
  if (offer.takenBy === null && (!isSender || isSelf) && isNamed(offer.receiver, viewer.accountId)) {
    return viewer.marksRequiredMissing
      ? row('waitingReceiver', 'return', ['ask', delegate])
      : row('waitingReceiver', step, ['ask', 'return', delegate]);
  }
  if (offer.takenBy === null && isPoolMember) return row('waitingGroup', 'take', ['ask', 'return', sign]);

  const isSendingSide = isSender || (viewer.canEdit && !card.viewerIsCandidate);
  const answer = isSendingSide ? answerIfAsked(handoff) : null;
  const primary = answer ?? (isSender && hearsBack(offer) ? 'hearback' : sign);
  const signToo = primary === sign ? null : sign;
  if (offer.takenBy !== null) return row(isSendingSide ? 'checkingSender' : 'checkingOther', primary, [signToo]);
  if (!isSendingSide) return row('waitingSender', primary, [signToo]);
  const remind = isPool(offer.receiver) || offer.remindedAt !== null ? null : 'remind';
  return row('waitingSender', primary, [remind, 'changeReceiver', isSender && viewer.canEdit ? 'supersede' : null, 'takeBack', signToo]);
}

function acceptedState(card: ScreenCard, handoff: Handoff, viewer: ScreenViewer): ScreenState {
  const prepareNext = card.startsHere && viewer.canEdit ? 'prepareNext' : null;
  if (handoff.acceptance?.by === viewer.accountId) {
    const mayRate = !isSelfOffer(handoff) && viewer.now <= addMs(handoff.acceptance.at, RATING_WINDOW_MS);
    const ask = card.handoffType !== undefined && hasSupport(card.handoffType) ? 'ask' : null;
    const recordRework = hasRework(handoff) ? null : 'recordRework';
    const handBack = card.viewerMayHandBack === true ? 'handBack' : null;
    const isUnrated = handoff.rating === null && mayRate;
    if (card.changedAfterSignOff !== undefined)
      return row('acceptedReceiver', 'confirmChange', [mayRate ? 'rate' : null, 'addNote', handBack, prepareNext]);
    return isUnrated
      ? row('acceptedReceiver', 'rate', [ask, 'addNote', recordRework, handBack, prepareNext])
      : row('acceptedReceiver', prepareNext, [ask, mayRate ? 'rate' : null, 'addNote', recordRework, handBack]);
  }
  const isSender = handoff.sender.value === viewer.accountId;
  const answers = whoAnswers(handoff, card.handoffType ?? NOTHING_ON, viewer.now);
  // Without a support window whoever may edit answers for the sender, as before acceptance.
  const standsIn = answers === handoff.sender.value && viewer.canEdit && !card.viewerIsCandidate;
  const answer = answers !== null && (answers === viewer.accountId || standsIn) ? 'answer' : null;
  const addNote = isSender ? 'addNote' : null;
  const hear = isSender && handoff.offer !== null && hearsBack(handoff.offer) ? 'hearback' : null;
  return answer === null
    ? row('acceptedSender', prepareNext, [hear, addNote])
    : row('acceptedSender', answer, [hear, addNote, prepareNext]);
}

const NOTHING_ON = { nextStepRequired: false };

/** T22 for a closed one: its receiver, for 30 days after accepting, once. */
function reworkIfOpen(ended: EndedHandoff, { accountId, now }: ScreenViewer): 'recordRework' | null {
  const { state, acceptedAt, receiverId } = ended;
  const isOpen = state === 'CLOSED' && receiverId === accountId && acceptedAt !== null && now <= addMs(acceptedAt, REWORK_WINDOW_MS);
  return isOpen && !hasRework(ended) ? 'recordRework' : null;
}

function hasRework({ reworks }: Pick<EndedHandoff, 'reworks'>): boolean {
  return reworks?.some(({ kind }) => kind === 'receiver') === true;
}

function answerIfAsked(handoff: Handoff): 'answer' | null {
  return countOpenQuestions(handoff) > 0 ? 'answer' : null;
}

/** Rows in which somebody is waited for rather than asked to start something; the first card to open where two routes have one. */
const URGENT: readonly ScreenAction[] = [
  'accept',
  'readback',
  'countersign',
  'return',
  'take',
  'answer',
  'hearback',
  'confirmChange',
  'changeReceiver',
  'retry',
  'handOffAgain',
  'handOff',
  'rate',
  'prepareNext',
  'startAgain',
];

/**
 * Which of several cards of one work item is open and alone has a button (E28): the one whose button is most awaited.
 *
 * @returns Index into `states`; 0 when no card has a button.
 */
export function openCardIndex(states: readonly ScreenState[]): number {
  const ranks = states.map(({ primaryAction }) => (primaryAction === null ? URGENT.length : URGENT.indexOf(primaryAction)));
  return Math.max(0, ranks.indexOf(Math.min(...ranks)));
}
