import { utf8Bytes } from '../../domain/audit/canonical-json';
import { sealEvent } from '../../domain/audit/event-chain';
import { emptyDocument, type DocumentEvent, type DocumentId, type ProjectDocument } from '../../domain/type/project-document';
import { AppError } from '../app-error';
import type { AppPorts } from '../ports/app-ports';
import type { DocumentWriter } from '../ports/project-documents';
import { StoreFault } from '../ports/store-fault';
import { listPeople } from '../record/people-in-events';
import { readStore } from '../store-trouble';

/** Largest content of a document, in bytes of UTF-8 JSON: its event holds every text twice, as salt with hash and as text. */
const MAX_CONTENT_BYTES = 64 * 1024;

/** How often an unclear answer is looked into and tried again. */
const MAX_ATTEMPTS = 4;

const PAUSE_UP_TO_MS = 120;

/** What writing a document needs. */
export type DocumentPorts = Pick<AppPorts, 'machine'> & { readonly documents: DocumentWriter };

/** A new version of a document, by whoever may write it: the use case has asked. */
export interface DocumentDraft<Content> {
  readonly id: DocumentId;
  readonly actorId: string;
  /** The version the caller saw; 0 for none. */
  readonly version: number;
  /** Null takes the document back; its log stays. */
  readonly content: Content | null;
  readonly note: string | null;
}

/**
 * Writes a document's next version with the event that says so.
 *
 * @throws {AppError} CONFIG_CONFLICT when somebody saved meanwhile, SETTINGS_TOO_LARGE above 64 KiB, STORAGE_BUSY.
 */
export async function changeDocument<Content>(ports: DocumentPorts, draft: DocumentDraft<Content>): Promise<ProjectDocument<Content>> {
  const { id, actorId, content, note } = draft;
  if (utf8Bytes(JSON.stringify(content)) > MAX_CONTENT_BYTES) throw new AppError('SETTINGS_TOO_LARGE');
  const { machine } = ports;
  let stored = await findOrBegin(ports, draft);
  if (stored.version !== draft.version) throw new AppError('CONFIG_CONFLICT');
  const version = stored.version + 1;
  const at = machine.now();
  const event: DocumentEvent<Content> = { type: 'document.saved', ...id, version, at, actorId, note, content };
  const sealed = sealEvent(event, { previousHash: stored.hash, seq: version, sha256: machine.sha256, newSalt: machine.newSalt });
  const document: ProjectDocument<Content> = {
    schema: 1,
    ...id,
    version,
    hash: sealed.hash,
    content,
    savedAt: at,
    savedBy: actorId,
    note,
  };
  let lastFault: unknown = null;
  for (let attempt = 1; attempt <= MAX_ATTEMPTS; attempt += 1) {
    try {
      const people = listPeople(event).map((accountId) => ({ accountId, reportAt: at }));
      await ports.documents.commit({ document, event: sealed, people });
      return document;
    } catch (error) {
      if (!(error instanceof StoreFault) || error.kind === 'invalid') throw error;
      lastFault = error;
      await machine.pause(PAUSE_UP_TO_MS * attempt);
      stored = await findOrBegin(ports, draft);
      if (stored.hash === sealed.hash) return document;
      if (stored.version !== draft.version) throw new AppError('CONFIG_CONFLICT', {}, error);
    }
  }
  throw new AppError('STORAGE_BUSY', {}, lastFault);
}

/** A document that is not stored yet begins empty, once, so that later writes have a version to compare; not for who saw one that is not there. */
async function findOrBegin(
  { documents }: Pick<DocumentPorts, 'documents'>,
  { id, version }: { readonly id: DocumentId; readonly version: number },
): Promise<ProjectDocument> {
  const found = await readStore(documents.find(id));
  if (found !== null) return found;
  if (version !== 0) throw new AppError('CONFIG_CONFLICT');
  try {
    await documents.begin(id);
    return emptyDocument(id);
  } catch (error) {
    if (!(error instanceof StoreFault) || error.kind === 'invalid') throw error;
    const other = await readStore(documents.find(id));
    if (other === null) throw new AppError('STORAGE_BUSY', {}, error);
    return other;
  }
}
