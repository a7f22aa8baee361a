import type { PlaybookPage } from '../contract/playbook';
import { openPage, type PagePorts } from './guide/open-page';
import type { Caller } from './ports/app-ports';

/** One page of the playbook, for who may see its project; refusals as `openPage`. */
export async function getPlaybookPage(
  ports: PagePorts,
  caller: Caller,
  { projectKey, typeId }: { projectKey: string; typeId: string },
): Promise<PlaybookPage> {
  return (await openPage(ports, caller, projectKey, typeId)).page;
}
