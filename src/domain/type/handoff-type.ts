import type { AccountId } from '../handoff/handoff';
import type { TypeOptions } from './type-options';

/**
 * What answers an item: a link, text, a tick, a filled Jira field, an attachment on the work item, somebody else's approval, a date and time,
 * or a choice of given options.
 */
export type ItemKind = 'link' | 'text' | 'tick' | 'field' | 'attachment' | 'approval' | 'when' | 'choice';

/** One of the options of an item of kind `choice`. */
export interface ItemChoice {
  /** Stable over versions, so that answers survive a new name. */
  readonly id: string;
  /** 1 to 60 characters. */
  readonly name: string;
  /** Says that none of the others holds: never chosen together with one. */
  readonly none?: true;
}

/** An item is asked for only where this Jira field has this value, compared without case (domain.md 2.5, conditional items). */
export interface Condition {
  readonly fieldId: string;
  /** 1 to 100 characters, as Jira shows the value; a field with several values needs one that equals it. */
  readonly equals: string;
}

/** One thing the receiver needs. */
export interface ChecklistItem {
  /** Stable over versions, so that entries and counts survive an edit of the type. */
  readonly itemId: string;
  /** 1 to 60 characters; shown in the gate's message. */
  readonly title: string;
  /** What "done" means, at most 200 characters; empty when the title says it all. */
  readonly hint: string;
  readonly kind: ItemKind;
  readonly required: boolean;
  /** Offers "None known" as an explicit answer (S-121). Text and link items only. */
  readonly allowNoneKnown: boolean;
  /** Offers "In the description" as an explicit answer. Text and link items only. */
  readonly allowInDescription: boolean;
  /** The Jira field that must be filled; only for kind `field`, else null. */
  readonly fieldId: string | null;
  /** Only for kind `approval`: who approves (S-049); null: anybody but the sender who may see the work item. */
  readonly approverId?: AccountId | null;
  /** Only for kind `attachment`: somebody must say that every file is there, or that none is needed (S-062). */
  readonly confirmsAll?: true;
  /** Only for kind `text`: where accepting asks for a readback, the receiver always says this back (S-077). */
  readonly readBack?: true;
  /** Only for kind `when`: from when until when, two times instead of one (S-045). */
  readonly window?: true;
  /** Only for kind `when`: it counts as left once its time, or the end of its window, has come (S-052). */
  readonly mustBeAhead?: true;
  /** Only for kind `choice`, and then always: 2 to 12, in the order people see. */
  readonly choices?: readonly ItemChoice[];
  /** Only for kind `choice`: more than one may be chosen. */
  readonly several?: true;
  /** Absent: always asked for. */
  readonly appliesIf?: Condition;
  /**
   * Present: a check of the receiver's own (S-070, S-075). It is never asked of the sender and never left; what the receiver finds wrong is
   * returned and counted as any item that was missing. Kind `tick`, never required.
   */
  readonly answeredBy?: 'receiver';
  /** Who provides it, 1 to 60 characters: a person, a team, a tool. Absent: nobody in particular. */
  readonly owner?: string;
  /** Why it is asked, 1 to 200 characters, shown to who answers it. Absent: the title says so. */
  readonly reason?: string;
  /** Day after which somebody should look whether it is still needed, as `yyyy-mm-dd`. It changes nothing by itself (docs/decisions/0017). */
  readonly expiresOn?: string;
}

/** One section of the note. */
export interface NotePrompt {
  /** Stable over versions: `situation`, `background`, `assessment`, `recommendation`, or an own id. */
  readonly sectionId: string;
  /** 1 to 60 characters. */
  readonly title: string;
  /** At most 200 characters. */
  readonly hint: string;
  readonly required: boolean;
}

/** Who receives handoffs of a type. */
export type ReceiverRule =
  | { readonly kind: 'senderChooses' }
  | { readonly kind: 'person'; readonly accountId: AccountId }
  | { readonly kind: 'group'; readonly groupId: string; readonly groupName: string }
  | { readonly kind: 'role'; readonly roleId: string; readonly roleName: string }
  | { readonly kind: 'userField'; readonly fieldId: string; readonly fieldName: string };

/** From any of these statuses to that one. A project has at most one active type per (from, to). */
export interface Route {
  readonly fromStatusIds: readonly string[];
  readonly toStatusId: string;
}

/**
 * One published version of a handoff type: what must be handed over along a route, and to whom.
 *
 * Only name, route, one item and a receiver are ever required.
 */
export interface HandoffType {
  readonly typeId: string;
  /** 1, 2, 3 … */
  readonly version: number;
  /** 1 to 60 characters, for example `Dev → QA`. */
  readonly name: string;
  /** What messages call the receiving side, 1 to 30 characters, for example `QA`. */
  readonly team: string;
  readonly route: Route;
  /** Whether the move happens when the handoff is offered (the default) or when it is accepted (domain.md 1.10 D8). */
  readonly opensAt: 'offer' | 'acceptance';
  /** Work item types this applies to; empty means all. */
  readonly workItemTypeIds: readonly string[];
  /** 1 to 50, in the order people see. */
  readonly items: readonly ChecklistItem[];
  /** At most 10, in the order people see. */
  readonly notePrompts: readonly NotePrompt[];
  readonly receiver: ReceiverRule;
  /** Level 1: the receiver must write the next step to accept. */
  readonly nextStepRequired: boolean;
  /** Accept makes the receiver the assignee. */
  readonly acceptAssigns: boolean;
  /** Why it asks for more than nine things (S-091), 1 to 200 characters; absent where it does not. */
  readonly overLengthReason?: string;
  /** What is switched on beyond the main path; absent: nothing. */
  readonly options?: Partial<TypeOptions>;
  /** The starter it was made from (S-001), which stays whatever becomes of the rest; absent: none. */
  readonly starterId?: string;
}

/** The editable part of a type: what an admin saves, and what a version publishes. */
export type TypeDraft = Omit<HandoffType, 'typeId' | 'version'>;

/** What holds for a type regardless of its version. */
export interface TypeSwitches {
  /** False: invisible everywhere, its route is not gated; live handoffs can finish (E38). */
  readonly active: boolean;
  /** True: moves pass and are counted. */
  readonly gatePaused: boolean;
}

/** A project's configuration: body of `project-config`. */
export interface ProjectConfig {
  readonly schema: 1;
  readonly on: boolean;
  /** Newest version of each type, in the order people see, at most 50; `since` is the day of its first one (absent: it is not known). */
  readonly types: readonly { readonly current: HandoffType; readonly switches: TypeSwitches; readonly since?: string }[];
  /** Names of the routes' statuses as they stood when a type was last saved, by status id; absent before the first save. */
  readonly statusNames?: Readonly<Record<string, string>>;
  /** Sequence and hash of the newest configuration event. */
  readonly chain: { readonly seq: number; readonly hash: string };
}
