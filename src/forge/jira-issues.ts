import { route } from '@forge/api';
import * as v from 'valibot';

import { fieldTexts } from '../domain/handoff/field-texts';
import type { IssueMover, IssueReader, JiraIssue, Transition } from '../app/ports/issues';
import { JiraFault } from '../app/ports/jira-fault';
import { toFieldValue } from './field-value';
import { requestEffect, requestJson } from './jira-request';
import { jiraUser, toPerson } from './jira-shapes';

/** Everything but what grows without bound: one call shows every field an item can require. */
const FIELDS = '*all,-comment,-worklog,-issuelinks,-subtasks';

/** Most work items one bulk fetch may name. */
const MAX_BULK_ISSUES = 100;

const jiraIssue = v.object({
  id: v.string(),
  key: v.string(),
  fields: v.looseObject({
    summary: v.optional(v.string(), ''),
    status: v.object({ id: v.string(), name: v.string(), statusCategory: v.optional(v.object({ key: v.string() })) }),
    issuetype: v.object({ id: v.string() }),
    project: v.object({ id: v.string(), key: v.string() }),
    assignee: v.nullish(jiraUser, null),
    description: v.optional(v.unknown()),
    attachment: v.optional(v.array(v.object({ id: v.string(), size: v.number() })), []),
  }),
});

const bulkIssues = v.object({
  issues: v.array(v.object({ id: v.string(), key: v.string(), fields: v.object({ summary: v.optional(v.string(), '') }) })),
});

/** `IssueReader` over Jira's REST API. */
export const jiraIssueReader: IssueReader = {
  async get(asker, issueIdOrKey) {
    return toIssue(await requestJson(asker, route`/rest/api/3/issue/${issueIdOrKey}?fields=${FIELDS}`, jiraIssue));
  },

  async findVisible(issueIds) {
    const found = new Map<string, { key: string; summary: string }>();
    for (let start = 0; start < issueIds.length; start += MAX_BULK_ISSUES) {
      const body = { issueIdsOrKeys: issueIds.slice(start, start + MAX_BULK_ISSUES), fields: ['summary'] };
      const answer = await requestJson('user', route`/rest/api/3/issue/bulkfetch`, bulkIssues, { method: 'POST', body, repeatable: true });
      for (const { id, key, fields } of answer.issues) found.set(id, { key, summary: fields.summary });
    }
    return found;
  },
};

function toIssue({ id, key, fields }: v.InferOutput<typeof jiraIssue>): JiraIssue {
  const { summary, status, issuetype, project, assignee, description, attachment } = fields;
  return {
    id,
    key,
    projectId: project.id,
    projectKey: project.key,
    issueTypeId: issuetype.id,
    summary,
    statusId: status.id,
    statusName: status.name,
    isDone: status.statusCategory?.key === 'done',
    assignee: assignee === null ? null : toPerson(assignee),
    hasDescription: isFilled(description),
    attachments: attachment.map((file) => ({ id: file.id, sizeBytes: file.size })),
    filledFieldIds: Object.keys(fields).filter((fieldId) => isFilled(fields[fieldId])),
    fieldMarks: Object.fromEntries(Object.entries(fields).flatMap(([id, value]) => (isFilled(value) ? [[id, toFieldValue(value)]] : []))),
    fieldTexts: Object.fromEntries(
      Object.entries(fields).flatMap(([fieldId, value]) => {
        const texts = fieldTexts(value);
        return texts.length === 0 ? [] : [[fieldId, texts]];
      }),
    ),
    userFields: Object.fromEntries(
      Object.entries(fields).flatMap(([fieldId, value]) => {
        const user = v.safeParse(v.object({ accountId: v.string() }), value);
        return user.success ? [[fieldId, user.output.accountId]] : [];
      }),
    ),
  };
}

/** Whether a field holds anything: not null, not blank, not an empty list, and for rich text at least one visible thing. */
function isFilled(value: unknown): boolean {
  if (value === null || value === undefined) return false;
  if (typeof value === 'string') return value.trim() !== '';
  if (Array.isArray(value)) return value.length > 0;
  const document = v.safeParse(v.object({ type: v.literal('doc'), content: v.array(v.unknown()) }), value);
  return document.success ? document.output.content.some(hasVisibleContent) : true;
}

/** Nodes of rich text that show something without holding text. */
const VISIBLE_NODES: readonly string[] = [
  'media',
  'mediaSingle',
  'mediaGroup',
  'inlineCard',
  'blockCard',
  'embedCard',
  'mention',
  'emoji',
  'date',
  'status',
  'rule',
];

function hasVisibleContent(node: unknown): boolean {
  if (typeof node !== 'object' || node === null) return false;
  if ('text' in node && typeof node.text === 'string' && node.text.trim() !== '') return true;
  if ('type' in node && typeof node.type === 'string' && VISIBLE_NODES.includes(node.type)) return true;
  return 'content' in node && Array.isArray(node.content) && node.content.some(hasVisibleContent);
}

const transitions = v.object({
  transitions: v.array(
    v.object({
      id: v.string(),
      name: v.string(),
      to: v.object({ id: v.string() }),
      isAvailable: v.optional(v.boolean(), true),
      fields: v.optional(v.record(v.string(), v.object({ required: v.boolean(), hasDefaultValue: v.optional(v.boolean(), false) })), {}),
    }),
  ),
});

/** `IssueMover` over Jira's REST API. */
export const jiraIssueMover: IssueMover = {
  async listTransitions(asker, issueId) {
    const answer = await requestJson(asker, route`/rest/api/3/issue/${issueId}/transitions?expand=transitions.fields`, transitions);
    return answer.transitions
      .filter((each) => each.isAvailable)
      .map((each): Transition => ({
        id: each.id,
        name: each.name,
        toStatusId: each.to.id,
        needsFields: Object.values(each.fields).some((field) => field.required && !field.hasDefaultValue),
      }));
  },

  async move(asker, issueId, transitionId) {
    await requestEffect(asker, route`/rest/api/3/issue/${issueId}/transitions`, {
      method: 'POST',
      body: { transition: { id: transitionId } },
    });
  },

  async assign(issueId, accountId) {
    try {
      await requestEffect('user', route`/rest/api/3/issue/${issueId}/assignee`, { method: 'PUT', body: { accountId }, repeatable: true });
    } catch (error) {
      // A field the person may not set is answered as a refused request.
      if (error instanceof JiraFault && error.kind === 'refused') throw new JiraFault('forbidden', error.messages, error);
      throw error;
    }
  },
};
