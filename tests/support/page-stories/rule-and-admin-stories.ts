import type { AdminOverview } from '../../../src/contract/admin';
import type { RuleConfiguration } from '../../../src/domain/gate/projection';
import type { Story } from './story-page';

const transitionContext = {
  id: '21',
  from: { id: '3', name: 'In Development', statusCategory: 'IN_PROGRESS', description: '' },
  to: { id: '4', name: 'In QA', statusCategory: 'IN_PROGRESS', description: '' },
};

const stored: RuleConfiguration = { schema: 1, requires: 'accepted', mode: 'observe', onFault: 'allow' };

const rule = (surface: string, validatorConfig?: string): Story => ({
  surface,
  extension: { transitionContext, ...(validatorConfig === undefined ? {} : { validatorConfig }) },
  answers: { 'rule.explain': { typeNames: ['Dev → QA'], scoped: true } },
});

const overview: AdminOverview = {
  projects: [
    { id: '10000', key: 'BAT', name: 'Batteries', on: true, panelPinned: true },
    { id: '10001', key: 'TEAM', name: 'Team project', on: true, panelPinned: false },
    { id: '10002', key: 'OFF', name: 'Office moves', on: false, panelPinned: null },
  ],
  rules: [
    {
      ruleId: 'r1',
      workflowName: 'BAT workflow',
      transition: 'In Development → In QA (Hand over)',
      requires: 'prepared',
      mode: 'enforce',
      enabled: true,
    },
    { ruleId: 'r2', workflowName: 'BAT workflow', transition: 'In QA → Done (Finish)', requires: 'broken', mode: 'enforce', enabled: true },
    {
      ruleId: 'r3',
      workflowName: 'Team workflow',
      transition: 'In Progress → Review',
      requires: 'accepted',
      mode: 'observe',
      enabled: false,
    },
  ],
};

const admin = (view: AdminOverview): Story => ({
  surface: 'get-started',
  answers: {
    'admin.overview': view,
    'admin.switchRules': ({ enabled }) => ({ ...view, rules: view.rules.map((each) => ({ ...each, enabled })) }),
    'admin.pinPanel': ({ pinned }) => ({
      ...view,
      projects: view.projects.map((each) => ({ ...each, panelPinned: each.on ? pinned : null })),
    }),
  },
});

/** States of the workflow rule pages and of the admin page. */
export const ruleAndAdminStories: Readonly<Record<string, Story>> = {
  'rule-create': rule('rule-create'),
  'rule-edit': rule('rule-edit', JSON.stringify(stored)),
  'rule-edit-broken': rule('rule-edit', '{"schema":9}'),
  'rule-view': rule('rule-view', JSON.stringify({ ...stored, mode: 'enforce' })),
  'rule-view-broken': rule('rule-view', 'not json'),
  'get-started-fresh': admin({ projects: overview.projects.map((each) => ({ ...each, on: false, panelPinned: null })), rules: [] }),
  'get-started-under-way': admin(overview),
};
