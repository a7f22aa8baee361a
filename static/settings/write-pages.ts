import type { BridgeContract } from '../../src/contract/bridge-contract';
import type { GuidesView } from '../../src/contract/guide';
import type { SettingsView } from '../../src/contract/settings';
import { EMPTY_GUIDE, type Guide } from '../../src/domain/type/guide';
import type { ImportStep } from '../../src/domain/type/transfer/plan-import';
import { changesPage, withPage } from '../../src/domain/type/transfer/transfer-page';
import { call } from '../kit/bridge/call';

/** What became of the pages of an import: how they stand now, and which are not written, by their type's name, with what kept the last one. */
interface WrittenPages {
  readonly guides: GuidesView['guides'];
  readonly left: readonly string[];
  readonly error: unknown;
}

/**
 * Writes the playbook pages of types that are saved, one after the other; a page that says so already is not written again. One that fails
 * keeps no other from being written.
 *
 * @param note What the pages' next versions say about themselves.
 */
export async function writePages(steps: readonly ImportStep[], { types }: SettingsView, note: string): Promise<WrittenPages> {
  // A type that was just saved may have got the page of its starter.
  let { guides } = await call('settings.guides', {});
  const left: string[] = [];
  let lastError: unknown = null;
  for (const { draft, page } of steps) {
    const typeId = types.find(({ current }) => current.name === draft.name)?.current.typeId;
    if (page === null || typeId === undefined) continue;
    const { guide: stands = EMPTY_GUIDE, version = 0 } = guides.find((one) => one.typeId === typeId) ?? {};
    if (!changesPage(stands, page.carried)) continue;
    try {
      ({ guides } = await call('settings.saveGuide', { typeId, version, guide: toWritten(withPage(stands, page.carried)), note }));
    } catch (error) {
      left.push(draft.name);
      lastError = error;
    }
  }
  return { guides, left, error: lastError };
}

/** A page as it goes over the bridge: without the last look at it, which is a fact of its own. */
function toWritten({ reviewedOn: _on, reviewedBy: _by, ...written }: Guide): BridgeContract['settings.saveGuide']['payload']['guide'] {
  return written;
}
