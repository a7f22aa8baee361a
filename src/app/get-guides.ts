import type { GuidesView } from '../contract/guide';
import { requireProjectAdmin } from './config/change-config';
import { buildGuides, type GuidePorts } from './guide/build-guides';
import type { ProjectCaller } from './ports/app-ports';

/** What is written about every type of a project, for who administers it. */
export async function getGuides(ports: GuidePorts, caller: ProjectCaller): Promise<GuidesView> {
  await requireProjectAdmin(ports, caller);
  return buildGuides(ports, caller);
}
