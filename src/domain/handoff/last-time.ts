import type { HandoffType } from '../type/handoff-type';
import type { Handoff, ItemAnswer, Question } from './handoff';
import type { HandoffPackage } from './handoff-package';
import { isRealText } from './real-text';

/** What the last handoff of this work item left behind: the newest round of the one before. */
export interface LastTime {
  readonly package: Pick<HandoffPackage, 'items' | 'note'>;
  readonly questions: readonly Question[];
}

/** One thing offered for adding; nothing of it is ever in a draft by itself (S-121). */
export interface CarriedOver {
  readonly kind: 'knownIssue' | 'openQuestion';
  readonly text: string;
  /** Where it would be added: an item where known issues are written. */
  readonly itemId: string;
}

/**
 * Known issues and unanswered questions of the last handoff, for a new one to take up; those the draft holds already are left out. Nothing
 * where the type asks for no known issues.
 */
export function listCarriedOver(last: LastTime, type: HandoffType, items: Handoff['items']): CarriedOver[] {
  const places = type.items.filter((item) => item.kind === 'text' && item.allowNoneKnown).map(({ itemId }) => itemId);
  const [first] = places;
  if (first === undefined) return [];
  const known = last.package.items.flatMap(({ itemId, answer }): CarriedOver[] =>
    answer?.kind === 'text' && places.includes(itemId) && isRealText(answer.text)
      ? [{ kind: 'knownIssue', text: answer.text.trim(), itemId }]
      : [],
  );
  const open = last.questions.flatMap(({ answer, text }): CarriedOver[] =>
    answer === null ? [{ kind: 'openQuestion', text: text.trim(), itemId: first }] : [],
  );
  return [...known, ...open].filter(({ itemId, text }) => !comparable(writtenText(items[itemId]?.value)).includes(comparable(text)));
}

/** What an item holds once something carried over was added to it: behind what is written there, on a line of its own. */
export function addCarriedOver(answer: ItemAnswer | null, { text }: CarriedOver): ItemAnswer {
  const written = writtenText(answer).trimEnd();
  return { kind: 'text', text: written === '' ? text : `${written}\n${text}` };
}

/**
 * Fields (`item:{id}`, `section:{id}`) that say exactly what they said last time, but for case and surrounding space: the receiver is told,
 * since what is repeated may not have been thought about again (domain.md 2.5).
 */
export function listReused(last: LastTime, handoff: Pick<Handoff, 'items' | 'note'>): string[] {
  const items = last.package.items.flatMap(({ itemId, answer }) =>
    isSame(answerText(answer), answerText(handoff.items[itemId]?.value)) ? [`item:${itemId}`] : [],
  );
  const sections = last.package.note.flatMap(({ sectionId, text }) =>
    isSame(text, handoff.note[sectionId]?.value ?? '') ? [`section:${sectionId}`] : [],
  );
  return [...items, ...sections];
}

function isSame(before: string, now: string): boolean {
  return comparable(before) !== '' && comparable(before) === comparable(now);
}

function comparable(text: string): string {
  return text.trim().toLowerCase();
}

/** What somebody wrote, or the time they named; explicit choices repeat by their nature and are no text. */
function answerText(answer: HandoffPackage['items'][number]['answer'] | undefined): string {
  if (answer?.kind === 'text') return answer.text;
  if (answer?.kind === 'when') return `${answer.at} ${answer.endsAt ?? ''}`;
  return answer?.kind === 'link' ? answer.url : '';
}

function writtenText(answer: ItemAnswer | null | undefined): string {
  return answer?.kind === 'text' ? answer.text : '';
}
