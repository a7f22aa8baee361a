import type { DraftsView } from '../contract/drafts';
import type { TypeDraft } from '../domain/type/handoff-type';
import { requireLicence } from './command/run-command';
import { requireProjectAdmin } from './config/change-config';
import { listDrafts, writeDraft, type DraftPorts } from './config/type-drafts';
import type { ProjectCaller } from './ports/app-ports';

/** Keeps a draft of a type without publishing it, for who administers the project. Refusals as `writeDraft`. */
export async function saveDraft(
  ports: DraftPorts,
  caller: ProjectCaller,
  draft: { typeId: string | null; version: number; basedOn: number; draft: TypeDraft },
): Promise<DraftsView> {
  requireLicence(caller);
  await requireProjectAdmin(ports, caller);
  await writeDraft(ports, caller, draft);
  return listDrafts(ports, caller.projectId);
}
