import type { LocalClock } from '../clock/local-clock';
import type { DemoRecorder } from '../demo/demo-recorder';
import type { AppManifest } from '../runtime/app-manifest';
import type { EventService } from '../services/events/event-service';
import { forbidden, issueNotFound, JiraError } from '../services/jira/jira-error';
import type { JiraParts } from '../services/jira/jira-service';
import { addAttachment } from '../services/jira/operations/change-attachments';
import { addComment } from '../services/jira/operations/add-comment';
import { pressPanel, setPanelPin, showsPanel } from '../services/jira/operations/panel-pins';
import { asPerson } from '../services/jira/state/caller';
import { toContentDocument } from '../services/jira/state/content-document';
import type { IssueRecord, ProjectRecord } from '../services/jira/state/records';
import type {
  AppIdentity,
  Board,
  DemoProgress,
  FramePlace,
  GadgetCard,
  IssueChange,
  IssueModules,
  IssueView,
  ModuleCard,
  NewAttachment,
  NewIssue,
  NewRule,
  OpenedFrame,
  OutboxMail,
  Outcome,
  ProjectCard,
  Site,
  UserCard,
  WorkflowCard,
  WorkflowView,
} from '../site';
import type { SiteIdentity } from '../site-identity';
import type { AppBridge } from './app-bridge';
import type { AppModules } from './app-modules';
import { Dashboard, GADGET_MODULE } from './dashboard';
import { findTransitionTo, SiteViews } from './site-views';
import { WorkflowViews } from './workflow-views';

/** The parts of a running local Jira the site's door opens to. */
export interface SiteParts {
  jira: JiraParts;
  events: EventService;
  bridge: AppBridge;
  modules: AppModules;
  clock: LocalClock;
  manifest: AppManifest;
  identity: SiteIdentity;
  demo: DemoRecorder;
  urls: () => { siteUrl: string; staticUrl: string };
}

/**
 * {@link Site} over the services in this process. Longer than most files because the door is one; it only checks
 * permissions and hands on.
 */
export class LocalSite implements Site {
  private readonly views: SiteViews;
  private readonly workflowViews: WorkflowViews;
  private readonly dashboard: Dashboard;

  constructor(private readonly parts: SiteParts) {
    this.views = new SiteViews(parts.jira);
    this.workflowViews = new WorkflowViews(parts.jira, this.views, parts.modules);
    this.dashboard = new Dashboard(parts.jira.state, parts.modules);
  }

  get siteUrl(): string {
    return this.parts.urls().siteUrl;
  }

  get staticUrl(): string {
    return this.parts.urls().staticUrl;
  }

  get cloudId(): string {
    return this.parts.identity.cloudId;
  }

  get app(): AppIdentity {
    const { appId, environmentId, appName } = this.parts.identity;
    return { appId, environmentId, name: appName };
  }

  now(): string {
    return this.parts.clock.now();
  }

  listUsers(): UserCard[] {
    return this.state.listPeople().map((user) => this.views.user(user));
  }

  findUser(accountId: string): UserCard | null {
    return this.views.findUser(accountId);
  }

  defaultUser(): UserCard {
    const users = this.listUsers();
    const user = users.find(({ part }) => part === 'sender') ?? users[0];
    if (user === undefined) throw new Error('The site has no users.');
    return user;
  }

  listProjects(accountId: string): ProjectCard[] {
    return this.parts.jira.permissions.listProjects(asPerson(accountId)).map((project) => this.views.project(accountId, project));
  }

  findProject(accountId: string, projectKey: string): ProjectCard | null {
    const project = this.visibleProject(accountId, projectKey);
    return project === null ? null : this.views.project(accountId, project);
  }

  findBoard(accountId: string, projectKey: string): Board | null {
    const project = this.visibleProject(accountId, projectKey);
    return project === null ? null : this.views.board(accountId, project);
  }

  findIssue(accountId: string, issueKey: string): IssueView | null {
    const issue = this.visibleIssue(accountId, issueKey);
    return issue === null ? null : this.views.issue(accountId, issue);
  }

  createIssue(
    accountId: string,
    { projectKey, summary, issueTypeId, description, assigneeId }: NewIssue,
  ): Promise<Outcome<{ key: string }>> {
    return outcome(() => {
      const fields = {
        project: { key: projectKey },
        issuetype: { id: issueTypeId },
        summary,
        ...(description === undefined ? {} : { description: toContentDocument(description) }),
        ...(assigneeId === undefined ? {} : { assignee: { accountId: assigneeId } }),
      };
      return { key: this.parts.jira.creator.run(asPerson(accountId), fields).key };
    });
  }

