import { existsSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';

import Ajv, { type ValidateFunction } from 'ajv';
import { parse } from 'yaml';

import { FixtureSite, type Answer, type Part } from '../support/fixture-site';
import { NEWER_ROUTES } from '../../local-jira/services/jira/newer-routes';

/** Atlassian's own description of Jira's REST API; large, so it is not part of the repository. */
const DESCRIPTION = process.env['JIRA_OPENAPI'] ?? resolve(__dirname, '../../../shared/jira-openapi.yml');

interface Content {
  content?: Record<string, { schema?: object }>;
}

interface Operation {
  requestBody?: Content;
  responses: Record<string, Content>;
}

interface Description {
  paths: Record<string, Record<string, Operation>>;
}

/** One representative call per route. `{…}` in a target is filled from what earlier calls left behind. */
interface Sample {
  /** As the local Jira lists it. */
  route: string;
  target: string;
  body?: object;
  part?: Part | 'app';
  status?: number;
  /** Keeps a part of the answer under a name for later targets. */
  keep?: (body: Record<string, unknown>) => Record<string, unknown>;
}

const words = { type: 'doc', version: 1, content: [{ type: 'paragraph', content: [{ type: 'text', text: 'Words' }] }] };

const SAMPLES: Sample[] = [
  { route: 'GET /myself', target: '/myself?expand=groups', keep: ({ accountId }) => ({ me: accountId }) },
  { route: 'GET /user', target: '/user?accountId={me}' },
  { route: 'GET /user/bulk', target: '/user/bulk?accountId={me}' },
  { route: 'GET /user/search', target: '/user/search?query=a' },
  { route: 'GET /user/viewissue/search', target: '/user/viewissue/search?issueKey=SHOP-1&query=a' },
  { route: 'GET /user/assignable/search', target: '/user/assignable/search?issueKey=SHOP-1' },
  { route: 'GET /user/groups', target: '/user/groups?accountId={me}' },
  { route: 'GET /groups/picker', target: '/groups/picker?query=qa' },
  { route: 'GET /group/bulk', target: '/group/bulk' },
  { route: 'GET /project', target: '/project' },
  { route: 'GET /project/search', target: '/project/search?action=browse' },
  { route: 'GET /project/{idOrKey}', target: '/project/SHOP' },
  { route: 'PUT /project/{idOrKey}', target: '/project/APP', body: { name: 'Another name' }, part: 'jiraAdmin' },
  { route: 'GET /project/{idOrKey}/statuses', target: '/project/SHOP/statuses' },
  {
    route: 'GET /project/{idOrKey}/securitylevel',
    target: '/project/SHOP/securitylevel',
    keep: ({ levels }) => ({ level: (levels as { id: string }[])[0]?.id }),
  },
  { route: 'GET /project/{idOrKey}/role', target: '/project/SHOP/role' },
  { route: 'GET /project/{idOrKey}/roledetails', target: '/project/SHOP/roledetails?currentMember=true' },
  { route: 'GET /project/{idOrKey}/role/{roleId}', target: '/project/SHOP/role/10003', part: 'projectAdmin' },
  { route: 'GET /mypermissions', target: '/mypermissions?permissions=EDIT_ISSUES,ADMINISTER&projectKey=SHOP' },
  {
    route: 'POST /permissions/check',
    target: '/permissions/check',
    body: { globalPermissions: ['ADMINISTER'], projectPermissions: [{ permissions: ['EDIT_ISSUES'], projects: [10000], issues: [10100] }] },
  },
  { route: 'POST /permissions/project', target: '/permissions/project', body: { permissions: ['EDIT_ISSUES'] } },
  {
    route: 'POST /issue',
    target: '/issue',
    status: 201,
    body: { fields: { project: { key: 'SHOP' }, issuetype: { id: '10001' }, summary: 'A sample', description: words } },
    keep: ({ key, id }) => ({ key, id }),
  },
  { route: 'PUT /issue/{idOrKey}', target: '/issue/{key}', status: 204, body: { fields: { labels: ['sample'] } } },
  { route: 'PUT /issue/{idOrKey}/assignee', target: '/issue/{key}/assignee', status: 204, body: { accountId: '{me}' } },
  { route: 'GET /issue/{idOrKey}/transitions', target: '/issue/{key}/transitions?expand=transitions.fields' },
  { route: 'POST /issue/{idOrKey}/transitions', target: '/issue/{key}/transitions', status: 204, body: { transition: { id: '11' } } },
  {
    route: 'POST /issue/{idOrKey}/notify',
    target: '/issue/{key}/notify',
    status: 204,
    part: 'lead',
    body: { subject: 'Look', textBody: 'Please', to: { reporter: true }, restrict: { permissions: [{ key: 'BROWSE_PROJECTS' }] } },
  },
  {
    route: 'POST /issue/{idOrKey}/comment',
    target: '/issue/{key}/comment',
    status: 201,
    body: { body: words },
    keep: ({ id }) => ({ comment: id }),
  },
  { route: 'GET /issue/{idOrKey}/comment', target: '/issue/{key}/comment' },
  { route: 'GET /issue/{idOrKey}/comment/{id}', target: '/issue/{key}/comment/{comment}' },
  { route: 'PUT /issue/{idOrKey}/comment/{id}', target: '/issue/{key}/comment/{comment}', body: { body: words } },
  { route: 'POST /issue/{idOrKey}/attachments', target: '/issue/{key}/attachments' },
  { route: 'GET /attachment/{id}', target: '/attachment/{attachment}' },
  { route: 'GET /attachment/content/{id}', target: '/attachment/content/{attachment}' },
  { route: 'PUT /issue/{idOrKey}/properties/{key}', target: '/issue/{key}/properties/sample', status: 201, body: { any: 'value' } },
  { route: 'GET /issue/{idOrKey}/properties', target: '/issue/{key}/properties' },
  { route: 'GET /issue/{idOrKey}/properties/{key}', target: '/issue/{key}/properties/sample' },
  { route: 'GET /issue/{idOrKey}', target: '/issue/{key}?expand=names,transitions,changelog&properties=sample' },
  { route: 'GET /issue/{idOrKey}/changelog', target: '/issue/{key}/changelog' },
  { route: 'GET /field', target: '/field' },
  {
    route: 'GET /field/search',
    target: '/field/search?type=custom',
    part: 'jiraAdmin',
    keep: ({ values }) => ({ field: (values as { id: string }[])[0]?.id }),
  },
  {
    route: 'POST /app/field/value',
    target: '/app/field/value?generateChangelog=true',
    status: 204,
    part: 'app',
    body: { updates: [{ customField: '{field}', issueIds: ['{#id}'], value: 'Ready' }] },
  },
  {
    route: 'PUT /app/field/{id}/value',
    target: '/app/field/{field}/value',
    status: 204,
    part: 'app',
    body: { updates: [{ issueIds: ['{#id}'], value: 'Waiting' }] },
  },
  {
    route: 'GET /workflow/rule/config',
    target: '/workflow/rule/config?types=validator&expand=transition',
    part: 'app',
    keep: toRuleUpdate,
  },
  { route: 'PUT /workflow/rule/config', target: '/workflow/rule/config', part: 'app', body: { workflows: ['{#workflow}'] } },
  { route: 'GET /serverInfo', target: '/serverInfo' },
  { route: 'GET /status', target: '/status' },
  { route: 'GET /statuses', target: '/statuses?id=10000&id=10010', part: 'jiraAdmin' },
  { route: 'GET /issuetype', target: '/issuetype' },
  { route: 'GET /issuetype/project', target: '/issuetype/project?projectId=10000' },
  { route: 'DELETE /issue/{idOrKey}/properties/{key}', target: '/issue/{key}/properties/sample', status: 204 },
  { route: 'DELETE /attachment/{id}', target: '/attachment/{attachment}', status: 204 },
  { route: 'DELETE /issue/{idOrKey}/comment/{id}', target: '/issue/{key}/comment/{comment}', status: 204 },
  { route: 'DELETE /issue/{idOrKey}', target: '/issue/{key}', status: 204, part: 'projectAdmin' },
  { route: 'DELETE /project/{idOrKey}', target: '/project/APP', status: 204, part: 'jiraAdmin' },
];

/** The first rule found, as an app would send it back, switched off. */
function toRuleUpdate({ values }: Record<string, unknown>): Record<string, unknown> {
  const [found] = values as { workflowId: object; validators: { id: string; key: string; configuration: { value: string } }[] }[];
  const rule = found?.validators[0];
  const configuration = { value: rule?.configuration.value, disabled: true, tag: 'sample' };
  return {
    workflow: {
      workflowId: found?.workflowId,
      validators: [{ id: rule?.id, key: rule?.key, configuration }],
      conditions: [],
      postFunctions: [],
    },
  };
}

const withoutNames = (path: string): string => path.replace(/\{[^}]+\}/g, '{}');

