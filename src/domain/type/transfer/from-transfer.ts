import { normaliseDraft } from '../check-draft';
import type { ChecklistItem, ReceiverRule, TypeDraft } from '../handoff-type';
import type { WaiverGroup } from '../type-options';
import { comparableName, findGroup } from './groups-in-file';
import { fromTransferPage, type CarriedPage } from './transfer-page';
import type { Named, NamedRef, Places, TransferItem, TransferPage, TransferReceiver, TransferType } from './transfer-file';

/** Something a file names that a project does not have, or has more than once. */
export interface UnknownName {
  /** Where in the file, for example `types[0].route.from[1]`. */
  readonly path: string;
  readonly kind: 'status' | 'workItemType' | 'role' | 'field' | 'userField';
  readonly name: string;
}

/** What a file names and this site does not have, or has more than once under that name: the type or its page comes in without. */
export interface LeftOut {
  /** Where in the file, for example `types[0].receiver.group`. */
  readonly path: string;
  /**
   * What it would have been: the group that receives or may let one move pass, an entry of the page's RACI-R row, or that row itself, which is
   * not complete without people and entries that are left out.
   */
  readonly kind: 'receiver' | 'waiver' | 'entry' | 'row';
  /** Empty for a row. */
  readonly name: string;
}

/**
 * A type of a file as a draft for a project, with the names that were not found; with any, the draft is not to be saved. Groups that were not
 * found are left out of the draft, and what was not found of those a page names out of the page.
 */
export interface ReadType {
  readonly draft: TypeDraft;
  readonly unknown: readonly UnknownName[];
  readonly leftOut: readonly LeftOut[];
  /** What is written about it; null: the file says nothing. */
  readonly page: CarriedPage | null;
}

/** Which status stands for a name the project does not have, by that name; the admin says so. */
export type StatusMap = Readonly<Record<string, string>>;

/** Reads one type of a file for a project: everything of Jira's by its name there. */
export function fromTransfer(type: TransferType, places: Places, { path, statuses }: { path: string; statuses: StatusMap }): ReadType {
  const unknown: UnknownName[] = [];
  const leftOut: LeftOut[] = [];
  const find = (ref: NamedRef, kind: UnknownName['kind'], among: readonly Named[], at: string): string => {
    const found = findByName(ref, among) ?? (kind === 'status' && Object.hasOwn(statuses, ref.name) ? statuses[ref.name] : undefined);
    if (found === undefined) unknown.push({ path: `${path}.${at}`, kind, name: ref.name });
    return found ?? '';
  };
  const group = (ref: NamedRef, kind: LeftOut['kind'], at: string): Named | null => {
    const found = findGroup(ref, places.groups);
    if (found === null) leftOut.push({ path: `${path}.${at}`, kind, name: ref.name });
    return found;
  };
  const { route, workItemTypes, items, receiver, options, page, workStatuses = [], ...rest } = type;
  const workStatusIds = workStatuses.map((ref, index) => find(ref, 'status', places.statuses, `workStatuses[${index}]`));
  const draft = normaliseDraft({
    ...rest,
    route: {
      fromStatusIds: route.from.map((ref, index) => find(ref, 'status', places.statuses, `route.from[${index}]`)),
      toStatusId: find(route.to, 'status', places.statuses, 'route.to'),
    },
    workItemTypeIds: workItemTypes.map((ref, index) => find(ref, 'workItemType', places.workItemTypes, `workItemTypes[${index}]`)),
    items: items.map((item, index) => toItem(item, (ref, at) => find(ref, 'field', places.fields, `items[${index}].${at}`))),
    receiver: toReceiver(receiver, {
      role: (ref) => find(ref, 'role', places.roles, 'receiver.role'),
      userField: (ref) => find(ref, 'userField', places.userFields, 'receiver.field'),
      group: (ref) => group(ref, 'receiver', 'receiver.group'),
    }),
    options: {
      ...options,
      ...toWaiverGroup(options, (ref) => group(ref, 'waiver', 'options.waiverGroup')),
      workStatusIds,
    },
  });
  const pageOf = (given: TransferPage): CarriedPage =>
    fromTransferPage(
      given,
      (kind, ref, at) => {
        if (kind === 'group') return group(ref, 'entry', `page.${at}`);
        const among = kind === 'role' ? places.roles : places.userFields;
        const found = among.find(({ id }) => id === findByName(ref, among)) ?? null;
        if (found === null) leftOut.push({ path: `${path}.page.${at}`, kind: 'entry', name: ref.name });
        return found;
      },
      () => leftOut.push({ path: `${path}.page.raciR`, kind: 'row', name: '' }),
    );
  return { draft, unknown, leftOut, page: page === undefined ? null : pageOf(page) };
}

function toItem({ field, appliesIf, ...item }: TransferItem, find: (ref: NamedRef, at: string) => string): ChecklistItem {
  return {
    ...item,
    fieldId: field === undefined ? null : find(field, 'field'),
    ...(appliesIf === undefined ? {} : { appliesIf: { fieldId: find(appliesIf.field, 'appliesIf.field'), equals: appliesIf.equals } }),
  };
}

interface ReceiverFinders {
  readonly role: (ref: NamedRef) => string;
  readonly userField: (ref: NamedRef) => string;
  readonly group: (ref: NamedRef) => Named | null;
}

function toReceiver(receiver: TransferReceiver, find: ReceiverFinders): ReceiverRule {
  switch (receiver.kind) {
    case 'senderChooses':
    case 'person':
      return receiver;
    case 'group':
      return toGroup(find.group(receiver.group));
    case 'role':
      return { kind: 'role', roleId: find.role(receiver.role), roleName: receiver.role.name };
    case 'userField':
      return { kind: 'userField', fieldId: find.userField(receiver.field), fieldName: receiver.field.name };
  }
}

function toGroup(found: Named | null): ReceiverRule {
  return found === null ? { kind: 'senderChooses' } : { kind: 'group', groupId: found.id, groupName: found.name };
}

function toWaiverGroup(
  options: TransferType['options'],
  find: (ref: NamedRef) => Named | null,
): { readonly waiverGroup?: WaiverGroup | null } {
  const named = options?.waiverGroup ?? null;
  if (named === null) return {};
  const found = find({ id: named.groupId, name: named.groupName });
  return { waiverGroup: found === null ? null : { groupId: found.id, groupName: found.name } };
}

/** The one of that name; among twins the one with the id. Undefined: none, or nobody can tell which. */
function findByName({ name, id }: NamedRef, among: readonly Named[]): string | undefined {
  const same = among.filter((each) => comparableName(each.name) === comparableName(name));
  const twin = same.find((each) => each.id === id);
  return twin?.id ?? (same.length === 1 ? same[0]?.id : undefined);
}
