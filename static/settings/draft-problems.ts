import type { SettingsView, TypeDraft } from '../../src/contract/settings';
import type { ChecklistItem, HandoffType, ItemChoice } from '../../src/domain/type/handoff-type';
import { MAX_NOTE_LENGTH } from '../../src/domain/type/published-type';
import { isDay, isOverLength, lacksSecondPerson, SOFT_MAX_ITEMS } from '../../src/domain/type/check-draft';
import type { TextKey, TextVars } from '../kit/text/format-text';

/** One thing that keeps a draft from being published: the id of the field to go to, and the text that explains it. */
export interface Problem {
  readonly fieldId: string;
  readonly key: TextKey;
  readonly vars?: TextVars;
}

/** Ids of the form's fields: problems point at them, and a deep link lands on one. */
export const fieldIds = {
  name: 'type-name',
  team: 'type-team',
  from: 'type-from',
  to: 'type-to',
  addItem: 'add-item',
  receiver: 'type-receiver',
  accountable: 'type-accountable',
  waiverGroup: 'type-waiver-group',
  note: 'type-change-note',
  overLength: 'type-over-length',
  itemTitle: (itemId: string) => `item-title-${itemId}`,
  itemField: (itemId: string) => `item-field-${itemId}`,
  promptTitle: (sectionId: string) => `prompt-title-${sectionId}`,
} as const;

/** Longest name of an item, a section or an option, in characters. */
export const MAX_TITLE_LENGTH = 60;
const MAX_TEAM_LENGTH = 30;
const MAX_HINT_LENGTH = 200;

/**
 * Everything that must change before a draft can be published, in the order of the form; empty when it can be.
 *
 * The same limits as the contract's `typeDraft` and the same rules as the domain's `checkDraft`, all at once instead of the first;
 * and the one rule over types: at most one active type of a project has a given (from, to) (design decision 2). `typeId` is the type being edited, null for a new one;
 * one that is off may share a move, which is only decided when it is turned on.
 */
export function draftProblems(draft: TypeDraft, typeId: string | null, types: SettingsView['types']): readonly Problem[] {
  return [
    ...lengthProblems(fieldIds.name, draft.name, MAX_TITLE_LENGTH, 'name'),
    ...lengthProblems(fieldIds.team, draft.team, MAX_TEAM_LENGTH, 'team'),
    ...routeProblems(draft, typeId, types),
    ...itemProblems(draft),
    ...receiverProblems(draft),
    ...promptProblems(draft),
    ...repeatedTitles(draft),
    ...accountableProblems(draft),
  ];
}

/** What is wrong with the words on what changed in a type that exists; null when they can be published. */
export function noteProblem(note: string): Problem | null {
  const { length } = note.trim();
  if (length === 0) return { fieldId: fieldIds.note, key: 'settings.note.missing' };
  return length > MAX_NOTE_LENGTH
    ? { fieldId: fieldIds.note, key: 'settings.problem.tooLong', vars: { most: MAX_NOTE_LENGTH, length } }
    : null;
}

/** The active type that already has one of the draft's routes, or null. */
function routeOwner(draft: TypeDraft, typeId: string | null, types: SettingsView['types']): HandoffType | null {
  if (types.some(({ current, switches }) => current.typeId === typeId && !switches.active)) return null;
  const taken = types.find(
    ({ current, switches }) =>
      switches.active &&
      current.typeId !== typeId &&
      current.route.toStatusId === draft.route.toStatusId &&
      current.route.fromStatusIds.some((id) => draft.route.fromStatusIds.includes(id)),
  );
  return taken?.current ?? null;
}

type NamedPart = 'name' | 'team' | 'item' | 'prompt';

function lengthProblems(fieldId: string, text: string, most: number, part: NamedPart): readonly Problem[] {
  const length = text.trim().length;
  if (length === 0) return [{ fieldId, key: `settings.problem.${part}.missing` }];
  return length > most ? [{ fieldId, key: 'settings.problem.tooLong', vars: { most, length } }] : [];
}

function hintProblems(fieldId: string, hint: string): readonly Problem[] {
  return hint.length > MAX_HINT_LENGTH
    ? [{ fieldId, key: 'settings.problem.hintTooLong', vars: { most: MAX_HINT_LENGTH, length: hint.length } }]
    : [];
}

