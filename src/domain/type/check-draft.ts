import { fromDate, toDate } from '../calendar/wall-clock';
import type { ChecklistItem, HandoffType, ProjectConfig, TypeDraft } from './handoff-type';
import { normaliseOptions } from './type-options';

/**
 * What is wrong with a draft. ITEM_MISSING: it asks for nothing; FIELD_MISSING: an item of kind `field` names no Jira field;
 * DUPLICATE_ID, DUPLICATE_TITLE: two items or sections cannot be told apart, by counts or by people; SECOND_PERSON_MISSING: two people must
 * sign off and nobody could be the second; CHOICES_MISSING: fewer than two options to choose from; DAY_UNKNOWN: the calendar has no such day; REASON_MISSING: it asks for more than nine things and
 * nobody said why.
 */
export interface DraftProblem {
  readonly code:
    | 'ITEM_MISSING'
    | 'FIELD_MISSING'
    | 'DUPLICATE_ID'
    | 'DUPLICATE_TITLE'
    | 'SECOND_PERSON_MISSING'
    | 'CHOICES_MISSING'
    | 'DAY_UNKNOWN'
    | 'REASON_MISSING';
  /** Dotted path within the draft, for example `items.3.title`. */
  readonly path: string;
}

/**
 * A draft in the one form that is stored: trimmed titles, settings that mean nothing for the item's kind or without another one taken
 * back, each id of a list once, properties in one order. Takes a type too and then drops its id and version.
 */
export function normaliseDraft(draft: TypeDraft): TypeDraft {
  const { verificationLevel: level, ...others } = draft.options ?? {};
  // Level 1 has one form: the switch that types had before there were levels. A higher level says itself what it takes.
  const isHigher = level === 2 || level === 3;
  const options = normaliseOptions(isHigher ? { ...others, verificationLevel: level } : others);
  return {
    name: draft.name.trim(),
    team: draft.team.trim(),
    route: { fromStatusIds: [...new Set(draft.route.fromStatusIds)], toStatusId: draft.route.toStatusId },
    opensAt: draft.opensAt,
    workItemTypeIds: [...new Set(draft.workItemTypeIds)],
    items: draft.items.map(normaliseItem),
    notePrompts: draft.notePrompts.map(({ sectionId, title, hint, required }) => ({
      sectionId,
      title: title.trim(),
      hint: hint.trim(),
      required,
    })),
    receiver: draft.receiver,
    nextStepRequired: !isHigher && (draft.nextStepRequired || level === 1),
    acceptAssigns: draft.acceptAssigns,
    ...(options === undefined ? {} : { options }),
    ...(draft.starterId === undefined ? {} : { starterId: draft.starterId }),
    ...(isOverLength(draft) ? said('overLengthReason', draft.overLengthReason) : {}),
  };
}

function normaliseItem(given: ChecklistItem): ChecklistItem {
  // A check is done or not done by whoever receives: nothing else of an item means anything for it.
  const item: ChecklistItem = given.answeredBy === undefined ? given : { ...given, kind: 'tick', required: false };
  const takesText = item.kind === 'text' || item.kind === 'link';
  return {
    itemId: item.itemId,
    title: item.title.trim(),
    hint: item.hint.trim(),
    kind: item.kind,
    required: item.required,
    allowNoneKnown: takesText && item.allowNoneKnown,
    allowInDescription: takesText && item.allowInDescription,
    fieldId: item.kind === 'field' ? item.fieldId : null,
    ...(item.kind === 'approval' ? { approverId: item.approverId === '' ? null : (item.approverId ?? null) } : {}),
    ...(item.kind === 'attachment' && item.confirmsAll === true ? { confirmsAll: true } : {}),
    ...(item.kind === 'text' && item.readBack === true ? { readBack: true } : {}),
    ...normaliseTime(item),
    ...normaliseChoices(item),
    ...normaliseCondition(item),
    ...(item.answeredBy === undefined ? {} : { answeredBy: item.answeredBy }),
    ...said('owner', item.owner),
    ...said('reason', item.reason),
    ...said('expiresOn', item.expiresOn),
  };
}

/** A text under its name; nothing where nobody wrote one. */
function said<Name extends string>(name: Name, text: string | undefined): { readonly [Key in Name]?: string } {
  const trimmed = text?.trim() ?? '';
  // The compiler takes a computed name for any name there is.
  return trimmed === '' ? {} : ({ [name]: trimmed } as { readonly [Key in Name]: string });
}

function normaliseTime({ kind, window, mustBeAhead }: ChecklistItem): Pick<ChecklistItem, 'window' | 'mustBeAhead'> {
  if (kind !== 'when') return {};
  return { ...(window === true ? { window } : {}), ...(mustBeAhead === true ? { mustBeAhead } : {}) };
}

/** An option without a name is none. */
function normaliseChoices({ kind, choices = [], several }: ChecklistItem): Pick<ChecklistItem, 'choices' | 'several'> {
  if (kind !== 'choice') return {};
  return {
    choices: choices.flatMap(({ id, name, none }) =>
      name.trim() === '' ? [] : [{ id, name: name.trim(), ...(none === true ? { none } : {}) }],
    ),
    ...(several === true ? { several } : {}),
  };
}

