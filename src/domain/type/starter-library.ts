import type { ChecklistItem, NotePrompt, Route, TypeDraft } from './handoff-type';

/** A ready-made handoff type without a route: what a project starts from and then makes its own. */
export type Starter = Omit<TypeDraft, 'route'> & {
  /** Stable, for example `dev-to-qa`. */
  readonly starterId: string;
};

function item(itemId: string, kind: ChecklistItem['kind'], title: string, hint: string, more: Partial<ChecklistItem> = {}): ChecklistItem {
  return { itemId, title, hint, kind, required: false, allowNoneKnown: false, allowInDescription: false, fieldId: null, ...more };
}

/** The four sections of the note, in SBAR order; only the first and the last are required. */
const SBAR_PROMPTS: readonly NotePrompt[] = [
  {
    sectionId: 'situation',
    title: 'Situation',
    hint: 'What was built or changed, and how far it is. Two sentences are enough.',
    required: true,
  },
  {
    sectionId: 'background',
    title: 'Background',
    hint: 'Why it was done this way: decisions, dependencies, what was tried before.',
    required: false,
  },
  {
    sectionId: 'assessment',
    title: 'Assessment',
    hint: 'How sure you are of it, and what worries you most.',
    required: false,
  },
  {
    sectionId: 'recommendation',
    title: 'Recommendation',
    hint: 'What to look at first, and what can wait.',
    required: true,
  },
];

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
    item('pull_request', 'link', 'Pull request', 'The pull request to be tested, with its description up to date.', { required: true }),
    item('where_to_test', 'text', 'Where to test', 'Environment, build or branch, address, and which account to use. Nobody should have to ask to get in.', {
      required: true,
    }),
    item('how_to_check', 'text', 'How to check it', 'The steps and the result to expect: write them, paste a link, or say that they stand in the description.', {
      required: true,
      allowInDescription: true,
    }),
    item('known_issues', 'text', 'Known issues', 'What does not work yet and is no news, so that nobody reports it again.', {
      required: true,
      allowNoneKnown: true,
    }),
    item('unit_tests', 'text', 'Unit tests', 'Link to the green build, or what ran and what was left out.'),
    item('docs_updated', 'link', 'Docs updated', 'The page that now says how it works.'),
    item('acceptance_criteria', 'text', 'Acceptance criteria', 'What must be true for this to be done, one line each.', { allowInDescription: true }),
    item('test_cases', 'text', 'Test cases', 'Cases worth running, the odd ones above all: a list or a link.', { allowInDescription: true }),
  ],
  notePrompts: SBAR_PROMPTS,
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
