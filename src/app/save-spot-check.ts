import type { SpotCheckView } from '../contract/spot-check';
import { addSpotCheck, beginSpotChecks, type SpotCheck, type SpotCheckContent } from '../domain/spot-check/spot-check';
import { AppError } from './app-error';
import { requireLicence } from './command/run-command';
import { changeDocument } from './document/change-document';
import type { Caller } from './ports/app-ports';
import type { DocumentWriter } from './ports/project-documents';
import { findDrawn, loadSpotChecks, toSpotCheckView, type SpotCheckCase, type SpotCheckPorts } from './spot-check/spot-check-case';

/** What writing spot checks needs. */
type SavingPorts = SpotCheckPorts & { readonly documents: DocumentWriter };

/** What somebody found in one drawn handoff. */
type Found = Pick<SpotCheck, 'handoffId' | 'answers'>;

/**
 * Keeps what was found in a drawn handoff, once; `check` null begins the type's spot checks, with the seed of all their draws.
 *
 * @throws {AppError} LICENCE_LAPSED; CONFIG_CONFLICT when somebody saved meanwhile; NOT_FOUND for a handoff that is not drawn or is the
 *   caller's own; INVALID_PAYLOAD unless exactly the drawn items are answered; STORAGE_BUSY; else as `loadSpotChecks`.
 */
export async function saveSpotCheck(
  ports: SavingPorts,
  asking: Caller,
  { version, check, ...target }: { projectKey: string; typeId: string; version: number; check: Found | null },
): Promise<SpotCheckView> {
  requireLicence(asking);
  const spotChecks = await loadSpotChecks(ports, asking, target);
  if (spotChecks.version !== version) throw new AppError('CONFIG_CONFLICT');
  const content = check === null ? begin(ports, spotChecks) : await add(ports, asking, spotChecks, check);
  const { id } = spotChecks;
  const saved = await changeDocument(ports, { id, actorId: asking.accountId, version, content, note: null });
  return toSpotCheckView(ports, asking, { id, version: saved.version, content });
}

function begin({ machine }: SavingPorts, { content }: SpotCheckCase): SpotCheckContent {
  if (content !== null) throw new AppError('CONFIG_CONFLICT');
  return beginSpotChecks(machine.newId());
}

async function add(
  ports: SavingPorts,
  asking: Caller,
  spotChecks: SpotCheckCase,
  { handoffId, answers }: Found,
): Promise<SpotCheckContent> {
  const { drawn } = await findDrawn(ports, asking, spotChecks);
  const found = drawn.find(({ kept }) => kept.handoffId === handoffId);
  if (found === undefined || spotChecks.content === null) throw new AppError('NOT_FOUND');
  const answered = new Map(answers.map(({ itemId, says }) => [itemId, says]));
  const { items } = found.shown;
  if (answers.length !== items.length || items.some(({ itemId }) => !answered.has(itemId)))
    throw new AppError('INVALID_PAYLOAD', { path: 'check.answers' });
  return addSpotCheck(spotChecks.content, { ...found.kept, answers });
}
