import type { GuidesView } from '../contract/guide';
import { requireLicence } from './command/run-command';
import { requireProjectAdmin } from './config/change-config';
import { buildGuides, type GuidePorts } from './guide/build-guides';
import { reviewed, writeGuide } from './guide/write-guide';
import type { ProjectCaller } from './ports/app-ports';

/** *Still right* (S-164), by who administers the project: the words stay, the day is today. */
export async function reviewGuide(
  ports: GuidePorts,
  caller: ProjectCaller,
  { typeId, version }: { typeId: string; version: number },
): Promise<GuidesView> {
  requireLicence(caller);
  await requireProjectAdmin(ports, caller);
  await writeGuide(ports, caller, {
    typeId,
    version,
    note: null,
    change: (stands) => reviewed(stands, caller, ports.machine.now()),
  });
  return buildGuides(ports, caller);
}