/** Compiles schemas of the description on demand; its own words (`nullable`, `format`, …) are taken as JSON Schema has them. */
class Shapes {
  private readonly ajv = new Ajv({ strict: false, validateSchema: false, validateFormats: false, allErrors: true, logger: false });
  private readonly operations: Map<string, { operation: Operation; pointer: string }>;

  constructor(description: Description) {
    this.ajv.addSchema(description, 'jira');
    this.operations = new Map(
      Object.entries(description.paths).flatMap(([path, methods]) =>
        Object.entries(methods).map(
          ([method, operation]) =>
            [
              `${method.toUpperCase()} ${withoutNames(path)}`,
              {
                operation,
                pointer: `jira#/paths/${path.replaceAll('~', '~0').replaceAll('/', '~1').replaceAll('{', '%7B').replaceAll('}', '%7D')}/${method}`,
              },
            ] as const,
        ),
      ),
    );
  }

  has(route: string): boolean {
    return this.find(route) !== undefined;
  }

  /** What is wrong with a request body; empty when nothing is, or nothing is said of it. */
  requestProblems(route: string, body: object | undefined): string[] {
    const found = this.find(route);
    if (found?.operation.requestBody?.content?.['application/json'] === undefined) return [];
    return this.problems(`${found.pointer}/requestBody/content/application~1json/schema`, body);
  }

