import type { GuideVersions, GuideView } from '../../contract/guide';
import type { Person } from '../../contract/handoff-screen';
import { openEvent } from '../../domain/audit/event-chain';
import { EMPTY_GUIDE, type Guide } from '../../domain/type/guide';
import type { DocumentEvent, DocumentId, ProjectDocument } from '../../domain/type/project-document';
import type { AppPorts } from '../ports/app-ports';
import { listPeople } from '../record/people-in-events';
import { readStore } from '../store-trouble';

/** Versions shown of a guide: enough to see where it comes from. */
const MAX_VERSIONS = 20;

/** Which document holds what is written about a type. */
export function guideId(projectId: string, typeId: string): DocumentId {
  return { projectId, kind: 'guide', typeId };
}

/** What is written about these types, in their order; a type nobody wrote about has an empty guide of version 0. */
export async function readGuides(
  { documents }: Pick<AppPorts, 'documents'>,
  projectId: string,
  typeIds: readonly string[],
): Promise<readonly GuideView[]> {
  if (typeIds.length === 0) return [];
  const found = await readStore(documents.findMany(typeIds.map((typeId) => guideId(projectId, typeId))));
  const byType = new Map(found.map((document) => [document.typeId, document]));
  return typeIds.map((typeId) => toGuideView(typeId, byType.get(typeId) ?? null));
}

/** What one type's document says; one that was taken back says nothing. */
export function toGuideView(typeId: string, document: ProjectDocument | null): GuideView {
  return { typeId, version: document?.version ?? 0, guide: (document?.content as Guide | null | undefined) ?? EMPTY_GUIDE };
}

/** Who and when of the newest versions of a guide, newest first. */
export async function readGuideVersions(
  ports: Pick<AppPorts, 'documents' | 'people' | 'log'>,
  projectId: string,
  typeId: string,
): Promise<GuideVersions> {
  const id = guideId(projectId, typeId);
  const last = (await readStore(ports.documents.find(id)))?.version ?? 0;
  const events = await readStore(ports.documents.listEvents(id, last, Math.max(1, last - MAX_VERSIONS + 1)));
  const versions = events
    .map((event) => openEvent(event) as DocumentEvent<Guide>)
    .map(({ version, at, actorId, note }) => ({ version, at, by: actorId, note }))
    .reverse();
  return { versions, people: await findNames(ports, versions) };
}

/** Names of everybody a value names; without them where Jira does not answer, since the words can be read all the same. */
export async function findNames(ports: Pick<AppPorts, 'people' | 'log'>, value: unknown): Promise<Readonly<Record<string, Person>>> {
  const accountIds = listPeople(value);
  if (accountIds.length === 0) return {};
  try {
    const people = await ports.people.getMany(accountIds);
    return Object.fromEntries(people.map((person) => [person.accountId, person]));
  } catch (error) {
    ports.log.fault('names.unavailable', error);
    return {};
  }
}
