import type { SettingsView, TypeDraft } from '../../src/contract/settings';
import type { HandoffType } from '../../src/domain/type/handoff-type';
import { normaliseDraft } from '../../src/domain/type/check-draft';
import { optionsOf, type TypeOptions } from '../../src/domain/type/type-options';
import { OPTION_GROUPS, type OptionGroup } from './option-groups';
import { draftOf, sameDraft } from './type-draft';

/**
 * What somebody else's save means for the draft in hand: `none` their change was elsewhere and this draft can be saved on top;
 * `changed` they published the same type, so both versions are shown; `gone` the type is no longer there.
 */
export type SaveConflict =
  { readonly kind: 'none' } | { readonly kind: 'changed'; readonly theirs: HandoffType } | { readonly kind: 'gone' };

/** Compares the type a draft was based on with what stands now. `base` is null for a type that was never saved. */
export function saveConflict(base: HandoffType | null, now: SettingsView['types']): SaveConflict {
  if (base === null) return { kind: 'none' };
  const theirs = now.find(({ current }) => current.typeId === base.typeId)?.current;
  if (theirs === undefined) return { kind: 'gone' };
  return sameDraft(draftOf(theirs), draftOf(base)) ? { kind: 'none' } : { kind: 'changed', theirs };
}

const OWN_PARTS = [
  'name',
  'team',
  'route',
  'items',
  'receiver',
  'notePrompts',
  'opensAt',
  'acceptAssigns',
  'workItemTypeIds',
] as const satisfies readonly (keyof TypeDraft)[];

/** Parts of a type in which two versions differ: its own, and options by their purpose. */
export type TypePart = (typeof OWN_PARTS)[number] | OptionGroup;

/** Which parts of two drafts differ, in the order of the form, so that a conflict can say where. */
export function differingParts(mine: TypeDraft, theirs: TypeDraft): readonly TypePart[] {
  const [myOptions, theirOptions] = [normalOptions(mine), normalOptions(theirs)];
  const groups = Object.keys(OPTION_GROUPS) as OptionGroup[];
  return [
    ...OWN_PARTS.filter((part) => !sameDraft({ ...mine, [part]: theirs[part] }, mine)),
    ...groups.filter((group) =>
      OPTION_GROUPS[group].some((name) => JSON.stringify(myOptions[name]) !== JSON.stringify(theirOptions[name])),
    ),
  ];
}

function normalOptions(draft: TypeDraft): TypeOptions {
  return optionsOf(normaliseDraft(draft));
}
