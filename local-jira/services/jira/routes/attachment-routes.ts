import type { JiraParts } from '../jira-service';
import { forbidden, invalid, issueNotFound, JiraError } from '../jira-error';
import { addAttachment, removeAttachment } from '../operations/change-attachments';
import type { RestRequest, RestRoute } from '../rest-router';

/** Attachments: upload as multipart form, details, content. */
export function attachmentRoutes({ state, permissions, shapes, writer }: JiraParts): RestRoute[] {
  const getAttachment = ({ caller }: RestRequest, id: string) => {
    const attachment = state.attachments.find(id);
    if (attachment === null || permissions.findIssue(caller, attachment.issueId) === null) {
      throw new JiraError(404, ['The attachment was not found.']);
    }
    return attachment;
  };
  return [
    {
      method: 'POST',
      path: '/issue/{idOrKey}/attachments',
      scope: 'write:jira-work',
      handle: async (request, { idOrKey = '' }) => {
        const issue = permissions.findIssue(request.caller, idOrKey);
        if (issue === null) throw issueNotFound();
        if (!permissions.hasOnIssue(request.caller, issue, 'CREATE_ATTACHMENTS'))
          throw forbidden('You do not have permission to attach files.');
        const files = await readFiles(request);
        const added = files.map((file) => addAttachment({ state, writer }, request.caller, state.issues.get(issue.id), file));
        return { status: 200, body: added.map((attachment) => shapes.attachment(attachment)) };
      },
    },
    {
      method: 'GET',
      path: '/attachment/content/{id}',
      scope: 'read:jira-work',
      handle: (request, { id = '' }) => {
        const { contentBase64, mimeType } = getAttachment(request, id);
        return { status: 200, binary: { content: Buffer.from(contentBase64, 'base64'), contentType: mimeType } };
      },
    },
    {
      method: 'GET',
      path: '/attachment/{id}',
      scope: 'read:jira-work',
      handle: (request, { id = '' }) => ({ status: 200, body: { ...shapes.attachment(getAttachment(request, id)), id: Number(id) } }),
    },
    {
      method: 'DELETE',
      path: '/attachment/{id}',
      scope: 'write:jira-work',
      handle: (request, { id = '' }) => {
        const attachment = getAttachment(request, id);
        const issue = state.issues.get(attachment.issueId);
        const own =
          attachment.authorId === request.caller.accountId && permissions.hasOnIssue(request.caller, issue, 'DELETE_OWN_ATTACHMENTS');
        if (!own && !permissions.hasOnIssue(request.caller, issue, 'DELETE_ALL_ATTACHMENTS'))
          throw forbidden('You do not have permission to delete this attachment.');
        removeAttachment({ state, writer }, request.caller, attachment);
        return { status: 204 };
      },
    },
  ];
}

async function readFiles({ rawBody, contentType }: RestRequest) {
  if (!contentType.startsWith('multipart/form-data') || rawBody === null) throw invalid('Attachments come as multipart/form-data.');
  const content = typeof rawBody === 'string' ? Buffer.from(rawBody) : Buffer.from(rawBody);
  const form = await new Response(content, { headers: { 'content-type': contentType } }).formData();
  const files = form.getAll('file').filter((part): part is File => typeof part !== 'string');
  if (files.length === 0) throw invalid('The form has no part named file.');
  return Promise.all(
    files.map(async (file) => ({
      filename: file.name,
      mimeType: file.type === '' ? 'application/octet-stream' : file.type,
      content: new Uint8Array(await file.arrayBuffer()),
    })),
  );
}
