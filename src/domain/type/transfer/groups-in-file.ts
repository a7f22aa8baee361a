import { RACI_CELLS } from '../check-guide';
import type { Named, NamedRef, TransferFile } from './transfer-file';

/** Every group a file names, each once. */
export function groupsInFile({ types }: TransferFile): readonly NamedRef[] {
  const named = types.flatMap(({ receiver, options, page }) => [
    ...(receiver.kind === 'group' ? [receiver.group] : []),
    ...toRefs(options?.waiverGroup ?? null),
    ...RACI_CELLS.flatMap((cell) => page?.raciR?.[cell] ?? []).flatMap((entry) => (entry.kind === 'group' ? [entry.group] : [])),
  ]);
  return [...new Map(named.map((ref) => [`${ref.id ?? ''} ${ref.name}`, ref])).values()];
}

function toRefs(group: { readonly groupId: string; readonly groupName: string } | null): readonly NamedRef[] {
  return group === null ? [] : [{ id: group.groupId, name: group.groupName }];
}

/**
 * The group of this site: the one of that id, else the only one of that name. Null: none, or nobody can tell which.
 *
 * @param groups What this site was found to have; undefined: the file is of this site, so that every id in it is known.
 */
export function findGroup({ id, name }: NamedRef, groups: readonly Named[] | undefined): Named | null {
  if (groups === undefined) return id === undefined ? null : { id, name };
  if (groups.some((group) => group.id === id) && id !== undefined) return { id, name };
  const same = groups.filter((group) => comparableName(group.name) === comparableName(name));
  const [first = null] = same;
  return same.length === 1 ? first : null;
}

/** How names are compared: as people read them, whatever the spaces around them and the letters' case. */
export function comparableName(name: string): string {
  return name.normalize('NFKC').trim().toLowerCase();
}
