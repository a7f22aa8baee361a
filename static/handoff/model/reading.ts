import type { HandoffCard, HandoffScreen } from '../../../src/contract/handoff-screen';
import type { HandoffPackage } from '../../../src/domain/handoff/handoff-package';
import type { Handoff, ItemAnswer } from '../../../src/domain/handoff/handoff';
import { appliesHere } from '../../../src/domain/handoff/applies-here';
import { isApproved } from '../../../src/domain/handoff/approval';
import type { ChecklistItem } from '../../../src/domain/type/handoff-type';

/** One answered thing as its reader sees it. */
export interface Reading {
  readonly field: `item:${string}` | `section:${string}`;
  readonly title: string;
  readonly required: boolean;
  readonly content:
    | ItemAnswer
    | { readonly kind: 'section'; readonly text: string }
    | { readonly kind: 'onWorkItem'; readonly count: number | null; readonly values?: readonly string[] };
  readonly by: string | null;
  readonly at: string | null;
  /** It says exactly what it said in the last handoff of this work item. */
  readonly reused?: true;
}

/** What was handed over, in the order it is read: what to do first, then what is known to be wrong, then why, then the rest. */
export interface ReadingOrder {
  readonly first: readonly Reading[];
  readonly items: readonly Reading[];
  /** Sections beyond the first ones; folded. */
  readonly more: readonly Reading[];
}

const ON_TOP = 'recommendation';
const EARLY = 'situation';

function order(items: readonly Reading[], known: (reading: Reading) => boolean, sections: readonly Reading[]): ReadingOrder {
  const named = (id: string): readonly Reading[] => sections.filter((section) => section.field === `section:${id}`);
  const [recommendation, situation] = [named(ON_TOP), named(EARLY)];
  const shown = recommendation.length + situation.length > 0;
  return {
    first: shown ? [...recommendation, ...items.filter(known), ...situation] : [...sections, ...items.filter(known)],
    items: items.filter((item) => !known(item)),
    more: shown ? sections.filter((section) => !recommendation.includes(section) && !situation.includes(section)) : [],
  };
}

function toReading(item: ChecklistItem, handoff: Handoff, issue: HandoffScreen['issue']): Reading[] {
  const entry = handoff.items[item.itemId];
  if (item.kind === 'approval' && !isApproved(item, entry, handoff.sender.value)) return [];
  const base = { field: `item:${item.itemId}` as const, title: item.title, required: item.required };
  const answer = entry?.value ?? null;
  if (entry !== undefined && answer !== null) return [{ ...base, content: answer, by: entry.by, at: entry.at }];
  const isThere =
    item.kind === 'attachment' ? issue.attachmentCount > 0 : item.fieldId !== null && issue.filledFieldIds.includes(item.fieldId);
  if (item.kind === 'attachment' && isThere)
    return [{ ...base, content: { kind: 'onWorkItem', count: issue.attachmentCount }, by: null, at: null }];
  if (item.kind === 'field' && isThere) {
    const values = issue.fieldValues?.[item.fieldId ?? ''] ?? [];
    return [{ ...base, content: { kind: 'onWorkItem', count: null, values }, by: null, at: null }];
  }
  return [];
}

/** The handoff as it stands, for reading; `reused` names fields to mark. What was left empty is not shown. */
export function readHandoff(
  card: HandoffCard,
  handoff: Handoff,
  issue: HandoffScreen['issue'],
  reused: ReadonlySet<string> = new Set(),
): ReadingOrder {
  const marked = (reading: Reading): Reading => (reused.has(reading.field) ? { ...reading, reused: true } : reading);
  const { items, notePrompts } = card.handoffType;
  const knownIds = new Set(items.filter((item) => item.allowNoneKnown).map((item) => item.itemId));
  const sections = notePrompts.flatMap((prompt): Reading[] => {
    const entry = handoff.note[prompt.sectionId];
    const content = entry?.unknown ?? ({ kind: 'section', text: entry?.value ?? '' } as const);
    if (entry === undefined || (content.kind === 'section' && entry.value === null)) return [];
    return [{ field: `section:${prompt.sectionId}`, title: prompt.title, required: prompt.required, content, by: entry.by, at: entry.at }];
  });
  const readings = items.filter((item) => appliesHere(item, issue.fieldValues)).flatMap((item) => toReading(item, handoff, issue));
  return order(readings.map(marked), (reading) => knownIds.has(reading.field.slice('item:'.length)), sections.map(marked));
}

/** An earlier round as it was handed over. */
export function readPackage(handedOver: HandoffPackage): ReadingOrder {
  const items = handedOver.items.flatMap((item): Reading[] => {
    const { answer, by, at, title, required } = item;
    if (answer === null) return [];
    const base = { field: `item:${item.itemId}` as const, title, required, by, at };
    if (answer.kind === 'field') return [{ ...base, content: { kind: 'onWorkItem', count: null } }];
    if (answer.kind === 'attachments') return [{ ...base, content: { kind: 'onWorkItem', count: answer.attachmentIds.length } }];
    return [{ ...base, content: answer }];
  });
  const sections = handedOver.note.map(({ sectionId, title, text, unknown, by, at }): Reading => ({
    field: `section:${sectionId}`,
    title,
    required: false,
    content: unknown ?? { kind: 'section', text },
    by,
    at,
  }));
  return order(items, (reading) => reading.content.kind === 'noneKnown', sections);
}
