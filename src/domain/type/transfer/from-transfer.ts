import { normaliseDraft } from '../check-draft';
import type { ChecklistItem, ReceiverRule, TypeDraft } from '../handoff-type';
import type { NamedRef, Places, TransferItem, TransferReceiver, TransferType } from './transfer-file';

/** Something a file names that a project does not have, or has more than once. */
export interface UnknownName {
  /** Where in the file, for example `types[0].route.from[1]`. */
  readonly path: string;
  readonly kind: 'status' | 'workItemType' | 'role' | 'field' | 'userField' | 'group';
  readonly name: string;
}

/** A type of a file as a draft for a project, with the names that were not found; with any, the draft is not to be saved. */
export interface ReadType {
  readonly draft: TypeDraft;
  readonly unknown: readonly UnknownName[];
}

/** Which status stands for a name the project does not have, by that name; the admin says so. */
export type StatusMap = Readonly<Record<string, string>>;

/** Reads one type of a file for a project: everything of Jira's by its name there. */
export function fromTransfer(type: TransferType, places: Places, { path, statuses }: { path: string; statuses: StatusMap }): ReadType {
  const unknown: UnknownName[] = [];
  const find = (ref: NamedRef, kind: UnknownName['kind'], among: Places[keyof Places], at: string): string => {
    const found = findByName(ref, among) ?? (kind === 'status' && Object.hasOwn(statuses, ref.name) ? statuses[ref.name] : undefined);
    if (found === undefined) unknown.push({ path: `${path}.${at}`, kind, name: ref.name });
    return found ?? '';
  };
  const { route, workItemTypes, items, receiver, options, workStatuses = [], ...rest } = type;
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
      lacksId: (ref) => unknown.push({ path: `${path}.receiver.group`, kind: 'group', name: ref.name }),
    }),
    options: { ...options, workStatusIds },
  });
  return { draft, unknown };
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
  /** A group is the site's, not the project's, so only its id finds it. */
  readonly lacksId: (ref: NamedRef) => void;
}

function toReceiver(receiver: TransferReceiver, find: ReceiverFinders): ReceiverRule {
  switch (receiver.kind) {
    case 'senderChooses':
    case 'person':
      return receiver;
    case 'group':
      if (receiver.group.id === undefined) find.lacksId(receiver.group);
      return { kind: 'group', groupId: receiver.group.id ?? '', groupName: receiver.group.name };
    case 'role':
      return { kind: 'role', roleId: find.role(receiver.role), roleName: receiver.role.name };
    case 'userField':
      return { kind: 'userField', fieldId: find.userField(receiver.field), fieldName: receiver.field.name };
  }
}

/** The one of that name; among twins the one with the id. Undefined: none, or nobody can tell which. */
function findByName({ name, id }: NamedRef, among: Places[keyof Places]): string | undefined {
  const same = among.filter((each) => comparable(each.name) === comparable(name));
  const twin = same.find((each) => each.id === id);
  return twin?.id ?? (same.length === 1 ? same[0]?.id : undefined);
}

function comparable(name: string): string {
  return name.normalize('NFKC').trim().toLowerCase();
}
