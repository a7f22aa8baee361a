import type { ChecklistItem, HandoffType, ProjectConfig } from '../../src/domain/type/handoff-type';
import type { AppSite } from './app-site';
import { anItem } from './handoff-world';
import type { SiteRows } from './site-rows';

const PLACE = { projectKey: 'SHOP' };
const CONFIG = ['project-config', 'c:10000'] as const;

/** Fifty items of the longest titles and hints. */
export const fiftyItems = (more: Partial<ChecklistItem> = {}): readonly ChecklistItem[] =>
  Array.from({ length: 50 }, (_, index) =>
    anItem(`item_${String(index)}`, { title: `${String(index).padStart(2, '0')} ${'x'.repeat(57)}`, hint: 'y'.repeat(200), ...more }),
  );

/**
 * The shop's settings with its first type and `count` more. They are put below the app into the one value it reads, since saving each
 * would take long: it is the app that splits them, with the next save.
 */
export async function putTypes(
  site: AppSite,
  rows: SiteRows,
  first: HandoffType,
  { count, more }: { readonly count: number; readonly more: (index: number) => Partial<HandoffType> },
): Promise<void> {
  const { rev } = await site.value('projectAdmin', 'settings.get', {}, PLACE);
  const { parts: _parts, ...body } = rows.value(...CONFIG)['body'] as ProjectConfig & { readonly parts?: number };
  const types = Array.from({ length: count + 1 }, (_, index) => ({
    current:
      index === 0
        ? first
        : {
            ...first,
            typeId: `large${String(index)}`,
            name: `Large ${String(index)}`,
            route: { fromStatusIds: [`from${String(index)}`], toStatusId: `to${String(index)}` },
            ...more(index),
          },
    switches: { active: true, gatePaused: false },
  }));
  rows.setValue(...CONFIG, { rev, body: { ...body, types } });
}

/** Saves the first type with a change; null or the code it is refused with. */
export async function saveFirst(site: AppSite, first: HandoffType, change: Partial<HandoffType>): Promise<string | null> {
  const { rev } = await site.value('projectAdmin', 'settings.get', {}, PLACE);
  const { typeId, version: _version, ...draft } = { ...first, overLengthReason: 'Every item there is', ...change };
  return site.code('projectAdmin', 'settings.saveType', { rev, typeId, draft, note: 'Many at once' }, PLACE);
}