  editIssue(accountId: string, issueKey: string, { summary, description }: IssueChange): Promise<Outcome> {
    return outcome(() =>
      this.parts.jira.editor.run(asPerson(accountId), issueKey, {
        ...(summary === undefined ? {} : { summary }),
        ...(description === undefined ? {} : { description: toContentDocument(description) }),
      }),
    );
  }

  assignIssue(accountId: string, issueKey: string, assigneeId: string | null): Promise<Outcome> {
    return outcome(() => this.parts.jira.editor.assign(asPerson(accountId), issueKey, assigneeId));
  }

  async moveIssue(accountId: string, issueKey: string, transitionId: string, fields: Record<string, unknown> = {}): Promise<Outcome> {
    const moved = await outcome(() => this.parts.jira.mover.run(asPerson(accountId), { issueIdOrKey: issueKey, transitionId, fields }));
    this.parts.demo.noteMove(issueKey, moved);
    return moved;
  }

  async dropIssue(accountId: string, issueKey: string, toStatusId: string): Promise<Outcome> {
    const issue = this.visibleIssue(accountId, issueKey);
    if (issue === null) return refusedAs(issueNotFound());
    const transitions = this.parts.jira.mover.list(asPerson(accountId), issue);
    const transition = findTransitionTo(transitions, issue.statusId, toStatusId);
    if (transition === null) return { ok: false, status: 400, messages: ['No transition leads there from this status.'] };
    return this.moveIssue(accountId, issueKey, transition.id);
  }

  addComment(accountId: string, issueKey: string, text: string): Promise<Outcome> {
    return outcome(() => {
      const issue = this.requireIssue(accountId, issueKey, 'ADD_COMMENTS');
      if (text.trim() === '') throw new JiraError(400, ['A comment cannot be empty.']);
      addComment(this.parts.jira, asPerson(accountId), issue, toContentDocument(text));
    });
  }

  addAttachment(accountId: string, issueKey: string, file: NewAttachment): Promise<Outcome> {
    return outcome(() => {
      const issue = this.requireIssue(accountId, issueKey, 'CREATE_ATTACHMENTS');
      addAttachment(this.parts.jira, asPerson(accountId), issue, file);
    });
  }

  deleteIssue(accountId: string, issueKey: string): Promise<Outcome> {
    return outcome(() => this.parts.jira.writer.delete(asPerson(accountId), this.requireIssue(accountId, issueKey, 'DELETE_ISSUES')));
  }

  listAssignable(accountId: string, issueKey: string): UserCard[] {
    const issue = this.visibleIssue(accountId, issueKey);
    if (issue === null) return [];
    const people = this.state
      .listPeople()
      .filter((user) => this.parts.jira.permissions.hasOnIssue(asPerson(user.accountId), issue, 'ASSIGNABLE_USER'));
    return people.map((user) => this.views.user(user));
  }

  listWorkflows(accountId: string): WorkflowCard[] {
    return this.workflowViews.list(asPerson(accountId)).map((workflow) => this.workflowViews.card(workflow));
  }

  findWorkflow(accountId: string, workflowId: string): WorkflowView | null {
    const caller = asPerson(accountId);
    const workflow = this.workflowViews.list(caller).find(({ id }) => id === workflowId);
    return workflow === undefined ? null : this.workflowViews.view(caller, workflow);
  }

  addRule(
    accountId: string,
    workflowId: string,
    transitionId: string,
    { moduleKey, configuration }: NewRule,
  ): Promise<Outcome<{ ruleId: string }>> {
    return outcome(() => {
      const caller = asPerson(accountId);
      const offered = this.findWorkflow(accountId, workflowId)?.validators.some((validator) => validator.moduleKey === moduleKey) ?? false;
      if (!offered) throw new JiraError(404, [`This workflow cannot use ${moduleKey}.`]);
      return { ruleId: this.parts.jira.rules.add(caller, workflowId, transitionId, { moduleKey, configuration }) };
    });
  }

  editRule(accountId: string, workflowId: string, ruleId: string, configuration: string): Promise<Outcome> {
    return outcome(() => this.parts.jira.rules.edit(asPerson(accountId), workflowId, ruleId, { configuration }));
  }

  removeRule(accountId: string, workflowId: string, ruleId: string): Promise<Outcome> {
    return outcome(() => this.parts.jira.rules.remove(asPerson(accountId), workflowId, ruleId));
  }

  listOutbox(): OutboxMail[] {
    return this.state.mails
      .list()
      .reverse()
      .map(({ toIds, issueId: _issueId, ...mail }) => ({
        ...mail,
        to: toIds.flatMap((id) => this.views.findUser(id) ?? []),
      }));
  }

