import type { ChampionHome, PlaybookPage } from '../../contract/playbook';
import { briefOfDigests } from '../../domain/metrics/brief-of-digests';
import { AppError } from '../app-error';
import { findDraft } from '../config/kept-draft';
import { toDueAudit } from '../config/type-drafts';
import type { AppPorts, ProjectCaller } from '../ports/app-ports';

import { readDigests } from '../months/read-digests';
import { readStore } from '../store-trouble';
import type { PagePorts } from './open-page';
import { findNames } from './read-guides';

export type ChampionPorts = PagePorts & Pick<AppPorts, 'summaries' | 'queue'>;

/**
 * Asks that the viewer of a page looks after its type: its champion, or who administers the project.
 *
 * @throws {AppError} FORBIDDEN for every other reader.
 */
export function requireChampion({ isProjectAdmin, isChampion }: PlaybookPage['viewer']): void {
  if (!isProjectAdmin && !isChampion) throw new AppError('FORBIDDEN');
}

/** What waits for the champion of an open page, and the type's month. The use case asked whether the viewer is one. */
export async function readChampionHome(ports: ChampionPorts, { projectId }: ProjectCaller, { type }: PlaybookPage): Promise<ChampionHome> {
  const now = ports.machine.now();
  const month = now.slice(0, 7);
  const { typeId } = type;
  const [digests, { draft, version }, audits] = await Promise.all([
    readDigests(ports, [{ projectId, typeId, month }]),
    findDraft(ports, projectId, typeId),
    readStore(ports.documents.find({ projectId, kind: 'audit', typeId })),
  ]);
  const auditDue = toDueAudit(audits, now.slice(0, 10));
  // Moves that passed the gate belong to no type.
  const passages = { passedWhilePaused: 0, wouldHaveBeenStopped: 0 };
  const { handoffs, decided, acceptedFirstTime, mostMissed, ratings } = briefOfDigests(digests, [type], month, passages);
  return {
    month: { handoffs, decided, acceptedFirstTime, mostMissed, ratings: { count: ratings.count, shown: ratings.shown } },
    draft,
    ...(auditDue === null ? {} : { auditDue }),
    draftVersion: version,
    people: await findNames(ports, draft),
  };
}
