/** A named thing of Jira a setting can point at. */
interface SiteChoice {
  readonly id: string;
  readonly name: string;
}

/** A status of a project. */
export interface SiteStatus extends SiteChoice {
  readonly category: 'new' | 'indeterminate' | 'done';
}

/** A project as its settings show it. */
export interface SiteProject {
  readonly id: string;
  readonly key: string;
  readonly name: string;
  readonly style: 'company-managed' | 'team-managed';
}

/** Looks a project up for the person of this invocation. Throws `JiraFault`. */
export interface ProjectReader {
  getProject(projectId: string): Promise<SiteProject>;
}

/** Looks the site up for the person of this invocation. Throws `JiraFault`. */
export interface SiteReader extends ProjectReader {
  /** Statuses and work item types of a project, each once. */
  listStatuses(projectId: string): Promise<{ readonly statuses: readonly SiteStatus[]; readonly workItemTypes: readonly SiteChoice[] }>;
  listRoles(projectId: string): Promise<readonly SiteChoice[]>;
  /** Fields of the site; `holdsUser` for those that hold one person. */
  listFields(): Promise<readonly (SiteChoice & { readonly holdsUser: boolean })[]>;
  /** Projects the person sees, at most 1,000. */
  listProjects(): Promise<readonly SiteProject[]>;
}

/** A transition of a workflow. */
export interface WorkflowTransition {
  readonly id: string;
  readonly name: string;
  /** Empty: from any status. */
  readonly fromStatusIds: readonly string[];
  readonly toStatusId: string;
}

/** A workflow with the projects that use it, as far as Jira tells. */
export interface SiteWorkflow {
  readonly name: string;
  readonly transitions: readonly WorkflowTransition[];
  /** Null when it is not known. */
  readonly projectIds: readonly string[] | null;
}

/** One rule of Baton in a workflow. */
export interface InstalledRule {
  readonly ruleId: string;
  readonly key: string;
  readonly workflowName: string;
  readonly transition: { readonly id: string; readonly name: string } | null;
  /** The stored JSON text. */
  readonly value: string;
  readonly disabled: boolean;
}

/** Where this app's rules stand in the site's workflows, asked as the app. Throws `JiraFault`. */
export interface RuleReader {
  listRules(): Promise<readonly InstalledRule[]>;
  listWorkflows(): Promise<readonly SiteWorkflow[]>;
}

/** The site's workflows and this app's place in them, asked as the app. Throws `JiraFault`. */
export interface SiteAdmin extends RuleReader {
  /** Switches rules on or off; their configuration stays. */
  switchRules(rules: readonly InstalledRule[], enabled: boolean): Promise<void>;
  /** Shows or hides the panel on every work item of these projects; asked as the person, who must be a Jira admin. */
  pinPanel(projectIds: readonly string[], pinned: boolean): Promise<void>;
}
