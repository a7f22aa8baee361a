import type { GuidesView } from '../contract/guide';
import type { Guide } from '../domain/type/guide';
import { requireLicence } from './command/run-command';
import { requireProjectAdmin } from './config/change-config';
import { buildGuides, type GuidePorts } from './guide/build-guides';
import { writeGuide } from './guide/write-guide';
import type { ProjectCaller } from './ports/app-ports';

/** What people write about a type; that it was looked at is a fact of its own. */
type WrittenGuide = Omit<Guide, 'reviewedOn' | 'reviewedBy'>;

/** Saves what is written about a type, for who administers the project; answers with all of it. Refusals as `writeGuide`. */
export async function saveGuide(
  ports: GuidePorts,
  caller: ProjectCaller,
  { typeId, version, guide, note }: { typeId: string; version: number; guide: WrittenGuide; note: string | null },
): Promise<GuidesView> {
  requireLicence(caller);
  await requireProjectAdmin(ports, caller);
  await writeGuide(ports, caller, { typeId, version, note, change: (stands) => ({ ...stands, ...guide }) });
  return buildGuides(ports, caller);
}
