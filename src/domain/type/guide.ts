import type { AccountId } from '../handoff/handoff';

/** Who stands in a cell of the RACI-R row (S-034); `other` is nobody with an account: a document, a system, a customer. */
export type RaciEntry =
  | { readonly kind: 'person'; readonly accountId: AccountId }
  | { readonly kind: 'role'; readonly roleId: string; readonly roleName: string }
  | { readonly kind: 'group'; readonly groupId: string; readonly groupName: string }
  | { readonly kind: 'userField'; readonly fieldId: string; readonly fieldName: string }
  /** 1 to 60 characters, for example `Knowledge base`. */
  | { readonly kind: 'other'; readonly name: string };

/** Who does what in a handoff of a type: responsible for handing over, accountable, consulted, informed, and the receiver. */
export interface RaciR {
  readonly responsible: readonly RaciEntry[];
  readonly accountable: readonly RaciEntry[];
  readonly consulted: readonly RaciEntry[];
  readonly informed: readonly RaciEntry[];
  readonly receiver: readonly RaciEntry[];
}

/** What goes in, what happens, what comes out (S-032): one thing a line. */
export interface InputsProcessOutputs {
  readonly inputs: readonly string[];
  readonly process: readonly string[];
  readonly outputs: readonly string[];
}

/**
 * What is written about a handoff type beside its rules: its playbook page is made of this and of the type (S-100). Every part is optional;
 * an empty text or list is a part nobody wrote.
 */
export interface Guide {
  /** Who looks after the type (S-105); null: nobody yet. */
  readonly championId: AccountId | null;
  /** When this handoff is used, at most 1,000 characters. */
  readonly whenUsed: string;
  /** At most 20 lines each, 1 to 120 characters a line; so below. */
  readonly flow: InputsProcessOutputs;
  /** At most 10 entries a cell; null: not filled. */
  readonly raciR: RaciR | null;
  /** What a meeting about it goes through, in order. */
  readonly agenda: readonly string[];
  /** What often goes wrong. */
  readonly pitfalls: readonly string[];
  /** A note that was good, at most 3,000 characters. */
  readonly example: string;
  /** Day somebody last said that the page is right, as `yyyy-mm-dd`; null: never. */
  readonly reviewedOn: string | null;
  readonly reviewedBy: AccountId | null;
}

/** A guide nobody wrote yet. */
export const EMPTY_GUIDE: Guide = {
  championId: null,
  whenUsed: '',
  flow: { inputs: [], process: [], outputs: [] },
  raciR: null,
  agenda: [],
  pitfalls: [],
  example: '',
  reviewedOn: null,
  reviewedBy: null,
};