  listIssueModules(accountId: string, issueKey: string): IssueModules | null {
    const issue = this.visibleIssue(accountId, issueKey);
    if (issue === null) return null;
    const panels = this.parts.modules.list('jira:issuePanel');
    const isShown = ({ key }: { key: string }): boolean => showsPanel(this.state, key, issue);
    return {
      context: this.cardsOf('jira:issueContext'),
      panels: panels.filter(isShown).map((module) => this.parts.modules.toCard(module)),
      offeredPanels: panels.filter((module) => !isShown(module)).map((module) => this.parts.modules.toCard(module)),
    };
  }

  pressPanel(accountId: string, issueKey: string, moduleKey: string): Promise<Outcome> {
    return outcome(() => pressPanel(this.state, moduleKey, this.requireIssue(accountId, issueKey, 'EDIT_ISSUES').id));
  }

  pinPanel(accountId: string, projectKey: string, moduleKey: string, pinned: boolean): Promise<Outcome> {
    return outcome(() => {
      const project = this.state.findProject(projectKey);
      if (!this.parts.jira.permissions.isJiraAdmin(asPerson(accountId)) || project === null)
        throw forbidden('Only Jira admins can pin panels.');
      setPanelPin(this.state, moduleKey, project.id, pinned);
    });
  }

  listProjectPages(accountId: string, projectKey: string): ModuleCard[] {
    return this.visibleProject(accountId, projectKey) === null ? [] : this.cardsOf('jira:projectPage');
  }

  listProjectSettingsPages(accountId: string, projectKey: string): ModuleCard[] {
    const project = this.visibleProject(accountId, projectKey);
    const mayAdminister = project !== null && this.parts.jira.permissions.has(asPerson(accountId), project, 'ADMINISTER_PROJECTS');
    return mayAdminister ? this.cardsOf('jira:projectSettingsPage') : [];
  }

  listGlobalPages(): ModuleCard[] {
    return this.cardsOf('jira:globalPage');
  }

  listAdminPages(accountId: string): ModuleCard[] {
    return this.parts.jira.permissions.isJiraAdmin(asPerson(accountId)) ? this.cardsOf('jira:adminPage') : [];
  }

  listGadgetModules(): ModuleCard[] {
    return this.cardsOf(GADGET_MODULE);
  }

  listGadgets(accountId: string): GadgetCard[] {
    return this.dashboard.list(accountId);
  }

  addGadget(accountId: string, moduleKey: string): Promise<Outcome<{ gadgetId: string }>> {
    return outcome(() => ({ gadgetId: this.dashboard.add(accountId, moduleKey) }));
  }

  configureGadget(accountId: string, gadgetId: string, configuration: Record<string, unknown>): Promise<Outcome> {
    return outcome(() => this.dashboard.configure(accountId, gadgetId, configuration));
  }

  removeGadget(accountId: string, gadgetId: string): Promise<Outcome> {
    return outcome(() => this.dashboard.remove(accountId, gadgetId));
  }

  openFrame(accountId: string, moduleKey: string, place: FramePlace): OpenedFrame | null {
    return this.parts.bridge.open(accountId, moduleKey, place);
  }

  idle(): Promise<void> {
    return this.parts.events.idle();
  }

  demoProgress(): DemoProgress {
    return this.parts.demo.progress();
  }

  private get state() {
    return this.parts.jira.state;
  }

  private cardsOf(type: string): ModuleCard[] {
    return this.parts.modules.list(type).map((module) => this.parts.modules.toCard(module));
  }

  private visibleProject(accountId: string, projectKey: string): ProjectRecord | null {
    return this.parts.jira.permissions.findProject(asPerson(accountId), projectKey);
  }

  private visibleIssue(accountId: string, issueKey: string): IssueRecord | null {
    return this.parts.jira.permissions.findIssue(asPerson(accountId), issueKey);
  }

  private requireIssue(accountId: string, issueKey: string, permission: string): IssueRecord {
    const issue = this.visibleIssue(accountId, issueKey);
    if (issue === null) throw issueNotFound();
    if (!this.parts.jira.permissions.hasOnIssue(asPerson(accountId), issue, permission))
      throw forbidden('You do not have permission to do this.');
    return issue;
  }
}

/** Turns Jira's refusals into values; anything else is a bug and stays thrown. */
async function outcome<Value>(work: () => Value | Promise<Value>): Promise<Outcome<Value extends object ? Value : object>> {
  try {
    const value = await work();
    return { ok: true, ...(value ?? {}) } as Outcome<Value extends object ? Value : object>;
  } catch (error) {
    if (error instanceof JiraError) return refusedAs(error);
    throw error;
  }
}

function refusedAs(error: JiraError): { ok: false; status: number; messages: string[] } {
  return { ok: false, status: error.status, messages: [...error.errorMessages, ...Object.values(error.errors)] };
}
