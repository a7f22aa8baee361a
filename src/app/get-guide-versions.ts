import type { GuideVersions } from '../contract/guide';
import { AppError } from './app-error';
import { requireProjectAdmin } from './config/change-config';
import { buildGuides, type GuidePorts } from './guide/build-guides';
import { readGuideVersions } from './guide/read-guides';
import type { ProjectCaller } from './ports/app-ports';

/** The newest versions of what is written about a type, for who administers the project. */
export async function getGuideVersions(ports: GuidePorts, caller: ProjectCaller, typeId: string): Promise<GuideVersions> {
  await requireProjectAdmin(ports, caller);
  const { guides } = await buildGuides(ports, caller);
  if (!guides.some((guide) => guide.typeId === typeId)) throw new AppError('NOT_FOUND', { path: 'typeId' });
  return readGuideVersions(ports, caller.projectId, typeId);
}
