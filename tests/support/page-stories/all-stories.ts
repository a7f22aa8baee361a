import { allOnStories } from './all-on-stories';
import { auditStories } from './audit-stories';
import { gadgetStories } from './gadget-stories';
import { handoffStories } from './handoff-stories';
import { preparationStories } from './preparation-stories';
import { playbookStories } from './playbook-stories';
import { projectStories } from './project-stories';
import { reviewStories } from './review-stories';
import { rowStories } from './row-stories';
import { ruleAndAdminStories } from './rule-and-admin-stories';
import { settingsStories } from './settings-stories';
import { timeStories } from './time-stories';
import { trendsStories } from './trends-stories';
import { verificationStories } from './verification-stories';
import type { Story } from './story-page';

/** Every state of every surface, by name; each opens with answers of its own. */
export const allStories: Readonly<Record<string, () => Story>> = {
  ...handoffStories,
  ...verificationStories,
  ...timeStories,
  ...allOnStories,
  ...preparationStories,
  ...settingsStories,
  ...auditStories,
  ...playbookStories,
  ...rowStories,
  ...trendsStories,
  ...reviewStories,
  ...Object.fromEntries(
    Object.entries({ ...projectStories, ...gadgetStories, ...ruleAndAdminStories }).map(([name, story]) => [name, () => story]),
  ),
};
