import type { AccountId, Instant } from '../handoff/handoff';
import type { HandoffType } from './handoff-type';
import type { VersionChange } from './published-type';

/** What every configuration event says. */
interface ConfigEventHeader {
  readonly projectId: string;
  readonly at: Instant;
  readonly actorId: AccountId;
  readonly commandId: string;
}

/** What happened to a project's configuration; the chain `e:c:{projectId}` holds these. */
export type ConfigEvent = ConfigEventHeader &
  (
    | { readonly type: 'project.turned_on' }
    | { readonly type: 'project.turned_off' }
    /** A new type (version 1), or a type's next version with what changed. */
    | { readonly type: 'type.published'; readonly handoffType: HandoffType; readonly change?: VersionChange }
    /** How the switches stand from now on. */
    | { readonly type: 'type.switched'; readonly typeId: string; readonly active: boolean; readonly gatePaused: boolean }
  );
