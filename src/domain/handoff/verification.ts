import type { HandoffType } from '../type/handoff-type';
import { optionsOf, type TypeOptions } from '../type/type-options';
import type { AccountId, Handoff, Readback } from './handoff';
import { isHighRisk } from './high-risk';
import { MAX_READBACKS, MIN_OWN_WORDS_LENGTH, READBACK_QUESTIONS, TOO_SIMILAR } from './limits';
import { isRealText } from './real-text';
import { isNamed, isPool } from './receiver';
import { isSelfOffer } from './self-handoff';
import { similarity } from './similarity';

/** What a level depends on besides the handoff. */
type LevelType = Pick<HandoffType, 'nextStepRequired' | 'options'>;

/** What accepting this handoff takes: the type's level, at least 2 at high risk (S-060); nothing of whoever hands it to themselves (E2). */
export function levelOf(handoff: Handoff, type: LevelType): TypeOptions['verificationLevel'] {
  if (isSelfOffer(handoff)) return 0;
  const { verificationLevel } = optionsOf(type);
  return isHighRisk(handoff) && verificationLevel < 2 ? 2 : verificationLevel;
}

/** Everything the sender wrote in words: the note and the text answers. */
function sendersTexts({ items, note }: Handoff): string[] {
  const answers = Object.values(items).flatMap(({ value }) => (value?.kind === 'text' ? [value.text] : []));
  return [...answers, ...Object.values(note).flatMap(({ value }) => value ?? [])];
}

/** Why a text is no readback in own words (domain.md 2.5); null when it is one. */
export function faultOfOwnWords(text: string, handoff: Handoff): 'READBACK_TOO_SHORT' | 'READBACK_TOO_SIMILAR' | null {
  if (text.trim().length < MIN_OWN_WORDS_LENGTH) return 'READBACK_TOO_SHORT';
  return sendersTexts(handoff).some((other) => similarity(text, other) >= TOO_SIMILAR) ? 'READBACK_TOO_SIMILAR' : null;
}

/** One question of a readback: about one thing that was handed over. */
export interface ReadbackQuestion {
  /** Id of the item or section it is about. */
  readonly questionId: string;
  readonly kind: 'nextAction' | 'why' | 'knownIssue' | 'other';
  /** Title of that item or section. */
  readonly title: string;
}

const NEXT_ACTION: readonly string[] = ['recommendation'];
const WHY: readonly string[] = ['situation', 'assessment'];

/**
 * The questions of the present offer, at most three: what to do next, up to two things that the type wants said back in any case (S-077), why,
 * and what is known to be wrong; where a package has no such thing, something else it says. The digest decides, so that one package always asks the same and the next one may ask something else.
 *
 * @returns Empty before an offer, and for a package without a word in it.
 */
export function drawQuestions(handoff: Handoff, type: Pick<HandoffType, 'items' | 'notePrompts'>): readonly ReadbackQuestion[] {
  const { offer } = handoff;
  if (offer === null) return [];
  const seed = Number.parseInt(offer.digest.slice(0, 8), 16) || 0;
  const sections = type.notePrompts.filter(({ sectionId }) => isRealText(handoff.note[sectionId]?.value ?? ''));
  const sectionsOf = (ids: readonly string[]) =>
    sections.filter(({ sectionId }) => ids.includes(sectionId)).map(({ sectionId, title }) => ({ questionId: sectionId, title }));
  const answered = type.items.filter(({ itemId }) => handoff.items[itemId]?.value?.kind === 'text');
  const knownIssues = type.items.filter(
    (item) => item.allowNoneKnown && ['text', 'noneKnown'].includes(handoff.items[item.itemId]?.value?.kind ?? ''),
  );
  const drawn: ReadbackQuestion[] = [];
  const draw = (kind: ReadbackQuestion['kind'], from: readonly Omit<ReadbackQuestion, 'kind'>[]): void => {
    const left = from.filter(({ questionId }) => !drawn.some((one) => one.questionId === questionId));
    const picked = left[seed % Math.max(1, left.length)];
    if (picked !== undefined && drawn.length < READBACK_QUESTIONS) drawn.push({ ...picked, kind });
  };
  const toThing = ({ itemId, title }: { readonly itemId: string; readonly title: string }) => ({ questionId: itemId, title });
  draw('nextAction', sectionsOf(NEXT_ACTION));
  for (const item of answered) if (item.readBack === true) draw('other', [toThing(item)]);
  draw('why', sectionsOf(WHY));
  draw('knownIssue', knownIssues.map(toThing));
  const rest = [...sectionsOf(sections.map(({ sectionId }) => sectionId)), ...answered.map(toThing)];
  while (drawn.length < READBACK_QUESTIONS && drawn.length < countOf([...rest, ...drawn])) draw('other', rest);
  return drawn;
}

