import type { AccountId, Instant } from '../../domain/handoff/handoff';
import type { GateRoutes } from '../../domain/gate/projection';
import type { StoredEvent } from '../../domain/audit/event-chain';
import type { HandoffType, ProjectConfig } from '../../domain/type/handoff-type';
import type { PublishedType } from '../../domain/type/published-type';

/** A project's configuration with its compare-and-set value. */
export interface StoredConfig {
  readonly rev: number;
  readonly config: ProjectConfig;
  /** How many further values storage keeps it in, for the next write to know; absent: none. */
  readonly parts?: number;
}

/** Everything one change of the settings writes, in one transaction. */
interface ConfigChange {
  readonly projectId: string;
  readonly projectKey: string;
  /** What was read and is replaced; `rev` is the condition. */
  readonly previous: Pick<StoredConfig, 'rev' | 'parts'>;
  readonly config: ProjectConfig;
  readonly gateRoutes: GateRoutes;
  /** A newly published version; null when only switches changed. */
  readonly published: PublishedType | null;
  readonly events: readonly StoredEvent[];
  /** Everybody named in the events, for the weekly report. */
  readonly people: readonly { readonly accountId: AccountId; readonly reportAt: Instant }[];
}

/** What erasing a person changes in a project's settings, in one transaction; the gate's routes name nobody. */
interface ErasedConfig {
  readonly projectId: string;
  /** What was read and is replaced; `rev` is the condition. */
  readonly previous: Pick<StoredConfig, 'rev' | 'parts'>;
  readonly config: ProjectConfig;
  readonly versions: readonly PublishedType[];
  readonly events: readonly StoredEvent[];
}

/** Reads one project's configuration. Throws `StoreFault` and nothing else. */
export interface ConfigReader {
  find(projectId: string): Promise<StoredConfig | null>;
}

/** The same with other projects' and what was before. Every method throws `StoreFault` and nothing else. */
export interface ConfigHistory extends ConfigReader {
  /** Those of the projects that are configured, by project id; any number. */
  findMany(projectIds: readonly string[]): Promise<ReadonlyMap<string, ProjectConfig>>;
  findTypeVersion(projectId: string, typeId: string, version: number): Promise<HandoffType | null>;
  /** Every version of these types from `from` (1 unless told) up to the given one, oldest first. */
  listTypeVersions(
    projectId: string,
    types: readonly (Pick<HandoffType, 'typeId' | 'version'> & { readonly from?: number })[],
  ): Promise<readonly PublishedType[]>;
  /** The first `lastSeq` events of the project's log, oldest first. */
  listEvents(projectId: string, lastSeq: number): Promise<readonly StoredEvent[]>;
  /** A page of all projects that were ever configured; `cursor` null begins, and a null one in the answer ends it. */
  listAll(cursor: string | null): Promise<{ readonly projectIds: readonly string[]; readonly cursor: string | null }>;
}

/** Writes projects' configuration. Every method throws `StoreFault` and nothing else. */
export interface ConfigStore {
  /** Writes the first configuration, once per project; `conflict` when there is one. */
  create(projectId: string, config: ProjectConfig): Promise<void>;
  /** Replaces the configuration if it still has the revision of `previous`, which grows by one; answers with what stands. Else `conflict`. */
  commit(change: ConfigChange): Promise<StoredConfig>;
  /** Writes a project's routes anew if its configuration still has this revision; else `conflict`. */
  saveRoutes(routes: {
    readonly projectId: string;
    readonly projectKey: string;
    readonly rev: number;
    readonly gateRoutes: GateRoutes;
  }): Promise<void>;
  /** Puts what was erased in its place, like `commit`. */
  commitErased(change: ErasedConfig): Promise<StoredConfig>;
}
