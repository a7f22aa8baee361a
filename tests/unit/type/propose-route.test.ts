import { proposeRoute, type StatusChoice } from '../../../src/domain/type/propose-route';

type Choice = readonly [name: string, category: StatusChoice['category']];

function proposed(choices: readonly Choice[]): string | null {
  const route = proposeRoute(choices.map(([name, category]) => ({ id: name, name, category })));
  return route === null ? null : `${route.fromStatusIds.join('+')} → ${route.toStatusId}`;
}

describe('proposeRoute', () => {
  it.each<readonly [string, readonly Choice[], string | null]>([
    [
      'the textbook',
      [
        ['To Do', 'new'],
        ['In Development', 'indeterminate'],
        ['In QA', 'indeterminate'],
        ['Done', 'done'],
      ],
      'In Development → In QA',
    ],
    [
      'a plain board with a test column',
      [
        ['To Do', 'new'],
        ['In Progress', 'indeterminate'],
        ['Testing', 'indeterminate'],
        ['Done', 'done'],
      ],
      'In Progress → Testing',
    ],
    [
      'a review only',
      [
        ['Backlog', 'new'],
        ['In Progress', 'indeterminate'],
        ['In Review', 'indeterminate'],
      ],
      'In Progress → In Review',
    ],
    [
      'a review and QA',
      [
        ['In Progress', 'indeterminate'],
        ['Code Review', 'indeterminate'],
        ['QA', 'indeterminate'],
      ],
      'In Progress → QA',
    ],
    [
      'a queue before QA',
      [
        ['In QA', 'indeterminate'],
        ['Ready for QA', 'new'],
        ['Development', 'indeterminate'],
      ],
      'Development → Ready for QA',
    ],
    [
      'a queue before development',
      [
        ['Ready for dev', 'indeterminate'],
        ['In Progress', 'indeterminate'],
        ['QA', 'indeterminate'],
      ],
      'In Progress → QA',
    ],
    [
      'a plain board',
      [
        ['To Do', 'new'],
        ['In Progress', 'indeterminate'],
        ['Done', 'done'],
      ],
      null,
    ],
    [
      'a finished check',
      [
        ['In Progress', 'indeterminate'],
        ['QA passed', 'indeterminate'],
        ['Tested', 'done'],
      ],
      null,
    ],
    [
      'other work',
      [
        ['Draft', 'new'],
        ['Legal', 'indeterminate'],
        ['Published', 'done'],
      ],
      null,
    ],
    ['nothing', [], null],
  ])('reads %s', (_what, choices, expected) => {
    expect(proposed(choices)).toBe(expected);
  });
});
