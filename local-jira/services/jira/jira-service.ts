import { readJsonBody, toJsonAnswer, type RemoteCall, type RemoteAnswer, type RemoteService } from '../../remote/remote-call';
import { ChangeProject } from './operations/change-project';
import { CreateIssue } from './operations/create-issue';
import { EditIssue } from './operations/edit-issue';
import { IssueWriter } from './operations/issue-writer';
import { RuleConfiguration } from './operations/rule-configuration';
import { TransitionIssue } from './operations/transition-issue';
import type { ValidatorRunner } from './operations/validator-runner';
import { RestRouter, type RestAnswer } from './rest-router';
import { appRoutes } from './routes/app-routes';
import { attachmentRoutes } from './routes/attachment-routes';
import { bulkRoutes } from './routes/bulk-routes';
import { commentRoutes } from './routes/comment-routes';
import { fieldRoutes } from './routes/field-routes';
import { issueRoutes } from './routes/issue-routes';
import { permissionRoutes } from './routes/permission-routes';
import { projectRoutes } from './routes/project-routes';
import { propertyRoutes } from './routes/property-routes';
import { searchRoutes } from './routes/search-routes';
import { siteRoutes } from './routes/site-routes';
import { userRoutes } from './routes/user-routes';
import { workflowRoutes } from './routes/workflow-routes';
import type { Caller } from './state/caller';
import type { JiraState } from './state/jira-state';
import { Permissions } from './state/permissions';
import type { ProductEventSink } from './state/product-event';
import { RestShapes } from './state/rest-shapes';

/** Account of the app's own user on the site. */
export const APP_ACCOUNT_ID = '557058:0f1d3b52-7c8e-4a55-9b1d-6f1a2e3c4d5e';

/** What Jira's parts are made of; every route module takes the ones it needs. */
export interface JiraParts {
  state: JiraState;
  permissions: Permissions;
  shapes: RestShapes;
  writer: IssueWriter;
  editor: EditIssue;
  creator: CreateIssue;
  mover: TransitionIssue;
  rules: RuleConfiguration;
  projectChanger: ChangeProject;
}

/** What Jira needs from outside. */
export interface JiraOptions {
  state: JiraState;
  events: ProductEventSink;
  runValidator: ValidatorRunner;
  /** Scopes of the app's manifest. */
  scopes: Set<string>;
  siteUrl: () => string;
}

/** One request as clients send it; `target` is the path with its query. */
export interface ClientRequest {
  method: string;
  target: string;
  rawBody: string | Uint8Array | null;
  contentType: string;
}

/** Jira itself: its parts for the site's pages, its REST API for clients and the app. */
export class JiraService {
  readonly parts: JiraParts;
  readonly router: RestRouter;

  constructor({ state, events, runValidator, scopes, siteUrl }: JiraOptions) {
    const permissions = new Permissions(state);
    const writer = new IssueWriter(state, events);
    const editor = new EditIssue(state, permissions, writer);
    this.parts = {
      state,
      permissions,
      shapes: new RestShapes(state, siteUrl),
      writer,
      editor,
      creator: new CreateIssue(state, permissions, writer, editor),
      mover: new TransitionIssue({ state, permissions, writer, editor, runValidator }),
      rules: new RuleConfiguration(state, permissions),
      projectChanger: new ChangeProject(state, permissions, events),
    };
    const modules = [
      userRoutes,
      projectRoutes,
      permissionRoutes,
      issueRoutes,
      commentRoutes,
      attachmentRoutes,
      propertyRoutes,
      searchRoutes,
      fieldRoutes,
      workflowRoutes,
      appRoutes,
      siteRoutes,
      bulkRoutes,
    ];
    this.router = new RestRouter(
      modules.flatMap((makeRoutes) => makeRoutes(this.parts)),
      scopes,
    );
  }

  request(caller: Caller, { method, target, rawBody, contentType }: ClientRequest): Promise<RestAnswer> {
    const url = new URL(target, 'http://site.invalid');
    return this.router.handle({
      method: method.toUpperCase(),
      path: url.pathname,
      query: url.searchParams,
      body: readJsonBody(rawBody),
      rawBody,
      contentType,
      caller,
    });
  }

  /** The same API for the app: as itself, or as the user of the invocation. */
  readonly remoteService: RemoteService = async (call) => {
    const contentType = call.headers['content-type'] ?? '';
    const answer = await this.request(toCaller(call), { method: call.method, target: call.path, rawBody: call.body, contentType });
    return toRemoteAnswer(answer);
  };
}

function toCaller({ provider, impersonated, invoker }: RemoteCall): Caller {
  const { depth } = invoker;
  if (provider === 'app') return { kind: 'app', accountId: APP_ACCOUNT_ID, viaApp: true, depth };
  const accountId = impersonated ?? invoker.accountId;
  if (accountId === null) throw new Error('A call as the user needs a user; the proxy refuses it before.');
  return { kind: 'user', accountId, viaApp: true, depth };
}

function toRemoteAnswer({ status, body, binary }: RestAnswer): RemoteAnswer {
  if (binary !== undefined) return { status, headers: { 'content-type': binary.contentType }, body: binary.content };
  return toJsonAnswer(status, body);
}
