import type { Guide } from '../../domain/type/guide';
import { findRaciProblems, normaliseGuide } from '../../domain/type/check-guide';
import { AppError } from '../app-error';
import { changeDocument } from '../document/change-document';
import type { AppPorts, ProjectCaller } from '../ports/app-ports';
import { readStore } from '../store-trouble';
import { guideId, toGuideView } from './read-guides';

export type GuideWriter = Pick<AppPorts, 'configs' | 'documents' | 'machine'>;

/** A change of what is written about a type, by whoever may write it: the use case has asked. */
interface GuideChange {
  readonly typeId: string;
  /** The version the caller saw. */
  readonly version: number;
  readonly note: string | null;
  /** The guide as it should stand, given how it stands. */
  readonly change: (stands: Guide) => Guide;
}

/**
 * Writes the next version of what is written about a type of the project.
 *
 * @throws {AppError} NOT_FOUND for no such type, the code of the first problem of its RACI-R row with the cell as path, CONFIG_CONFLICT,
 *   SETTINGS_TOO_LARGE, STORAGE_BUSY.
 */
export async function writeGuide(ports: GuideWriter, caller: ProjectCaller, { typeId, version, note, change }: GuideChange): Promise<void> {
  const { projectId, accountId } = caller;
  const stored = await readStore(ports.configs.find(projectId));
  if (stored?.config.types.some(({ current }) => current.typeId === typeId) !== true) throw new AppError('NOT_FOUND', { path: 'typeId' });
  const id = guideId(projectId, typeId);
  const stands = toGuideView(typeId, await readStore(ports.documents.find(id)));
  const content = normaliseGuide(change(stands.guide));
  const [problem] = findRaciProblems(content.raciR);
  if (problem !== undefined) throw new AppError(problem.code, { path: `guide.raciR.${problem.cell}` });
  await changeDocument(ports, { id, actorId: accountId, version, content, note });
}

/** The guide, looked at today by this person and found right (S-164). */
export function reviewed(guide: Guide, { accountId }: ProjectCaller, now: string): Guide {
  return { ...guide, reviewedOn: now.slice(0, 10), reviewedBy: accountId };
}