function countOf(things: readonly { readonly questionId: string }[]): number {
  return new Set(things.map(({ questionId }) => questionId)).size;
}

/**
 * Whether an answer can stand: it says something and copies nothing the sender wrote. Where the sender said that nothing is known, any words
 * are right. What it means is for the sender to judge, who hears it back.
 */
export function passesByItself(questionId: string, text: string, handoff: Handoff): boolean {
  if (text.trim() === '') return false;
  if (handoff.items[questionId]?.value?.kind === 'noneKnown') return true;
  const texts = sendersTexts(handoff);
  return isRealText(text, texts) && texts.every((other) => similarity(text, other) < TOO_SIMILAR);
}

/** Whether a readback stands: every answer passed by itself and the sender corrected none. */
export function isPassed({ answers }: Readback): boolean {
  return answers.every(({ passed, correction }) => passed && correction === undefined);
}

/**
 * Where somebody's readback of the present offer stands: not needed, still to be given, to be given a second time, passed, or failed twice.
 * Failed stays failed until the two talked or the accountable person waives it.
 */
export type ReadbackStanding = 'notNeeded' | 'first' | 'again' | 'passed' | 'failed';

export function readbackStanding(
  handoff: Handoff,
  type: LevelType & Pick<HandoffType, 'items' | 'notePrompts'>,
  by: AccountId,
): ReadbackStanding {
  if (levelOf(handoff, type) < 2 || drawQuestions(handoff, type).length === 0) return 'notNeeded';
  const own = (handoff.offer?.readbacks ?? []).filter((readback) => readback.by === by);
  const last = own.at(-1);
  if (last === undefined) return 'first';
  if (isPassed(last)) return 'passed';
  return own.length < MAX_READBACKS ? 'again' : 'failed';
}

/** Whether whoever has it failed both readbacks, so that only a talk opens the acceptance (2.5), whatever the type says about talking. */
export function isTalkOwed(handoff: Handoff, type: Parameters<typeof readbackStanding>[1]): boolean {
  const takenBy = handoff.offer?.takenBy ?? null;
  return takenBy !== null && readbackStanding(handoff, type, takenBy) === 'failed';
}

/** Whether the first readback of the present offer stands; null while there is none (M17). */
export function passedFirstTime({ offer }: Handoff): boolean | null {
  const first = offer?.readbacks?.[0];
  return first === undefined ? null : isPassed(first);
}

/** Whether somebody has signed off on the present offer who neither accepts it nor is the sender by now. */
export function hasSecondSignature({ offer, sender }: Handoff, accepterId: AccountId | null): boolean {
  const signer = offer?.secondSignature?.by;
  return signer !== undefined && signer !== accepterId && signer !== sender.value;
}

/**
 * Whether somebody can be the second person: another member of the receiving group or role, or the accountable person. Never the sender,
 * and nobody who is asked to accept.
 */
export function isSecondPerson(
  { offer, sender }: Handoff,
  type: LevelType,
  { accountId, isCandidate }: { readonly accountId: AccountId; readonly isCandidate: boolean },
): boolean {
  if (offer === null || accountId === sender.value || accountId === offer.takenBy || isNamed(offer.receiver, accountId)) return false;
  return optionsOf(type).accountableId === accountId || (isPool(offer.receiver) && isCandidate);
}

/** What somebody answered to "what will you do next" in their newest readback: nobody writes it twice. Null when they did not. */
export function readBackAsNextStep(handoff: Handoff, type: Pick<HandoffType, 'items' | 'notePrompts'>, by: AccountId): string | null {
  const asked = drawQuestions(handoff, type).find(({ kind }) => kind === 'nextAction')?.questionId;
  const own = handoff.offer?.readbacks?.filter((readback) => readback.by === by).at(-1);
  return own?.answers.find(({ questionId }) => questionId === asked)?.text ?? null;
}
