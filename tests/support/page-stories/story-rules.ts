import type { CoverageRow, CoverageView, TestRunView } from '../../../src/contract/coverage';

/** What a project admin sends to the Jira admin. */
export const STORY_REQUEST =
  'Please add the rule “Handoff” to the workflow “BAT workflow”, on the transition In Development → In QA (Hand over), with Prepared. It stops the move until the handoff is complete and says what is missing.';

const storyMove = (transitionId: string, name: string, more: Partial<CoverageRow>): CoverageRow => ({
  workflow: 'BAT workflow',
  transitionId,
  name,
  from: [{ id: '3', name: 'In Development' }],
  to: { id: '4', name: 'In QA' },
  types: [],
  rules: [],
  findings: [],
  ...more,
});

/** A project's moves with something to say about most of them. */
export function storyCoverage(own: Partial<CoverageView> = {}): CoverageView {
  const types = [{ typeId: 'dev-to-qa', name: 'Dev → QA', paused: false }];
  const done = { id: '5', name: 'Done' };
  return {
    known: true,
    rows: [
      storyMove('41', 'Straight to QA', { from: [], types, findings: ['noRule', 'twin', 'anyStatus'] }),
      storyMove('42', 'Hand over', {
        types,
        rules: [{ requires: 'prepared', mode: 'enforce', enabled: false }],
        findings: ['ruleOff', 'shared'],
      }),
      storyMove('21', 'Send to QA', {
        types,
        rules: [{ requires: 'prepared', mode: 'observe', enabled: true }],
        findings: ['watching', 'shared'],
      }),
      storyMove('31', 'Finish', { from: [{ id: '4', name: 'In QA' }], to: done }),
    ],
    unreached: [],
    sharedWith: [{ workflow: 'BAT workflow', projects: ['Operations'], others: 2 }],
    request: STORY_REQUEST,
    ...own,
  };
}

/** The work items a test run can be made with. */
export const storyRecentItems = {
  items: [
    { key: 'BAT-7', summary: 'Charger stops at 80 %', statusName: 'To Do' },
    { key: 'BAT-12', summary: 'Battery icon shows the wrong level after waking up', statusName: 'In Development' },
  ],
};

/** A move that would be stopped. */
export const storyTestRun: TestRunView = {
  issueKey: 'BAT-7',
  summary: 'Charger stops at 80 %',
  from: { id: '3', name: 'In Development' },
  to: { id: '4', name: 'In QA' },
  standsIn: 'To Do',
  verdict: 'stopped',
  message:
    'Nothing prepared for QA yet. Needed: Pull request, Where to test, How to check it and 3 more. Anyone who can edit this work item can start under Handoff, on its right side.',
  rule: 'none',
};
