import { erasePersonFrom, erasePersonIn, type FormerPerson } from '../../domain/audit/erase-person';
import { DOCUMENT_KINDS, NEW_TYPE } from '../../domain/type/project-document';
import type { AppPorts } from '../ports/app-ports';
import { isSame } from './former-people';

/** Events one transaction writes beside the document: each may hold all of it. */
const MAX_EVENTS = 5;

/**
 * Takes somebody out of a project's documents (E20): whom they name, and who saved which version. The log still verifies. How something is
 * worded stays, since it is the project's, but for a text that stands beside who wrote it, such as the reason for new limits.
 *
 * Throws `StoreFault` where somebody saved meanwhile, and may then be done again.
 */
export async function eraseInDocuments(
  { configs, documents }: Pick<AppPorts, 'configs' | 'documents'>,
  projectId: string,
  person: FormerPerson,
): Promise<void> {
  const stored = await configs.find(projectId);
  if (stored === null) return;
  const typeIds = [...stored.config.types.map(({ current }) => current.typeId), NEW_TYPE];
  const ids = typeIds.flatMap((typeId) => DOCUMENT_KINDS.map((kind) => ({ projectId, kind, typeId })));
  for (const document of await documents.findMany(ids)) {
    const events = (await documents.listEvents(document, document.version)).flatMap((event) => {
      const erased = erasePersonFrom(event, person);
      return erased === event ? [] : [erased];
    });
    const erased = erasePersonIn(document, person);
    if (events.length === 0 && isSame(erased, document)) continue;
    for (let start = 0; start === 0 || start < events.length; start += MAX_EVENTS) {
      await documents.commitErased(erased, events.slice(start, start + MAX_EVENTS));
    }
  }
}
