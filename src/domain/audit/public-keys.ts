/**
 * Names of properties whose strings may stand in an event's body as they are: ids Baton or Jira gives to things, instants, and
 * words of closed sets. Everything else is taken for personal, so a name belongs here only if no person types its value and it
 * names no person.
 */
const PUBLIC_KEYS: ReadonlySet<string> = new Set([
  'type',
  'kind',
  'kinds',
  'field',
  'state',
  'path',
  'endReason',
  'risk',
  'opensAt',
  'at',
  'savedAt',
  'expiresAt',
  'endsAt',
  'movedAt',
  'chainStart',
  'successorId',
  'heldUntil',
  'handsBack',
  'handoffId',
  'issueId',
  'projectId',
  'typeId',
  'commandId',
  'questionId',
  'itemId',
  'sectionId',
  'id',
  'itemIds',
  'sectionIds',
  'missedIds',
  'leftIds',
  'waivedIds',
  'groupId',
  'roleId',
  'fieldId',
  'fromStatusIds',
  'toStatusId',
  'workItemTypeIds',
  'digest',
  'dueAt',
  'rule',
  'instead',
  'begunAt',
  'says',
  'fact',
  'dueOn',
  'nextDueOn',
  'starterId',
  'answeredBy',
]);

/** Whether strings under this property name are kept as they are. */
export function isPublicKey(key: string): boolean {
  return PUBLIC_KEYS.has(key);
}
