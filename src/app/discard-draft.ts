import type { DraftsView } from '../contract/drafts';
import { requireLicence } from './command/run-command';
import { requireProjectAdmin } from './config/change-config';
import { listDrafts, removeDraft, type DraftPorts } from './config/type-drafts';
import type { ProjectCaller } from './ports/app-ports';

/** Takes a draft back, for who administers the project. Refusals as `removeDraft`. */
export async function discardDraft(
  ports: DraftPorts,
  caller: ProjectCaller,
  draft: { typeId: string | null; version: number },
): Promise<DraftsView> {
  requireLicence(caller);
  await requireProjectAdmin(ports, caller);
  await removeDraft(ports, caller, draft);
  return listDrafts(ports, caller.projectId);
}
