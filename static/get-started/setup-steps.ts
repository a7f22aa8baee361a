import type { AdminOverview } from '../../src/contract/admin';

/** How far one step of setting Baton up has come on this site. */
export type StepStatus = 'done' | 'partly' | 'open' | 'unknown';

/** The three steps of the get-started page with their state and the numbers behind it. */
export interface SetupSteps {
  readonly turnOn: { readonly status: StepStatus; readonly on: number; readonly of: number };
  /** Over projects that are on. `unknown` when Jira could not say. */
  readonly pinPanel: { readonly status: StepStatus; readonly pinned: number; readonly of: number };
  readonly addRule: { readonly status: StepStatus; readonly enabled: number; readonly of: number; readonly broken: number };
}

/** Reads the state of the steps from what stands on the site. */
export function setupSteps({ projects, rules }: AdminOverview): SetupSteps {
  const on = projects.filter((project) => project.on);
  const pinned = on.filter((project) => project.panelPinned === true).length;
  const enabled = rules.filter((rule) => rule.enabled).length;
  const broken = rules.filter((rule) => rule.requires === 'broken').length;
  return {
    turnOn: { status: on.length > 0 ? 'done' : 'open', on: on.length, of: projects.length },
    pinPanel: { status: pinStatus(on, pinned), pinned, of: on.length },
    addRule: { status: ruleStepStatus(rules.length, enabled, broken), enabled, of: rules.length, broken },
  };
}

function pinStatus(on: AdminOverview['projects'], pinned: number): StepStatus {
  if (on.length === 0) return 'open';
  if (on.every((project) => project.panelPinned === null)) return 'unknown';
  if (pinned === on.length) return 'done';
  return pinned > 0 ? 'partly' : 'open';
}

function ruleStepStatus(all: number, enabled: number, broken: number): StepStatus {
  if (all === 0 || enabled === 0) return 'open';
  return enabled === all && broken === 0 ? 'done' : 'partly';
}
