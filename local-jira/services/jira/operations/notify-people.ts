import { invalid, issueNotFound } from '../jira-error';
import type { Caller } from '../state/caller';
import { asPerson } from '../state/caller';
import type { JiraState } from '../state/jira-state';
import type { Permissions } from '../state/permissions';
import type { IssueRecord } from '../state/records';

/** Body of `POST issue/{key}/notify`, as far as the local Jira plays it. */
export interface NotifyRequest {
  subject?: unknown;
  textBody?: unknown;
  htmlBody?: unknown;
  to?: { users?: { accountId?: unknown }[]; groups?: { name?: unknown }[]; groupIds?: unknown[]; assignee?: unknown; reporter?: unknown };
  restrict?: { permissions?: { key?: unknown }[] };
}

/**
 * Puts one mail to everybody named into the outbox. People who may not browse the issue are left out, as Jira does.
 *
 * @throws {JiraError} 404 unseen, 400 when nobody is left to write to.
 */
export function notifyPeople(
  { state, permissions }: { state: JiraState; permissions: Permissions },
  caller: Caller,
  issueIdOrKey: string,
  request: NotifyRequest,
): void {
  const issue = permissions.findIssue(caller, issueIdOrKey);
  if (issue === null) throw issueNotFound();
  const needed = ['BROWSE_PROJECTS', ...(request.restrict?.permissions ?? []).map(({ key }) => String(key))];
  const toIds = [...new Set(listRecipients(state, issue, request))].filter(
    (accountId) =>
      accountId !== caller.accountId && needed.every((permission) => permissions.hasOnIssue(asPerson(accountId), issue, permission)),
  );
  if (toIds.length === 0) throw invalid('No recipients were defined for notification.');
  const id = state.ids.next('mail');
  state.mails.put(id, {
    id,
    issueId: issue.id,
    issueKey: issue.key,
    toIds,
    subject: typeof request.subject === 'string' ? request.subject : `(${issue.key}) ${issue.summary}`,
    textBody: toText(request.textBody),
    htmlBody: toText(request.htmlBody),
    sentAt: state.clock.now(),
    fromApp: caller.viaApp,
  });
}

function toText(value: unknown): string {
  return typeof value === 'string' ? value : '';
}

function listRecipients(state: JiraState, issue: IssueRecord, { to = {} }: NotifyRequest): string[] {
  const groups = state.groups
    .list()
    .filter(({ name, groupId }) => (to.groups ?? []).some((group) => group.name === name) || (to.groupIds ?? []).includes(groupId));
  return [
    ...(to.users ?? []).map(({ accountId }) => String(accountId)),
    ...groups.flatMap(({ memberIds }) => memberIds),
    ...(to.assignee === true && issue.assigneeId !== null ? [issue.assigneeId] : []),
    ...(to.reporter === true ? [issue.reporterId] : []),
  ];
}
