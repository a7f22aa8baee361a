import type { GuideVersions } from '../contract/guide';
import { openPage, type PagePorts } from './guide/open-page';
import { readGuideVersions } from './guide/read-guides';
import type { Caller } from './ports/app-ports';

/** The newest versions of what is written on a page, for who may read it; refusals as `openPage`. */
export async function getPlaybookVersions(
  ports: PagePorts,
  asking: Caller,
  { projectKey, typeId }: { projectKey: string; typeId: string },
): Promise<GuideVersions> {
  const { caller } = await openPage(ports, asking, projectKey, typeId);
  return readGuideVersions(ports, caller.projectId, typeId);
}
