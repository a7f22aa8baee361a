import type { DraftsView } from '../../contract/drafts';
import { normaliseDraft } from '../../domain/type/check-draft';
import type { AuditContent } from '../../domain/ten-questions/audit-content';
import { findDueAudit, type DueAudit } from '../../domain/ten-questions/due-audit';
import type { TypeDraft } from '../../domain/type/handoff-type';
import type { KeptDraft } from '../../domain/type/kept-draft';
import type { ProjectDocument } from '../../domain/type/project-document';
import { AppError } from '../app-error';
import { changeDocument } from '../document/change-document';
import { askJira } from '../jira-trouble';
import type { AppPorts, ProjectCaller } from '../ports/app-ports';
import { listPeople } from '../record/people-in-events';
import { readStore } from '../store-trouble';
import { draftId, toDraftView } from './kept-draft';

export type DraftPorts = Pick<AppPorts, 'configs' | 'documents' | 'machine' | 'people' | 'permissions'>;

/** Every draft of the project, and which of its audits are due. Asks no permission: the use case does. */
export async function listDrafts(ports: DraftPorts, projectId: string): Promise<DraftsView> {
  const stored = await readStore(ports.configs.find(projectId));
  const types = stored?.config.types ?? [];
  const typeIds = [...types.map(({ current }) => current.typeId), null];
  const active = types.filter(({ switches }) => stored?.config.on === true && switches.active).map(({ current }) => current.typeId);
  const found = await readStore(
    ports.documents.findMany([
      ...typeIds.map((typeId) => draftId(projectId, typeId)),
      ...active.map((typeId) => ({ projectId, kind: 'audit' as const, typeId })),
    ]),
  );
  const documents = found.filter(({ kind }) => kind === 'draft');
  const drafts = documents.flatMap((document) => toDraftView(document) ?? []);
  const today = ports.machine.now().slice(0, 10);
  const auditsDue = active.flatMap((typeId) => {
    const audits = found.find((document) => document.kind === 'audit' && document.typeId === typeId);
    const due = toDueAudit(audits ?? null, today);
    return due === null ? [] : [{ typeId, ...due }];
  });
  const people = await askJira(ports.people.getMany(listPeople(drafts)));
  return {
    drafts,
    emptyVersions: Object.fromEntries(documents.filter(({ content }) => content === null).map(({ typeId, version }) => [typeId, version])),
    people: Object.fromEntries(people.map((person) => [person.accountId, person])),
    ...(auditsDue.length === 0 ? {} : { auditsDue }),
  };
}

/** What the document of a type's audits says of the next one; null: it is not near, or there is none. */
export function toDueAudit(document: ProjectDocument | null, today: string): DueAudit | null {
  const content = document?.content ?? null;
  return content === null ? null : findDueAudit(content as AuditContent, today);
}

/**
 * Keeps a draft in the place of the one there is. Asks no permission: whoever may, the use case has asked.
 *
 * @throws {AppError} NOT_FOUND for a type the project does not have, CONFIG_CONFLICT when somebody kept or discarded one meanwhile,
 *   SETTINGS_TOO_LARGE, STORAGE_BUSY.
 */
export async function writeDraft(
  ports: Pick<DraftPorts, 'configs' | 'documents' | 'machine'>,
  { projectId, accountId }: ProjectCaller,
  {
    typeId,
    version,
    basedOn,
    draft,
    note = null,
  }: { typeId: string | null; version: number; basedOn: number; draft: TypeDraft; note?: string | null },
): Promise<void> {
  const stored = await readStore(ports.configs.find(projectId));
  const current = stored?.config.types.find((entry) => entry.current.typeId === typeId)?.current;
  if (typeId !== null && current === undefined) throw new AppError('NOT_FOUND', { path: 'typeId' });
  if (basedOn > (current?.version ?? 0)) throw new AppError('INVALID_PAYLOAD', { path: 'basedOn' });
  const content: KeptDraft = { basedOn, draft: normaliseDraft(draft) };
  await changeDocument(ports, { id: draftId(projectId, typeId), actorId: accountId, version, content, note });
}

/**
 * Takes a draft back; its log stays. Where there is none there is nothing to do.
 *
 * @throws {AppError} CONFIG_CONFLICT when somebody kept another one meanwhile, STORAGE_BUSY.
 */
export async function removeDraft(
  ports: Pick<AppPorts, 'documents' | 'machine'>,
  { projectId, accountId }: ProjectCaller,
  { typeId, version }: { typeId: string | null; version: number },
): Promise<void> {
  const id = draftId(projectId, typeId);
  const found: ProjectDocument | null = await readStore(ports.documents.find(id));
  if (found === null || found.content === null) return;
  await changeDocument(ports, { id, actorId: accountId, version, content: null, note: null });
}
