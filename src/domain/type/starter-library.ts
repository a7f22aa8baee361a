import type { ChecklistItem, Route, TypeDraft } from './handoff-type';
import { SBAR } from './note-presets';

/** A ready-made handoff type without a route: what a project starts from and then makes its own. */
export type Starter = Omit<TypeDraft, 'route'> & {
  /** Stable, for example `dev-to-qa`. */
  readonly starterId: string;
};

/** An optional item without extra answers, unless it says otherwise. */
function item(
  own: Pick<ChecklistItem, 'itemId' | 'kind' | 'title' | 'hint'> &
    Partial<Pick<ChecklistItem, 'required' | 'allowNoneKnown' | 'allowInDescription'>>,
): ChecklistItem {
  return { required: false, allowNoneKnown: false, allowInDescription: false, fieldId: null, ...own };
}

/**
 * Development hands over to testing (S-073, experience.md 1): six short things are required, the rest is offered, folded.
 *
 * The environment details of S-073 are part of *Where to test*.
 */
export const devToQa: Starter = {
  starterId: 'dev-to-qa',
  name: 'Dev → QA',
  team: 'QA',
  opensAt: 'offer',
  workItemTypeIds: [],
  items: [
    item({
      itemId: 'pull_request',
      kind: 'link',
      title: 'Pull request',
      hint: 'The pull request to be tested, with its description up to date.',
      required: true,
    }),
    item({
      itemId: 'where_to_test',
      kind: 'text',
      title: 'Where to test',
      hint: 'Environment, build or branch, address, and which account to use. Nobody should have to ask to get in.',
      required: true,
    }),
    item({
      itemId: 'how_to_check',
      kind: 'text',
      title: 'How to check it',
      hint: 'The steps and the result to expect: write them, paste a link, or say that they stand in the description.',
      required: true,
      allowInDescription: true,
    }),
    item({
      itemId: 'known_issues',
      kind: 'text',
      title: 'Known issues',
      hint: 'What does not work yet and is no news, so that nobody reports it again.',
      required: true,
      allowNoneKnown: true,
    }),
    item({ itemId: 'unit_tests', kind: 'text', title: 'Unit tests', hint: 'Link to the green build, or what ran and what was left out.' }),
    item({ itemId: 'docs_updated', kind: 'link', title: 'Docs updated', hint: 'The page that now says how it works.' }),
    item({
      itemId: 'acceptance_criteria',
      kind: 'text',
      title: 'Acceptance criteria',
      hint: 'What must be true for this to be done, one line each.',
      allowInDescription: true,
    }),
    item({
      itemId: 'test_cases',
      kind: 'text',
      title: 'Test cases',
      hint: 'Cases worth running, the odd ones above all: a list or a link.',
      allowInDescription: true,
    }),
  ],
  notePrompts: SBAR.prompts,
  receiver: { kind: 'senderChooses' },
  nextStepRequired: false,
  acceptAssigns: true,
};

/** Every starter, in the order people see. Each requires at most 4 items and 2 sections. */
export const STARTERS: readonly Starter[] = [devToQa];

/** The draft of a type made from a starter along a route of the project. */
export function toDraft({ starterId: _starterId, ...starter }: Starter, route: Route): TypeDraft {
  return { ...starter, route };
}
