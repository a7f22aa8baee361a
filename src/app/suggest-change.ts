import type { ChampionHome } from '../contract/playbook';
import type { ChecklistItem, TypeDraft } from '../domain/type/handoff-type';
import { requireLicence } from './command/run-command';
import { findDraft, writeDraft } from './config/type-drafts';
import { readChampionHome, requireChampion, type ChampionPorts } from './guide/champion-home';
import { openPage } from './guide/open-page';
import type { Caller } from './ports/app-ports';

/**
 * Keeps a changed checklist as the type's draft, which an admin publishes or discards (S-106). It goes into the draft there is, so that
 * what somebody else changed in it stays.
 *
 * @throws {AppError} FORBIDDEN for who neither administers the project nor is the type's champion; else as `openPage` and `writeDraft`.
 */
export async function suggestChange(
  ports: ChampionPorts,
  asking: Caller,
  {
    projectKey,
    typeId,
    version,
    items,
    note,
  }: { projectKey: string; typeId: string; version: number; items: readonly ChecklistItem[]; note: string },
): Promise<ChampionHome> {
  requireLicence(asking);
  const { caller, page } = await openPage(ports, asking, projectKey, typeId);
  requireChampion(page.viewer);
  const { draft: kept } = await findDraft(ports, caller.projectId, typeId);
  const { typeId: _typeId, version: published, ...current } = page.type;
  const draft: TypeDraft = { ...(kept?.draft ?? current), items };
  await writeDraft(ports, caller, { typeId, version, basedOn: kept?.basedOn ?? published, draft, note });
  return readChampionHome(ports, caller, page);
}
