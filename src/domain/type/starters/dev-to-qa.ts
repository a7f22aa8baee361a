import { SBAR_PROMPTS } from '../sbar-prompts';
import { check, guide, item, raciR, starter } from './starter';

/**
 * Development hands over to testing (S-073, experience.md 1): six short things are required, the rest is offered, folded.
 *
 * The environment details of S-073 are part of *Where to test*.
 */
export const devToQa = starter({
  starterId: 'dev-to-qa',
  name: 'Dev → QA',
  team: 'QA',
  summary: 'A developer hands a change to whoever tests it.',
  routeWords: null,
  information: [
    item('link', ['pull_request', 'Pull request', 'The pull request to be tested, with its description up to date.'], { required: true }),
    item(
      'text',
      [
        'where_to_test',
        'Where to test',
        'Environment, build or branch, address, and which account to use. Nobody should have to ask to get in.',
      ],
      { required: true, readBack: true },
    ),
    item(
      'text',
      [
        'how_to_check',
        'How to check it',
        'The steps and the result to expect: write them, paste a link, or say that they stand in the description.',
      ],
      { required: true, allowInDescription: true },
    ),
    item('text', ['known_issues', 'Known issues', 'What does not work yet and is no news, so that nobody reports it again.'], {
      required: true,
      allowNoneKnown: true,
    }),
    item('text', ['acceptance_criteria', 'Acceptance criteria', 'What must be true for this to be done, one line each.'], {
      allowInDescription: true,
    }),
    item('text', ['test_cases', 'Test cases', 'Cases worth running, the odd ones above all: a list or a link.'], {
      allowInDescription: true,
    }),
  ],
  steps: [
    item('text', ['unit_tests', 'Unit tests', 'Link to the green build, or what ran and what was left out.']),
    item('link', ['docs_updated', 'Docs updated', 'The page that now says how it works.']),
  ],
  confirmation: [
    check('smoke_test', 'Smoke test passes', 'The main way through it works in the environment named.'),
    check('build_stable', 'Build is stable', 'It starts, stays up and is the build that was named.'),
  ],
  notePrompts: SBAR_PROMPTS,
  guide: guide({
    whenUsed:
      'Each time a change leaves development and somebody else is to find out whether it works. Again after every return, with what was fixed.',
    flow: {
      inputs: ['Reviewed pull request', 'Build in a test environment', 'What to check and what is known to be broken'],
      process: [
        'Fill the checklist while it is fresh',
        'Fifteen minutes together where it is large or risky',
        'QA tries it before accepting',
      ],
      outputs: ['QA can start testing without asking'],
    },
    raciR: raciR({
      responsible: 'Developer',
      accountable: 'Development lead',
      consulted: 'Product owner',
      informed: 'Release manager',
      receiver: 'QA engineer',
    }),
    agenda: ['Demo of what changed', 'Known issues', 'Questions'],
    pitfalls: [
      'The wrong environment: hours of testing an old build. Name the build, not only the address.',
      'Test data that only the developer has.',
      '“See the ticket” as a recommendation: say what to look at first.',
    ],
    example: [
      'Situation: The export of orders now writes CSV as well as PDF. Done but for the Italian labels.',
      'Background: The old writer held everything in memory, so it was replaced; totals come from the same query as before.',
      'Assessment: Sure about totals, unsure about orders with more than 1,000 lines.',
      'Recommendation: Start with a large order in the build named above. Labels can wait until Thursday.',
    ].join('\n'),
  }),
});
