import { EMPTY_GUIDE, type Guide, type RaciEntry, type RaciR } from '../guide';
import type { ChecklistItem, NotePrompt, Route, TypeDraft } from '../handoff-type';

/** The three things a checklist is made of (S-135): what the receiver must know, what must be done first, and who confirms it. */
export type ItemGroup = 'information' | 'steps' | 'confirmation';

/** How the statuses of a route are probably called, the surest name first. */
export interface RouteWords {
  readonly from: readonly RegExp[];
  readonly to: readonly RegExp[];
}

/** A ready-made handoff type without a route: what a project starts from and then makes its own (S-001). */
export interface Starter extends Omit<TypeDraft, 'route'> {
  /** Stable, for example `dev-to-qa`. */
  readonly starterId: string;
  /** One line: who hands over what to whom. */
  readonly summary: string;
  /** Null: the route is proposed as for *Dev → QA*. */
  readonly routeWords: RouteWords | null;
  /** Ids of the items by what they are for; every item stands in one group. */
  readonly groups: Readonly<Record<ItemGroup, readonly string[]>>;
  /** What its playbook page says at first. */
  readonly guide: Guide;
}

/** What is the starter's own; the rest is the same in all of them. */
type StarterParts = Pick<Starter, 'starterId' | 'name' | 'team' | 'summary' | 'routeWords' | 'notePrompts' | 'guide'> &
  Readonly<Record<ItemGroup, readonly ChecklistItem[]>>;

/** A starter whose sender chooses the receiver, with nothing on beyond the main path; items in the order of the groups. */
export function starter({ information, steps, confirmation, ...own }: StarterParts): Starter {
  const idsOf = (items: readonly ChecklistItem[]): readonly string[] => items.map(({ itemId }) => itemId);
  return {
    ...own,
    opensAt: 'offer',
    workItemTypeIds: [],
    items: [...information, ...steps, ...confirmation],
    receiver: { kind: 'senderChooses' },
    nextStepRequired: false,
    acceptAssigns: true,
    groups: { information: idsOf(information), steps: idsOf(steps), confirmation: idsOf(confirmation) },
  };
}

type ItemWords = readonly [itemId: string, title: string, hint: string];

/** An item of a starter: optional and without extra answers, unless it says otherwise. */
export function item(
  kind: ChecklistItem['kind'],
  [itemId, title, hint]: ItemWords,
  more: Partial<
    Pick<
      ChecklistItem,
      'required' | 'allowNoneKnown' | 'allowInDescription' | 'readBack' | 'window' | 'mustBeAhead' | 'choices' | 'several'
    >
  > = {},
): ChecklistItem {
  return { itemId, title, hint, kind, required: false, allowNoneKnown: false, allowInDescription: false, fieldId: null, ...more };
}

/** Something the receiver looks at before accepting. */
export function check(...words: ItemWords): ChecklistItem {
  return { ...item('tick', words), answeredBy: 'receiver' };
}

/** The four parts of the note with hints of the trade; the first and the last are required. */
export function sbar(situation: string, background: string, assessment: string, recommendation: string): readonly NotePrompt[] {
  return [
    { sectionId: 'situation', title: 'Situation', hint: situation, required: true },
    { sectionId: 'background', title: 'Background', hint: background, required: false },
    { sectionId: 'assessment', title: 'Assessment', hint: assessment, required: false },
    { sectionId: 'recommendation', title: 'Recommendation', hint: recommendation, required: true },
  ];
}

/** A RACI-R row of names only: who they are in a project is for its admin to say. */
export function raciR(names: Readonly<Record<keyof RaciR, string>>): RaciR {
  const cell = (name: string): readonly RaciEntry[] => [{ kind: 'other', name }];
  return {
    responsible: cell(names.responsible),
    accountable: cell(names.accountable),
    consulted: cell(names.consulted),
    informed: cell(names.informed),
    receiver: cell(names.receiver),
  };
}

/** A guide nobody looks after or has reviewed yet. */
export function guide(parts: Pick<Guide, 'whenUsed' | 'flow' | 'raciR' | 'agenda' | 'pitfalls' | 'example'>): Guide {
  return { ...EMPTY_GUIDE, ...parts };
}

/** The draft of a type made from a starter along a route of the project; it keeps which starter it came from. */
export function toDraft({ summary: _s, routeWords: _w, groups: _g, guide: _p, ...type }: Starter, route: Route): TypeDraft {
  return { ...type, route };
}

/** The same as a project's first handoff, as small as can be: the receiver has nothing to check of their own (experience.md 1). */
export function toFirstDraft(starter: Starter, route: Route): TypeDraft {
  const draft = toDraft(starter, route);
  return { ...draft, items: draft.items.filter(({ answeredBy }) => answeredBy === undefined) };
}
