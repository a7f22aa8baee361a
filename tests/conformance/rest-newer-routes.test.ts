import { resolve } from 'node:path';

import { Version3Client } from 'jira.js';
import ts from 'typescript';

import { NEWER_ROUTES } from '../../local-jira/services/jira/newer-routes';
import { FixtureSite } from '../support/fixture-site';

const PROJECT = resolve(__dirname, '../..');
const MODELS = resolve(PROJECT, 'node_modules/jira.js/dist/esm/types/version3/models');

let site: FixtureSite;
let client: Version3Client;
beforeAll(async () => {
  site = await FixtureSite.start();
  client = new Version3Client({ host: site.url, authentication: { basic: { email: 'jonas@example.com', apiToken: 'token' } } });
});
afterAll(() => site.close());

/** Properties Atlassian's page documents and the type lacks. */
const ALSO_DOCUMENTED: Record<string, string> = { SearchAndReconcileResults: ' & { isLast?: boolean }' };

/** What the compiler says of these answers as values of their types; empty when all fit, extra properties included. */
function typeProblems(answers: readonly { type: string; value: unknown }[]): string[] {
  const file = resolve(PROJECT, 'answers-of-newer-routes.ts');
  const imports = [...new Set(answers.map(({ type }) => type))].map((type) => `import type { ${type} } from '${MODELS}/index.js';`);
  const lines = answers.map(
    ({ type, value }, index) => `export const answer${String(index)}: ${type}${ALSO_DOCUMENTED[type] ?? ''} = ${toLiteral(value)};`,
  );
  const options: ts.CompilerOptions = {
    strict: true,
    noEmit: true,
    skipLibCheck: true,
    types: [],
    target: ts.ScriptTarget.ES2022,
    module: ts.ModuleKind.ESNext,
    moduleResolution: ts.ModuleResolutionKind.Bundler,
  };
  const host = ts.createCompilerHost(options);
  const program = ts.createProgram([file], options, {
    ...host,
    fileExists: (name) => name === file || host.fileExists(name),
    getSourceFile: (name, ...rest) =>
      name === file
        ? ts.createSourceFile(name, [...imports, ...lines].join('\n'), ts.ScriptTarget.ES2022)
        : host.getSourceFile(name, ...rest),
  });
  return ts
    .getPreEmitDiagnostics(program, program.getSourceFile(file))
    .map(
      ({ messageText, start = 0 }) =>
        `${String(program.getSourceFile(file)?.getLineAndCharacterOfPosition(start).line)}: ${ts.flattenDiagnosticMessageText(messageText, ' ')}`,
    );
}

/** Which fields an issue carries is the asker's choice, while jira.js types an issue with all of them: those go unchecked. */
function toLiteral(value: unknown): string {
  return JSON.stringify(value, (key, inner: unknown) => (key === 'fields' ? 'CHOSEN' : inner)).replaceAll('"CHOSEN"', '{} as never');
}

describe('routes newer than the API description', () => {
  it('answer jira.js, which makes the requests, in the types it gives them', async () => {
    const { issueBulkOperations, issueSearch, issues, workflows } = client;
    const answers = new Map<string, unknown>();
    answers.set('POST /issue/bulkfetch', await issues.bulkFetchIssues({ issueIdsOrKeys: ['SHOP-1', 'NONE-1'], fields: ['summary'] }));
    const search = { jql: 'project = SHOP', maxResults: 2, fields: ['summary'] };
    answers.set('POST /search/jql', await issueSearch.searchForIssuesUsingJqlEnhancedSearchPost(search));
    answers.set('GET /search/jql', await issueSearch.searchForIssuesUsingJqlEnhancedSearch(search));
    answers.set('POST /search/approximate-count', await issueSearch.countIssues({ jql: 'project = SHOP' }));
    const found = await workflows.searchWorkflows({ queryString: 'Shop' });
    answers.set('GET /workflows/search', found);
    answers.set(
      'GET /workflow/{id}/projectUsages',
      await workflows.getProjectUsagesForWorkflow({ workflowId: found.values?.[0]?.id ?? '' }),
    );
    const submitted = await issueBulkOperations.submitBulkTransition({
      bulkTransitionInputs: [{ selectedIssueIdsOrKeys: ['SHOP-1'], transitionId: '61' }],
    });
    answers.set('POST /bulk/issues/transition', submitted);
    answers.set(
      'POST /bulk/issues/move',
      await issueBulkOperations.submitBulkMove({ targetToSourcesMapping: { 'OPS,10002': { issueIdsOrKeys: ['SHOP-1'] } } }),
    );
    answers.set('GET /bulk/queue/{taskId}', await issueBulkOperations.getBulkOperationProgress({ taskId: submitted.taskId ?? '' }));
    const typed = NEWER_ROUTES.flatMap(({ route, answerType }) =>
      answerType === null ? [] : [{ route, type: answerType, value: answers.get(route) }],
    );
    expect(typed.filter(({ value }) => value === undefined)).toEqual([]);
    expect(answers.get('GET /bulk/queue/{taskId}')).toMatchObject({ status: 'COMPLETE', progressPercent: 100 });
    expect(typeProblems(typed)).toEqual([]);
  });

  it('a wrong answer would be found', () => {
    expect(typeProblems([{ type: 'SubmittedBulkOperation', value: { taskId: 1 } }])).toHaveLength(1);
    expect(typeProblems([{ type: 'SubmittedBulkOperation', value: { taskId: '1', more: true } }])).toHaveLength(1);
  });
});
