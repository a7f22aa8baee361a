import type { HandoffType, Route, TypeDraft, TypeSwitches } from '../domain/type/handoff-type';
import type { PublishedType } from '../domain/type/published-type';
import type { Person } from './handoff-screen';

/** Something of Jira's a setting can point at. */
export interface NamedChoice {
  readonly id: string;
  readonly name: string;
}

/** Whether the Baton rule stands on a type's transitions: everywhere, nowhere, only on some, or it could not be asked. */
export interface RuleStatus {
  readonly typeId: string;
  readonly installed: 'yes' | 'no' | 'partly' | 'unknown';
  /** Transitions of the route without an enabled rule, as `From → To (name)`. */
  readonly unprotected: readonly string[];
  /** A ready text for the Jira admin, to copy; null when nothing is missing. */
  readonly request: string | null;
}

/** The open handoffs of a type, which stay on the versions they began with. */
export interface PublishEffect {
  /** How many were counted; at most about 100. */
  readonly open: number;
  /** There are or may be more than were counted. */
  readonly orMore: boolean;
  /** The versions they are on, oldest first. */
  readonly versions: readonly number[];
}

/** The newest versions of a type as they were published, newest first, with everybody they name. */
export interface TypeVersions {
  readonly versions: readonly PublishedType[];
  readonly people: Readonly<Record<string, Person>>;
}

/** Everything the project settings page shows. */
export interface SettingsView {
  readonly project: {
    readonly id: string;
    readonly key: string;
    readonly name: string;
    readonly style: 'company-managed' | 'team-managed';
  };
  readonly on: boolean;
  /** Compare-and-set value for every write; 0 when nothing is stored. */
  readonly rev: number;
  readonly types: readonly { readonly current: HandoffType; readonly switches: TypeSwitches }[];
  readonly statuses: readonly (NamedChoice & { readonly category: 'new' | 'indeterminate' | 'done' })[];
  readonly workItemTypes: readonly NamedChoice[];
  readonly roles: readonly NamedChoice[];
  readonly userFields: readonly NamedChoice[];
  /** Fields a checklist item can require. */
  readonly fields: readonly NamedChoice[];
  readonly ruleStatus: readonly RuleStatus[];
  /** What turning on would create; `route` null when none of the project's own statuses fits and the admin must say. */
  readonly proposal: { readonly name: string; readonly team: string; readonly route: Route | null };
  readonly people: Readonly<Record<string, Person>>;
  readonly pools: Readonly<Record<string, string>>;
}

export type { TypeDraft };