function routeProblems(draft: TypeDraft, typeId: string | null, types: SettingsView['types']): readonly Problem[] {
  const { fromStatusIds, toStatusId } = draft.route;
  const problems: Problem[] = [];
  if (fromStatusIds.length === 0) problems.push({ fieldId: fieldIds.from, key: 'settings.problem.from.missing' });
  if (toStatusId === '') problems.push({ fieldId: fieldIds.to, key: 'settings.problem.to.missing' });
  else if (fromStatusIds.includes(toStatusId)) problems.push({ fieldId: fieldIds.to, key: 'settings.problem.to.sameAsFrom' });
  const owner = routeOwner(draft, typeId, types);
  if (owner !== null) problems.push({ fieldId: fieldIds.from, key: 'settings.problem.route.taken', vars: { name: owner.name } });
  return problems;
}

function itemProblems(draft: TypeDraft): readonly Problem[] {
  if (draft.items.length === 0) return [{ fieldId: fieldIds.addItem, key: 'settings.problem.items.missing' }];
  return [...draft.items.flatMap(ownProblems), ...lengthReasonProblems(draft)];
}

function ownProblems(item: ChecklistItem): readonly Problem[] {
  return [
    ...lengthProblems(fieldIds.itemTitle(item.itemId), item.title, MAX_TITLE_LENGTH, 'item'),
    ...hintProblems(fieldIds.itemTitle(item.itemId), item.hint),
    ...fieldProblems(item),
    ...(item.expiresOn === undefined || isDay(item.expiresOn)
      ? []
      : [{ fieldId: `item-expires-${item.itemId}`, key: 'settings.problem.item.day' } as const]),
  ];
}

/** More than people read needs a reason (S-091). */
function lengthReasonProblems(draft: TypeDraft): readonly Problem[] {
  const isSaid = (draft.overLengthReason?.trim() ?? '') !== '';
  return isOverLength(draft) && !isSaid
    ? [{ fieldId: fieldIds.overLength, key: 'settings.problem.overLength', vars: { most: SOFT_MAX_ITEMS } }]
    : [];
}

function fieldProblems({ itemId, kind, fieldId, choices = [] }: ChecklistItem): readonly Problem[] {
  const place = fieldIds.itemField(itemId);
  if (kind === 'choice') return areChoicesSound(choices) ? [] : [{ fieldId: place, key: 'settings.problem.item.choices' }];
  return kind === 'field' && fieldId === null ? [{ fieldId: place, key: 'settings.problem.item.field' }] : [];
}

/** One without a name is left out when the draft is saved. */
function areChoicesSound(choices: readonly ItemChoice[]): boolean {
  const names = choices.map(({ name }) => name.trim().normalize('NFKC').toLowerCase()).filter((name) => name !== '');
  return names.length >= 2 && new Set(names).size === names.length;
}

function promptProblems(draft: TypeDraft): readonly Problem[] {
  return draft.notePrompts.flatMap((prompt) => [
    ...lengthProblems(fieldIds.promptTitle(prompt.sectionId), prompt.title, MAX_TITLE_LENGTH, 'prompt'),
    ...hintProblems(fieldIds.promptTitle(prompt.sectionId), prompt.hint),
  ]);
}

/** Two parts of one name cannot be told apart in a message; blank ones are told about already. */
function repeatedTitles({ items, notePrompts }: TypeDraft): readonly Problem[] {
  const seen = new Set<string>();
  const parts = [
    ...items.map(({ itemId, title }) => ({ fieldId: fieldIds.itemTitle(itemId), title })),
    ...notePrompts.map(({ sectionId, title }) => ({ fieldId: fieldIds.promptTitle(sectionId), title })),
  ];
  return parts.flatMap(({ fieldId, title }): readonly Problem[] => {
    const known = title.trim().normalize('NFKC').toLowerCase();
    if (known === '' || !seen.has(known)) {
      seen.add(known);
      return [];
    }
    return [{ fieldId, key: 'settings.problem.repeated', vars: { title: title.trim() } }];
  });
}

/** The empty id is somebody who is still to be picked. */
function accountableProblems(draft: TypeDraft): readonly Problem[] {
  const fieldId = fieldIds.accountable;
  if (draft.options?.accountableId === '') return [{ fieldId, key: 'settings.problem.accountable' }];
  return lacksSecondPerson(draft) ? [{ fieldId, key: 'settings.problem.secondPerson' }] : [];
}

function receiverProblems({ receiver }: TypeDraft): readonly Problem[] {
  const chosen =
    receiver.kind === 'senderChooses' ||
    (receiver.kind === 'person' && receiver.accountId !== '') ||
    (receiver.kind === 'group' && receiver.groupId !== '') ||
    (receiver.kind === 'role' && receiver.roleId !== '') ||
    (receiver.kind === 'userField' && receiver.fieldId !== '');
  return chosen ? [] : [{ fieldId: fieldIds.receiver, key: `settings.problem.receiver.${receiver.kind}` }];
}
