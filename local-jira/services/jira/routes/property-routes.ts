import type { JiraParts } from '../jira-service';
import { forbidden, invalid, issueNotFound, JiraError } from '../jira-error';
import { MAX_PROPERTY_CHARACTERS, MAX_PROPERTY_KEY_CHARACTERS } from '../limits';
import type { RestRequest, RestRoute } from '../rest-router';
import type { IssueRecord } from '../state/records';

/** Entity properties of issues: whoever may edit the issue may write them, which is why nothing may trust them. */
export function propertyRoutes({ state, permissions, shapes }: JiraParts): RestRoute[] {
  const getIssue = ({ caller }: RestRequest, idOrKey: string, permission: string): IssueRecord => {
    const issue = permissions.findIssue(caller, idOrKey);
    if (issue === null) throw issueNotFound();
    if (!permissions.hasOnIssue(caller, issue, permission)) throw forbidden('You do not have permission to edit this issue.');
    return issue;
  };
  const notFound = (key: string): JiraError => new JiraError(404, [`The property ${key} was not found.`]);
  return [
    {
      method: 'GET',
      path: '/issue/{idOrKey}/properties',
      scope: 'read:jira-work',
      handle: (request, { idOrKey = '' }) => {
        const issue = getIssue(request, idOrKey, 'BROWSE_PROJECTS');
        const keys = Object.keys(issue.properties).map((key) => ({ key, self: shapes.self(`/issue/${issue.id}/properties/${key}`) }));
        return { status: 200, body: { keys } };
      },
    },
    {
      method: 'GET',
      path: '/issue/{idOrKey}/properties/{key}',
      scope: 'read:jira-work',
      handle: (request, { idOrKey = '', key = '' }) => {
        const issue = getIssue(request, idOrKey, 'BROWSE_PROJECTS');
        if (!Object.hasOwn(issue.properties, key)) throw notFound(key);
        return { status: 200, body: { key, value: issue.properties[key] } };
      },
    },
    {
      method: 'PUT',
      path: '/issue/{idOrKey}/properties/{key}',
      scope: 'write:jira-work',
      handle: (request, { idOrKey = '', key = '' }) => {
        const issue = getIssue(request, idOrKey, 'EDIT_ISSUES');
        if (key.length > MAX_PROPERTY_KEY_CHARACTERS)
          throw invalid(`A property key has at most ${MAX_PROPERTY_KEY_CHARACTERS} characters.`);
        if (request.body === undefined || JSON.stringify(request.body).length > MAX_PROPERTY_CHARACTERS) {
          throw invalid(`A property value is JSON of at most ${MAX_PROPERTY_CHARACTERS} characters.`);
        }
        const isNew = !Object.hasOwn(issue.properties, key);
        state.putIssue({ ...issue, properties: { ...issue.properties, [key]: request.body } });
        return { status: isNew ? 201 : 200 };
      },
    },
    {
      method: 'DELETE',
      path: '/issue/{idOrKey}/properties/{key}',
      scope: 'write:jira-work',
      handle: (request, { idOrKey = '', key = '' }) => {
        const issue = getIssue(request, idOrKey, 'EDIT_ISSUES');
        if (!Object.hasOwn(issue.properties, key)) throw notFound(key);
        const { [key]: _removed, ...properties } = issue.properties;
        state.putIssue({ ...issue, properties });
        return { status: 204 };
      },
    },
  ];
}
