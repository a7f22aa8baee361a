import { normaliseDraft } from '../check-draft';
import type { RaciCell } from '../check-guide';
import type { Guide, RaciEntry } from '../guide';
import type { ChecklistItem, HandoffType, ReceiverRule, TypeDraft } from '../handoff-type';
import type { TypeOptions } from '../type-options';

/** Something of Jira's. Its name finds it in another project; the id only tells apart what has the same name there. */
export interface NamedRef {
  readonly name: string;
  readonly id?: string;
}

/** An item with its fields by name. */
export type TransferItem = Omit<ChecklistItem, 'fieldId' | 'appliesIf'> & {
  /** Only for kind `field`. */
  readonly field?: NamedRef;
  readonly appliesIf?: { readonly field: NamedRef; readonly equals: string };
};

/** A receiver with group, role or field by name; a person by account id, which holds on one site only. */
export type TransferReceiver =
  | Extract<ReceiverRule, { readonly kind: 'senderChooses' | 'person' }>
  | { readonly kind: 'group'; readonly group: NamedRef }
  | { readonly kind: 'role'; readonly role: NamedRef }
  | { readonly kind: 'userField'; readonly field: NamedRef };

/** Who stands in a cell of a RACI-R row, by name; people stay where they are. */
export type TransferRaciEntry =
  | Extract<RaciEntry, { readonly kind: 'other' }>
  | { readonly kind: 'group'; readonly group: NamedRef }
  | { readonly kind: 'role'; readonly role: NamedRef }
  | { readonly kind: 'userField'; readonly field: NamedRef };

/** What is written about a type, without people: its champion and who looked at the page last stay behind too. */
export type TransferPage = Pick<Guide, 'whenUsed' | 'flow' | 'agenda' | 'pitfalls' | 'example'> & {
  readonly raciR: Readonly<Record<RaciCell, readonly TransferRaciEntry[]>> | null;
};

/** A handoff type that can be read in another project: without id and version, everything of Jira's by name. */
export type TransferType = Omit<TypeDraft, 'route' | 'workItemTypeIds' | 'items' | 'receiver' | 'options'> & {
  readonly route: { readonly from: readonly NamedRef[]; readonly to: NamedRef };
  /** Empty: all. */
  readonly workItemTypes: readonly NamedRef[];
  readonly items: readonly TransferItem[];
  readonly receiver: TransferReceiver;
  readonly options?: Omit<Partial<TypeOptions>, 'workStatusIds'>;
  /** Where the receiving side works; absent: nowhere named. */
  readonly workStatuses?: readonly NamedRef[];
  /** Its playbook page; absent: the file carries none. */
  readonly page?: TransferPage;
};

/** Handoff types as one file; its schema is docs/handoff-types.schema.json. */
export interface TransferFile {
  readonly format: 'baton-handoff-types';
  readonly version: 1;
  readonly types: readonly TransferType[];
}

/** Something of Jira's in a project or on a site. */
export interface Named {
  readonly id: string;
  readonly name: string;
}

/** What of Jira's a project's types can point at; its settings page fits. */
export interface Places {
  readonly statuses: readonly Named[];
  readonly workItemTypes: readonly Named[];
  readonly roles: readonly Named[];
  readonly fields: readonly Named[];
  readonly userFields: readonly Named[];
  /** The site's groups among those a file names; absent: the file is of this site, and their ids are known. */
  readonly groups?: readonly Named[];
}

/** Types of a project as a file. What was deleted in Jira keeps its id for a name, which no project will know. */
export function toTransferFile(types: readonly HandoffType[], places: Places): TransferFile {
  return { format: 'baton-handoff-types', version: 1, types: types.map((type) => toTransferType(type, places)) };
}

/** The file's text: indented, so that it can be read and compared; the same types always give the same text. */
export function transferText(file: TransferFile): string {
  return `${JSON.stringify(file, null, 2)}\n`;
}

function toTransferType(type: HandoffType, places: Places): TransferType {
  const { name, team, route, opensAt, workItemTypeIds, items, receiver, options, ...rest } = normaliseDraft(type);
  const { workStatusIds = [], ...others } = options ?? {};
  return {
    name,
    team,
    route: { from: route.fromStatusIds.map((id) => refOf(id, places.statuses)), to: refOf(route.toStatusId, places.statuses) },
    opensAt,
    workItemTypes: workItemTypeIds.map((id) => refOf(id, places.workItemTypes)),
    items: items.map((item) => toTransferItem(item, places)),
    receiver: toTransferReceiver(receiver, places),
    ...(Object.keys(others).length === 0 ? {} : { options: others }),
    ...(workStatusIds.length === 0 ? {} : { workStatuses: workStatusIds.map((id) => refOf(id, places.statuses)) }),
    ...rest,
  };
}

function toTransferItem({ fieldId, appliesIf, ...item }: ChecklistItem, { fields }: Places): TransferItem {
  return {
    ...item,
    ...(fieldId === null ? {} : { field: refOf(fieldId, fields) }),
    ...(appliesIf === undefined ? {} : { appliesIf: { field: refOf(appliesIf.fieldId, fields), equals: appliesIf.equals } }),
  };
}

function toTransferReceiver(receiver: ReceiverRule, places: Places): TransferReceiver {
  switch (receiver.kind) {
    case 'senderChooses':
    case 'person':
      return receiver;
    case 'group':
      return { kind: 'group', group: { name: receiver.groupName, id: receiver.groupId } };
    case 'role':
      return { kind: 'role', role: refOf(receiver.roleId, places.roles, receiver.roleName) };
    case 'userField':
      return { kind: 'userField', field: refOf(receiver.fieldId, places.userFields, receiver.fieldName) };
  }
}

function refOf(id: string, among: readonly Named[], otherwise = id): NamedRef {
  return { name: among.find((each) => each.id === id)?.name ?? otherwise, id };
}
