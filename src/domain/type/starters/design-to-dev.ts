import { check, guide, item, raciR, sbar, starter } from './starter';

/** A designer hands specifications and mock-ups to development (S-033). */
export const designToDev = starter({
  starterId: 'design-to-dev',
  name: 'Design → Dev',
  team: 'Development',
  summary: 'A designer hands specifications and mock-ups to whoever builds them.',
  routeWords: {
    from: [/\b(in )?design(ing)?\b/iu, /\b(ux|ui|mock-?ups?|concept)\b/iu],
    to: [/\bready (for|to) dev\w*\b/iu, /\bdev(elopment|eloping)?\b/iu, /\b(implement\w*|build\w*|coding)\b/iu],
  },
  information: [
    item('link', ['specifications', 'Specifications', 'What it does in words: rules, limits, texts, what happens on error.'], {
      required: true,
    }),
    item('link', ['mock_ups', 'Mock-ups', 'The frames that count, not the whole file; old ones out of sight.'], { required: true }),
    item('link', ['asset_repository', 'Assets', 'Where icons, images and fonts lie, exported and named as they are used.'], {
      required: true,
    }),
    item('text', ['task_list', 'Prioritised task list', 'What to build first and what can be left out if time runs short.'], {
      required: true,
      allowInDescription: true,
    }),
    item('text', ['states', 'States and edges', 'Empty, loading, error, long text, small screen: drawn, or in a sentence each.'], {
      allowNoneKnown: true,
    }),
    item('text', ['accessibility', 'Accessibility', 'Order of focus, names for what has no text, contrast that was checked.']),
  ],
  steps: [
    item('tick', ['review_meeting', 'Review meeting held', 'Design and development went through it together.']),
    item('tick', ['open_questions_settled', 'Open questions settled', 'Nothing in the mock-ups is still to be decided.']),
  ],
  confirmation: [
    check('assets_open', 'Assets open', 'Every asset can be opened and is the newest.'),
    check('states_covered', 'States are covered', 'For every state you know what to build.'),
  ],
  notePrompts: sbar(
    'What is to be built and for whom, in two sentences.',
    'What was tried and given up, and which decision is whose.',
    'Which part is firm and which may still change; what you expect to be hard to build.',
    'What to build first, and where you want to be asked before something is simplified.',
  ),
  guide: guide({
    whenUsed: 'Each time a design is settled enough to be built. Small corrections of something already built need no handoff.',
    flow: {
      inputs: ['Specifications and mock-ups'],
      process: ['Review meeting', 'Asset repository'],
      outputs: ['Prioritised task list'],
    },
    raciR: raciR({
      responsible: 'Designer',
      accountable: 'Product owner',
      consulted: 'Accessibility specialist',
      informed: 'QA lead',
      receiver: 'Developer',
    }),
    agenda: ['Walk through the flow', 'States that are easy to forget', 'Order of the tasks', 'Questions'],
    pitfalls: [
      'Mock-ups that go on changing after development began.',
      'Only the happy path was drawn.',
      'Assets that must be cut out of a picture.',
    ],
    example: [
      'Situation: New sign-up in three steps, for phones first.',
      'Background: One long page was tested and lost a third of the people at the address.',
      'Assessment: The steps are firm, the pictures are not. The address search will be the hard part.',
      'Recommendation: Build the steps without the search first. Ask me before you drop the progress line.',
    ].join('\n'),
  }),
});
