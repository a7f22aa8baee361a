import type { ChampionHome } from '../contract/playbook';
import type { ChecklistItem, TypeDraft } from '../domain/type/handoff-type';
import { AppError } from './app-error';
import { requireLicence } from './command/run-command';
import { findDraft } from './config/kept-draft';
import { writeDraft } from './config/type-drafts';
import { readChampionHome, requireChampion, type ChampionPorts } from './guide/champion-home';
import { openPage } from './guide/open-page';
import type { Caller } from './ports/app-ports';

/**
 * Keeps a changed checklist as the type's draft, which an admin publishes or discards (S-106). It goes into the draft there is, so that
 * what somebody else changed in it stays; what was published after the checklist was begun is a conflict too, for nobody has seen both.
 *
 * @throws {AppError} FORBIDDEN for who neither administers the project nor is the type's champion; CONFIG_CONFLICT for a draft or a version
 *   that came meanwhile; else as `openPage` and `writeDraft`.
 */
export async function suggestChange(
  ports: ChampionPorts,
  asking: Caller,
  {
    projectKey,
    typeId,
    version,
    basedOn,
    items,
    note,
  }: { projectKey: string; typeId: string; version: number; basedOn: number; items: readonly ChecklistItem[]; note: string },
): Promise<ChampionHome> {
  requireLicence(asking);
  const { caller, page } = await openPage(ports, asking, projectKey, typeId);
  requireChampion(page.viewer);
  const { draft: kept } = await findDraft(ports, caller.projectId, typeId);
  const { typeId: _typeId, version: published, ...current } = page.type;
  if (basedOn !== (kept?.basedOn ?? published)) throw new AppError('CONFIG_CONFLICT');
  const draft: TypeDraft = { ...(kept?.draft ?? current), items };
  await writeDraft(ports, caller, { typeId, version, basedOn, draft, note });
  return readChampionHome(ports, caller, page);
}
