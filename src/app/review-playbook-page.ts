import type { PlaybookPage } from '../contract/playbook';
import { requireLicence } from './command/run-command';
import { requireChampion } from './guide/champion-home';
import { openPage, type PagePorts } from './guide/open-page';
import { reviewed, writeGuide } from './guide/write-guide';
import type { Caller } from './ports/app-ports';

/**
 * *Still right* (S-164) on the page itself: the words stay, the day is today.
 *
 * @throws {AppError} FORBIDDEN for who neither administers the project nor is the type's champion; else as `openPage` and `writeGuide`.
 */
export async function reviewPlaybookPage(
  ports: PagePorts,
  asking: Caller,
  { projectKey, typeId, version }: { projectKey: string; typeId: string; version: number },
): Promise<PlaybookPage> {
  requireLicence(asking);
  const { caller, page } = await openPage(ports, asking, projectKey, typeId);
  requireChampion(page.viewer);
  await writeGuide(ports, caller, { typeId, version, note: null, change: (stands) => reviewed(stands, caller, ports.machine.now()) });
  return (await openPage(ports, asking, projectKey, typeId)).page;
}
