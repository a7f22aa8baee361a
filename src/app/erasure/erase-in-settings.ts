import { erasePersonFrom, erasePersonIn, type FormerPerson } from '../../domain/audit/erase-person';
import { isSame, type ErasePorts } from './former-people';

/**
 * Versions and events one transaction writes beside the configuration. Each may hold a whole type, so they are fewer than a handoff's.
 */
const MAX_PARTS = 5;

/**
 * Takes somebody out of a project's settings (E20): whom its types name as receiver, as who answers for them and as who approves, in every
 * version there ever was, and who saved what in its log, whose chain still verifies. How a type is worded stays: it is the project's, not
 * the text of whoever saved it.
 *
 * Writes under the configuration's revision; throws `StoreFault` where somebody saved meanwhile, and may then be done again.
 */
export async function eraseInSettings({ configs, configStore }: ErasePorts, projectId: string, person: FormerPerson): Promise<void> {
  const stored = await configs.find(projectId);
  if (stored === null) return;
  const [versions, events] = await Promise.all([
    configs.listTypeVersions(
      projectId,
      stored.config.types.map(({ current }) => current),
    ),
    configs.listEvents(projectId, stored.config.chain.seq),
  ]);
  const parts = [
    ...versions.flatMap((version) => {
      const erased = erasePersonIn(version, person);
      return isSame(erased, version) ? [] : [{ version: erased }];
    }),
    ...events.flatMap((event) => {
      const erased = erasePersonFrom(event, person);
      return erased === event ? [] : [{ event: erased }];
    }),
  ];
  const config = erasePersonIn(stored.config, person);
  if (parts.length === 0 && isSame(config, stored.config)) return;
  let previous = stored;
  for (let start = 0; start === 0 || start < parts.length; start += MAX_PARTS) {
    const batch = parts.slice(start, start + MAX_PARTS);
    previous = await configStore.commitErased({
      projectId,
      previous,
      config,
      versions: batch.flatMap((part) => ('version' in part ? [part.version] : [])),
      events: batch.flatMap((part) => ('event' in part ? [part.event] : [])),
    });
  }
}
