import type { AdminOverview } from '../../../src/contract/admin';
import { setupSteps } from '../../../static/get-started/setup-steps';

const project = (on: boolean, panelPinned: boolean | null): AdminOverview['projects'][number] => ({
  id: '1',
  key: 'BAT',
  name: 'Batteries',
  on,
  panelPinned,
});
const rule = (enabled: boolean, requires: 'prepared' | 'broken' = 'prepared'): AdminOverview['rules'][number] => ({
  ruleId: 'r',
  workflowName: 'w',
  transition: 't',
  requires,
  mode: 'enforce',
  enabled,
});
const statuses = (overview: AdminOverview): readonly string[] => {
  const { turnOn, pinPanel, addRule } = setupSteps(overview);
  return [turnOn.status, pinPanel.status, addRule.status];
};

describe('setting Baton up', () => {
  it('has everything to do on a fresh site', () => {
    expect(statuses({ projects: [project(false, null)], rules: [] })).toEqual(['open', 'open', 'open']);
  });

  it('is done when a project is on, pinned and guarded', () => {
    expect(statuses({ projects: [project(true, true), project(false, null)], rules: [rule(true)] })).toEqual(['done', 'done', 'done']);
  });

  it('is partly done when only some projects are pinned, or a rule is off or cannot be read', () => {
    expect(statuses({ projects: [project(true, true), project(true, false)], rules: [rule(true), rule(false)] })).toEqual([
      'done',
      'partly',
      'partly',
    ]);
    expect(statuses({ projects: [project(true, true)], rules: [rule(true, 'broken')] })[2]).toBe('partly');
  });

  it('does not claim to know what Jira did not say', () => {
    expect(statuses({ projects: [project(true, null)], rules: [rule(false)] })).toEqual(['done', 'unknown', 'open']);
  });
});