  answerProblems(route: string, { status, body }: Answer): string[] {
    const found = this.find(route);
    const response = found?.operation.responses[String(status)];
    if (found === undefined || response === undefined) return [`${status} is not an answer the description knows`];
    if (response.content?.['application/json']?.schema === undefined || typeof body !== 'object' || body === null) return [];
    return this.problems(`${found.pointer}/responses/${status}/content/application~1json/schema`, withoutNulls(body));
  }

  private find(route: string) {
    const [method = '', path = ''] = route.split(' ');
    return this.operations.get(`${method} /rest/api/3${withoutNames(path)}`);
  }

  private problems(pointer: string, value: unknown): string[] {
    const validate: ValidateFunction = this.ajv.compile({ $ref: pointer });
    if (validate(value)) return [];
    return (validate.errors ?? []).map(({ instancePath, message, params }) => `${instancePath} ${message ?? ''} ${JSON.stringify(params)}`);
  }
}

/** The description marks hardly anything as nullable, while Jira answers null for what is empty: null counts as absent. */
function withoutNulls(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(withoutNulls);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value)
      .filter(([, inner]) => inner !== null)
      .map(([key, inner]) => [key, withoutNulls(inner)]),
  );
}

const isThere = existsSync(DESCRIPTION);
const title = isThere
  ? 'the REST API of the local Jira, held against Atlassian’s description'
  : `SKIPPED, since there is no API description at ${DESCRIPTION} (JIRA_OPENAPI names another place): the REST API of the local Jira`;

if (!isThere) process.stderr.write(`${title}\n`);

(isThere ? describe : describe.skip)(title, () => {
  let site: FixtureSite;
  let shapes: Shapes;
  const kept: Record<string, unknown> = {};
  beforeAll(async () => {
    shapes = new Shapes(parse(readFileSync(DESCRIPTION, 'utf8'), { maxAliasCount: -1 }) as Description);
    site = await FixtureSite.start();
  });
  afterAll(() => site.close());

  const fill = (text: string): string =>
    text
      .replace(/"\{#(\w+)\}"/g, (_, name: string) => JSON.stringify(name === 'id' ? Number(kept[name]) : kept[name]))
      .replace(/\{(\w+)\}/g, (_, name: string) => String(kept[name]));

  const send = async ({ route, target, part = 'sender' }: Sample, body: object | undefined): Promise<Answer> => {
    const [method = ''] = route.split(' ');
    if (route.endsWith('/attachments')) return upload(site, fill(target));
    return part === 'app' ? site.appRest('app', method, fill(target), body) : site.rest(part, method, fill(target), body);
  };

  it('every route is either in the description or named as newer, and has a sample', async () => {
    const { body } = await site.send('GET', '/_local/routes');
    const routes = (body as { routes: { method: string; path: string }[] }).routes.map(
      ({ method, path }) => `${method} ${path.replace('/rest/api/3', '')}`,
    );
    const newer = NEWER_ROUTES.map(({ route }) => route);
    expect(routes.filter((route) => !shapes.has(route)).sort()).toEqual([...newer].sort());
    expect(routes.filter((route) => shapes.has(route)).sort()).toEqual(SAMPLES.map(({ route }) => route).sort());
  });

  it.each(SAMPLES)('$route', async (sample) => {
    const body = sample.body === undefined ? undefined : (JSON.parse(fill(JSON.stringify(sample.body))) as object);
    expect(shapes.requestProblems(sample.route, body)).toEqual([]);
    const answer = await send(sample, body);
    expect({ status: answer.status, body: answer.status < 300 ? 'fine' : answer.body }).toEqual({
      status: sample.status ?? 200,
      body: 'fine',
    });
    expect(shapes.answerProblems(sample.route, answer)).toEqual([]);
    if (sample.keep !== undefined) Object.assign(kept, sample.keep(answer.body as Record<string, unknown>));
    if (sample.route.endsWith('/attachments')) kept['attachment'] = (answer.body as { id: string }[])[0]?.id;
  });

  it('a refusal has the form of Jira’s error collection', async () => {
    const answer = await site.rest('sender', 'POST', '/issue', { fields: { project: { key: 'NONE' } } });
    expect(answer.status).toBe(400);
    expect(shapes.answerProblems('POST /issue', answer)).toEqual([]);
  });
});

async function upload(site: FixtureSite, target: string): Promise<Answer> {
  const form = new FormData();
  form.append('file', new Blob(['hello'], { type: 'text/plain' }), 'hello.txt');
  const headers = { authorization: `Basic ${Buffer.from('maya@example.com:token').toString('base64')}`, 'x-atlassian-token': 'no-check' };
  const response = await fetch(`${site.url}/rest/api/3${target}`, { method: 'POST', body: form, headers });
  return { status: response.status, body: await response.json() };
}
