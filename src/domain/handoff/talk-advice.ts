import { optionsOf } from '../type/type-options';
import type { ChecklistItem, HandoffType } from '../type/handoff-type';
import type { Entry, Handoff, ItemAnswer } from './handoff';
import { isHighRisk } from './high-risk';
import { isSelfOffer } from './self-handoff';
import { countOpenQuestions } from './support-window';

/** Above this many pieces of information it is better to talk (S-138). */
const MAX_PIECES_WITHOUT_TALK = 5;

/** Shortest note that can stand for a talk, in characters (S-140). */
export const MIN_DETAILED_NOTE = 200;

/** What starters require in words: everybody hands it over, so it is no sign of complexity (experience.md 1). */
export const ROUTINE_ITEM_IDS: readonly string[] = [
  ...['pull_request', 'where_to_test', 'how_to_check', 'known_issues', 'specifications', 'mock_ups', 'asset_repository', 'task_list'],
  ...['final_copy', 'formats', 'final_test_suite', 'release_notes', 'handover_meeting', 'way_back', 'problem', 'tried', 'impact'],
  ...['contacts', 'sold', 'tracking_code', 'pickup', 'return_authorisation_no', 'condition', 'disposition'],
];

/** Why talking is advised. */
export type TalkRule = 'pieces' | 'risk';

/** How much is handed over, and whether that is better talked through; `rule` is null where it is not. */
export interface TalkAdvice {
  readonly pieces: number;
  readonly rule: TalkRule | null;
}

/** The rule of thumb: more than five pieces of information, or high risk (O-39). */
export function talkRule(pieces: number, isHighRisk: boolean): TalkRule | null {
  if (isHighRisk) return 'risk';
  return pieces > MAX_PIECES_WITHOUT_TALK ? 'pieces' : null;
}

/**
 * Whether to talk about this handoff as it stands (S-138): pieces are answered information items beyond the routine ones, known issues one
 * a line, and open questions.
 *
 * @param filledFieldIds Jira fields of `field` items that are filled.
 * @returns Null where the type gives no such advice.
 */
export function talkAdvice(handoff: Handoff, type: HandoffType, filledFieldIds: readonly string[]): TalkAdvice | null {
  if (optionsOf(type).talk === 'off') return null;
  const inItems = type.items.reduce((sum, item) => sum + piecesOf(item, handoff.items[item.itemId], filledFieldIds), 0);
  const pieces = inItems + countOpenQuestions(handoff);
  return { pieces, rule: talkRule(pieces, isHighRisk(handoff)) };
}

function piecesOf(item: ChecklistItem, entry: Entry<ItemAnswer> | undefined, filledFieldIds: readonly string[]): number {
  const answer = entry?.value ?? null;
  // Where "None known" can be answered, the text lists what is known: every line is one to tell about.
  if (item.allowNoneKnown) return answer?.kind === 'text' ? answer.text.split('\n').filter((line) => line.trim() !== '').length : 0;
  if (ROUTINE_ITEM_IDS.includes(item.itemId)) return 0;
  if (item.kind === 'field') return answer === null && item.fieldId !== null && filledFieldIds.includes(item.fieldId) ? 1 : 0;
  if (answer?.kind === 'choice')
    return answer.chosen.filter(({ id }) => item.choices?.find((choice) => choice.id === id)?.none !== true).length;
  return answer?.kind === 'when' || answer?.kind === 'text' || answer?.kind === 'link' || answer?.kind === 'inDescription' ? 1 : 0;
}

/** Whether a person of each side said that they talked: one logged it, the other confirmed it, and both are those whose handoff it is. */
export function isTalkConfirmed(handoff: Handoff, accepting: string): boolean {
  const { talk, sender } = handoff;
  if (talk?.confirmedBy === undefined) return false;
  const both = [talk.loggedBy, talk.confirmedBy];
  return both.includes(accepting) && sender.value !== null && both.includes(sender.value);
}

/** Whether accepting must wait for a talk: the type demands it, much is handed over to somebody else, and nothing stands for it (S-120). */
export function needsTalk(handoff: Handoff, type: HandoffType, accepting: string): boolean {
  if (optionsOf(type).talk !== 'required' || isSelfOffer(handoff) || (handoff.offer?.talk?.rule ?? null) === null) return false;
  return handoff.talkWaiver === undefined && !isTalkConfirmed(handoff, accepting);
}
