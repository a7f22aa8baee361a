import type { ChampionHome } from '../contract/playbook';
import { readChampionHome, requireChampion, type ChampionPorts } from './guide/champion-home';
import { openPage } from './guide/open-page';
import type { Caller } from './ports/app-ports';

/**
 * What a type's champion finds beside its page (S-106).
 *
 * @throws {AppError} FORBIDDEN for who neither administers the project nor is the type's champion; else as `openPage`.
 */
export async function getChampionHome(
  ports: ChampionPorts,
  asking: Caller,
  { projectKey, typeId }: { projectKey: string; typeId: string },
): Promise<ChampionHome> {
  const { caller, page } = await openPage(ports, asking, projectKey, typeId);
  requireChampion(page.viewer);
  return readChampionHome(ports, caller, page);
}
