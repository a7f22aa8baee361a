import type { HealthMonth } from './health';

/** What a gadget's edit view offers: projects the person sees in which Baton is on, with their types. */
export interface GadgetProjects {
  readonly projects: readonly {
    readonly id: string;
    readonly key: string;
    readonly name: string;
    readonly types: readonly { readonly typeId: string; readonly name: string }[];
  }[];
}

/** The numbers a gadget has room for. */
export type GadgetMonth = Pick<HealthMonth, 'isProvisional' | 'isCut' | 'offered' | 'dropped' | 'firstPass' | 'cycleWorking'>;

/** One type on a dashboard. No number is about a person (S-131). */
export interface GadgetType {
  readonly typeId: string;
  readonly name: string;
  /** Handed off and not decided yet. */
  readonly waiting: number;
  /** Null: no handoff began in that month. */
  readonly month: GadgetMonth | null;
}

/** Health of chosen types of one project. */
export interface GadgetHealth {
  readonly project: { readonly id: string; readonly key: string; readonly name: string };
  readonly on: boolean;
  /** The last month that is over in UTC, `yyyy-mm`. */
  readonly month: string;
  /** In the order of the settings. */
  readonly types: readonly GadgetType[];
  /** More is open than was counted: each `waiting` is at least what it says. */
  readonly isWaitingCut: boolean;
}
