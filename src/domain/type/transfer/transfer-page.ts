import { canonicalJson } from '../../audit/canonical-json';
import { findRaciProblems, normaliseGuide, RACI_CELLS, type RaciCell } from '../check-guide';
import { EMPTY_GUIDE, type Guide, type RaciEntry, type RaciR } from '../guide';
import type { NamedRef, Places, TransferFile, TransferPage, TransferRaciEntry } from './transfer-file';

/** What of a page leaves a project: no account id does, and who looked at it last says nothing elsewhere. */
export type CarriedPage = Omit<Guide, 'championId' | 'reviewedOn' | 'reviewedBy'>;

/** A file with what is written about its types, which stand in the file's order; a type nobody wrote about gets no page. */
export function withPages(file: TransferFile, guides: readonly Guide[], places: Places): TransferFile {
  const types = file.types.map((type, index) => {
    const page = carriedOf(guides[index] ?? EMPTY_GUIDE);
    return says(page, carriedOf(EMPTY_GUIDE)) ? type : { ...type, page: toTransferPage(page, places) };
  });
  return { ...file, types };
}

function toTransferPage({ raciR, ...page }: CarriedPage, places: Places): TransferPage {
  return { ...page, raciR: raciR === null ? null : mapCells(raciR, (entry) => toTransferEntries(entry, places)) };
}

function toTransferEntries(entry: RaciEntry, { roles, userFields }: Places): readonly TransferRaciEntry[] {
  const nameIn = (among: Places['roles'], id: string, otherwise: string) => among.find((each) => each.id === id)?.name ?? otherwise;
  switch (entry.kind) {
    case 'person':
      return [];
    case 'other':
      return [entry];
    case 'group':
      return [{ kind: 'group', group: { name: entry.groupName, id: entry.groupId } }];
    case 'role':
      return [{ kind: 'role', role: { name: nameIn(roles, entry.roleId, entry.roleName), id: entry.roleId } }];
    case 'userField':
      return [{ kind: 'userField', field: { name: nameIn(userFields, entry.fieldId, entry.fieldName), id: entry.fieldId } }];
  }
}

/** Finds what a page names; null for what is not there. `at` is where in the page. */
export type PageFinder = (kind: 'role' | 'group' | 'userField', ref: NamedRef, at: string) => { id: string; name: string } | null;

/**
 * Reads a page for a project. What it names and is not there is left out of its RACI-R row; a row that is not complete then is no row.
 *
 * @param onNoRow Told when the file has a row and the page comes without.
 */
export function fromTransferPage({ raciR, ...page }: TransferPage, find: PageFinder, onNoRow: () => void): CarriedPage {
  const row = raciR === null ? null : mapCells(raciR, (entry, at) => fromTransferEntry(entry, find, `raciR.${at}`));
  const isWhole = row !== null && findRaciProblems(row).length === 0;
  if (row !== null && !isWhole) onNoRow();
  return { ...page, raciR: isWhole ? row : null };
}

function fromTransferEntry(entry: TransferRaciEntry, find: PageFinder, at: string): readonly RaciEntry[] {
  switch (entry.kind) {
    case 'other':
      return [entry];
    case 'group': {
      const found = find('group', entry.group, `${at}.group`);
      return found === null ? [] : [{ kind: 'group', groupId: found.id, groupName: found.name }];
    }
    case 'role': {
      const found = find('role', entry.role, `${at}.role`);
      return found === null ? [] : [{ kind: 'role', roleId: found.id, roleName: found.name }];
    }
    case 'userField': {
      const found = find('userField', entry.field, `${at}.field`);
      return found === null ? [] : [{ kind: 'userField', fieldId: found.id, fieldName: found.name }];
    }
  }
}

/** What stands with a page of a file over it: its champion and the last look at it stay, and its row where the page brings none. */
export function withPage(stands: Guide, page: CarriedPage): Guide {
  return normaliseGuide({ ...stands, ...page, raciR: page.raciR ?? stands.raciR });
}

/** Whether a page says something else than what stands; people, whom no file carries, make no difference. */
export function changesPage(stands: Guide, page: CarriedPage): boolean {
  return !says(carriedOf(withPage(stands, page)), carriedOf(stands));
}

function says(page: CarriedPage, other: CarriedPage): boolean {
  return canonicalJson(page) === canonicalJson(other);
}

function carriedOf(guide: Guide): CarriedPage {
  const { championId: _champion, reviewedOn: _on, reviewedBy: _by, raciR, ...page } = normaliseGuide(guide);
  const row = raciR === null ? null : mapCells(raciR, (entry) => (entry.kind === 'person' ? [] : [entry]));
  return { ...page, raciR: row === null || RACI_CELLS.every((cell) => row[cell].length === 0) ? null : row };
}

function mapCells<From, To>(
  row: Readonly<Record<RaciCell, readonly From[]>>,
  map: (entry: From, at: string) => readonly To[],
): Record<keyof RaciR, readonly To[]> {
  const cell = (name: RaciCell): readonly To[] => row[name].flatMap((entry, index) => map(entry, `${name}[${index}]`));
  return {
    responsible: cell('responsible'),
    accountable: cell('accountable'),
    consulted: cell('consulted'),
    informed: cell('informed'),
    receiver: cell('receiver'),
  };
}
