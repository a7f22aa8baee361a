import type { DraftsView } from '../contract/drafts';
import { requireProjectAdmin } from './config/change-config';
import { listDrafts, type DraftPorts } from './config/type-drafts';
import type { ProjectCaller } from './ports/app-ports';

/** The drafts of a project's types, for who administers the project. */
export async function getDrafts(ports: DraftPorts, caller: ProjectCaller): Promise<DraftsView> {
  await requireProjectAdmin(ports, caller);
  return listDrafts(ports, caller.projectId);
}
