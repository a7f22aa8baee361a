import type { LocalJiraParts } from '../compose';
import { accountOf } from './people';
import type { DemoSite } from './run-demo';

/** The demo's hands on a running site: everything goes the way a person's clicks would. */
export function makeDemoSite({ site, bridge, modules, events, clock, jira }: LocalJiraParts): DemoSite {
  return {
    accountOf,
    nowMs: () => clock.nowMs(),
    idle: () => events.idle(),
    invoke: async (name, { moduleKey, place, functionKey, payload }) => {
      const module = modules.find(moduleKey);
      if (module === null) throw new Error(`manifest.yml has no module ${moduleKey}.`);
      const result = await bridge.invokeAt({ accountId: accountOf(name), module, place, functionKey, payload });
      if (!result.ok) throw new Error(`${functionKey}: ${result.error.message}`);
      return result.value;
    },
    move: async (name, issueKey, transitionName) => {
      const issue = site.findIssue(accountOf(name), issueKey);
      const transition = issue?.transitions.find((candidate) => candidate.name === transitionName);
      if (transition === undefined) throw new Error(`${issueKey} has no transition "${transitionName}" for ${name}.`);
      return site.moveIssue(accountOf(name), issueKey, transition.id);
    },
    assign: (name, issueKey, assignee) => site.assignIssue(accountOf(name), issueKey, assignee === null ? null : accountOf(assignee)),
    comment: (name, issueKey, text) => site.addComment(accountOf(name), issueKey, text),
    create: async (name, projectKey, summary, typeName) => {
      const project = jira.parts.state.findProject(projectKey);
      const issueTypeId = project?.issueTypeIds.find((id) => jira.parts.state.issueTypes.get(id).name === typeName);
      if (issueTypeId === undefined) throw new Error(`${projectKey} has no work item type ${typeName}.`);
      const created = await site.createIssue(accountOf(name), { projectKey, summary, issueTypeId });
      if (!created.ok) throw new Error(created.messages.join(' '));
      return created.key;
    },
    advance: async (byMs) => {
      clock.advance(byMs);
      await events.idle();
    },
  };
}