/** A condition that names no field or no value is none. */
function normaliseCondition({ appliesIf }: ChecklistItem): Pick<ChecklistItem, 'appliesIf'> {
  const equals = appliesIf?.equals.trim() ?? '';
  return appliesIf === undefined || appliesIf.fieldId === '' || equals === '' ? {} : { appliesIf: { fieldId: appliesIf.fieldId, equals } };
}

/** The first problem of a draft, in the order people see it; null when it can be published. Lengths are the border's business. */
export function checkDraft(draft: TypeDraft): DraftProblem | null {
  if (draft.items.length === 0) return { code: 'ITEM_MISSING', path: 'items' };
  const parts = [
    ...draft.items.map((item, index) => ({ id: item.itemId, idKey: 'itemId', title: item.title, path: `items.${index}` })),
    ...draft.notePrompts.map((prompt, index) => ({
      id: prompt.sectionId,
      idKey: 'sectionId',
      title: prompt.title,
      path: `notePrompts.${index}`,
    })),
  ];
  const ids = new Set<string>();
  const titles = new Set<string>();
  for (const part of parts) {
    if (ids.has(part.id)) return { code: 'DUPLICATE_ID', path: `${part.path}.${part.idKey}` };
    const title = part.title.normalize('NFKC').toLowerCase();
    if (titles.has(title)) return { code: 'DUPLICATE_TITLE', path: `${part.path}.title` };
    ids.add(part.id);
    titles.add(title);
  }
  const withoutField = draft.items.findIndex((item) => item.kind === 'field' && item.fieldId === null);
  if (withoutField !== -1) return { code: 'FIELD_MISSING', path: `items.${withoutField}.fieldId` };
  const choiceProblem = findChoiceProblem(draft);
  if (choiceProblem !== null) return choiceProblem;
  const withoutDay = draft.items.findIndex(({ expiresOn }) => expiresOn !== undefined && !isDay(expiresOn));
  if (withoutDay !== -1) return { code: 'DAY_UNKNOWN', path: `items.${withoutDay}.expiresOn` };
  if (isOverLength(draft) && (draft.overLengthReason ?? '').trim() === '') return { code: 'REASON_MISSING', path: 'overLengthReason' };
  return lacksSecondPerson(draft) ? { code: 'SECOND_PERSON_MISSING', path: 'options.accountableId' } : null;
}

/** Options of one item are told apart like items; one option alone leaves nothing to choose. */
function findChoiceProblem({ items }: TypeDraft): DraftProblem | null {
  for (const [index, { kind, choices = [] }] of items.entries()) {
    const path = `items.${index}.choices`;
    if (kind === 'choice' && choices.length < 2) return { code: 'CHOICES_MISSING', path };
    const sameId = choices.findIndex(({ id }, at) => choices.findIndex((other) => other.id === id) < at);
    if (sameId !== -1) return { code: 'DUPLICATE_ID', path: `${path}.${sameId}.id` };
    const names = choices.map(({ name }) => name.normalize('NFKC').toLowerCase());
    const sameName = names.findIndex((name, at) => names.indexOf(name) < at);
    if (sameName !== -1) return { code: 'DUPLICATE_TITLE', path: `${path}.${sameName}.name` };
  }
  return null;
}

/** Most things a type asks of a sender before somebody must say why there are more (S-091). */
export const SOFT_MAX_ITEMS = 9;

/** Whether a draft asks its senders for more than people read. What the receiver checks is not asked of them. */
export function isOverLength({ items }: Pick<TypeDraft, 'items'>): boolean {
  return items.filter(({ answeredBy }) => answeredBy === undefined).length > SOFT_MAX_ITEMS;
}

/** Whether the calendar has this day, given as `yyyy-mm-dd`. */
export function isDay(text: string): boolean {
  const day = fromDate(text);
  return !Number.isNaN(day) && toDate(day) === text;
}

/**
 * Whether nobody could be the second person to sign off (level 3): one person receives, so that no other member of a group or role is there,
 * and nobody else answers for the type. Where the sender chooses it may be one person too.
 */
export function lacksSecondPerson({ receiver, options }: TypeDraft): boolean {
  if (options?.verificationLevel !== 3 || receiver.kind === 'group' || receiver.kind === 'role') return false;
  const accountableId = options.accountableId ?? null;
  return accountableId === null || (receiver.kind === 'person' && receiver.accountId === accountableId);
}

/** Id of another active type that already has a (from, to) of this one; null when the route is free. */
export function findRouteConflict(type: HandoffType, config: ProjectConfig): string | null {
  const conflict = config.types.find(
    ({ current, switches }) =>
      switches.active &&
      current.typeId !== type.typeId &&
      current.route.toStatusId === type.route.toStatusId &&
      current.route.fromStatusIds.some((statusId) => type.route.fromStatusIds.includes(statusId)),
  );
  return conflict?.current.typeId ?? null;
}
