import type { DocumentId } from '../domain/type/project-document';

/** Entities and keys of data-model.md, spelled once. Ids inside keys are checked where they enter Baton. */
export const ENTITY = {
  record: 'issue-record',
  gateView: 'gate-view',
  gateRoutes: 'gate-routes',
  config: 'project-config',
  typeVersion: 'type-version',
  round: 'handoff-round',
  event: 'event-log',
  row: 'handoff-row',
  summary: 'month-summary',
  person: 'person',
  personSettings: 'person-settings',
  document: 'project-document',
} as const;

/** Digits of an event number in its key, so that keys sort as numbers do. */
const SEQ_DIGITS = 6;

/** What keys of entities that are listed by key begin with. */
export const KEY_PREFIX = { record: 'i:', config: 'c:' } as const;

export const KEY = {
  record: (issueId: string) => `${KEY_PREFIX.record}${issueId}`,
  gateView: (issueKey: string) => `k:${issueKey}`,
  gateRoutes: (projectKey: string) => `p:${projectKey}`,
  config: (projectId: string) => `${KEY_PREFIX.config}${projectId}`,
  /** A further value of a large configuration, from 1. */
  configPart: (projectId: string, part: number) => `cp:${projectId}:${String(part)}`,
  typeVersion: (projectId: string, typeId: string, version: number) => `t:${projectId}:${typeId}:${String(version)}`,
  round: (handoffId: string, attempt: number) => `r:${handoffId}:${String(attempt)}`,
  event: (handoffId: string, seq: number) => `e:${handoffId}:${String(seq).padStart(SEQ_DIGITS, '0')}`,
  configEvent: (projectId: string, seq: number) => `e:c:${projectId}:${String(seq).padStart(SEQ_DIGITS, '0')}`,
  row: (handoffId: string) => `w:${handoffId}`,
  summary: (projectId: string, typeId: string, month: string, chunk: number) => `m:${projectId}:${typeId}:${month}:${String(chunk)}`,
  person: (accountId: string) => `u:${toKeyPart(accountId)}`,
  document: ({ projectId, kind, typeId }: DocumentId) => `b:${projectId}:${kind}:${typeId}`,
  documentEvent: ({ projectId, kind, typeId }: DocumentId, seq: number) =>
    `e:d:${projectId}:${kind}:${typeId}:${String(seq).padStart(SEQ_DIGITS, '0')}`,
  personSettings: (accountId: string) => `s:${toKeyPart(accountId)}`,
} as const;

/** Account ids may hold characters a key may not; those few are replaced by what never occurs in an account id. */
function toKeyPart(accountId: string): string {
  return accountId.replace(/[^a-zA-Z0-9:._-]/gu, '#');
}
