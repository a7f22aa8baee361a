import { utf8Bytes } from '../../domain/audit/canonical-json';
import { CHAIN_START, sealEvent } from '../../domain/audit/event-chain';
import { toGateRoutes } from '../../domain/gate/to-gate-routes';
import { decideConfig, type ConfigCommand, type ConfigRefusal } from '../../domain/type/decide-config';
import { EMPTY_CONFIG } from '../../domain/type/evolve-config';
import type { ConfigEvent } from '../../domain/type/config-event';
import type { ProjectConfig } from '../../domain/type/handoff-type';
import { proposeRoute } from '../../domain/type/propose-route';
import type { PublishedType } from '../../domain/type/published-type';
import { AppError } from '../app-error';
import { readStore } from '../store-trouble';
import { requireLicence } from '../command/run-command';
import { askJira } from '../jira-trouble';
import type { AppPorts, ProjectCaller } from '../ports/app-ports';
import type { StoredConfig } from '../ports/config-store';
import type { SiteProject } from '../ports/site';
import { StoreFault } from '../ports/store-fault';
import { listPeople } from '../record/people-in-events';

export type ConfigPorts = Pick<AppPorts, 'configs' | 'configStore' | 'permissions' | 'site' | 'machine' | 'log'>;

/** How often an unclear answer is looked into and tried again. */
const MAX_ATTEMPTS = 4;

const PAUSE_UP_TO_MS = 120;

/**
 * Largest configuration of a project, in bytes of UTF-8 JSON: storage keeps it in as many values as it takes, but writes them in one
 * transaction (25 values, 4 MB), and the settings page gets them in one answer (5 MB).
 */
const MAX_CONFIG_BYTES = 2_000 * 1024;

/** Largest routes of a project, in bytes of UTF-8 JSON: the gate reads them in one value, below the platform's 240 KiB. */
const MAX_ROUTES_BYTES = 236 * 1024;

/**
 * Changes a project's settings: configuration, the gate's routes, a published version and the log in one transaction, for who
 * administers the project, which is asked live.
 *
 * @param rev The revision the caller saw, 0 for nothing stored.
 * @throws {AppError} FORBIDDEN, CONFIG_CONFLICT when somebody saved meanwhile, ROUTE_TAKEN, INVALID_PAYLOAD with the path of a
 *   draft's problem or `note` when a type is changed without a word, SETTINGS_TOO_LARGE when all types together would not fit into storage, STORAGE_BUSY, LICENCE_LAPSED.
 */
export async function changeConfig(
  ports: ConfigPorts,
  caller: ProjectCaller,
  rev: number,
  command: ConfigCommand,
): Promise<{ readonly project: SiteProject; readonly stored: StoredConfig }> {
  requireLicence(caller);
  await requireProjectAdmin(ports, caller);
  const [project, { statuses }] = await Promise.all([
    askJira(ports.site.getProject(caller.projectId)),
    askJira(ports.site.listStatuses(caller.projectId)),
  ]);
  const statusNames = Object.fromEntries(statuses.map(({ id, name }) => [id, name]));
  // Without a route of the admin's own, turning on takes the proposed one.
  const wanted = command.type === 'turnOn' ? { ...command, route: command.route ?? proposeRoute(statuses) } : command;
  const commandId = ports.machine.newId();
  let stored = await findOrBegin(ports, caller.projectId);
  if (stored.rev !== rev) throw new AppError('CONFIG_CONFLICT');
  let lastFault: unknown = null;
  for (let attempt = 1; attempt <= MAX_ATTEMPTS; attempt += 1) {
    const decision = decideConfig(stored.config, wanted, {
      projectId: caller.projectId,
      now: ports.machine.now(),
      actorId: caller.accountId,
      commandId,
      newId: () => toTypeId(ports.machine.newId()),
    });
    if (!decision.ok) throw toConfigError(decision.refusal);
    if (decision.events.length === 0) return { project, stored };
    const sealed = sealAll(stored.config, decision.events, ports);
    const config: ProjectConfig = { ...decision.config, statusNames, chain: sealed.chain };
    const gateRoutes = toGateRoutes(config, caller.projectId);
    if (bytesOf(config) > MAX_CONFIG_BYTES || bytesOf(gateRoutes) > MAX_ROUTES_BYTES) throw new AppError('SETTINGS_TOO_LARGE');
    try {
      const committed = await ports.configStore.commit({
        projectId: caller.projectId,
        projectKey: project.key,
        previous: stored,
        config,
        gateRoutes,
        published: findPublished(decision.events),
        events: sealed.events,
        people: listPeople(decision.events).map((accountId) => ({ accountId, reportAt: ports.machine.now() })),
      });
      return { project, stored: committed };
    } catch (error) {
      if (!(error instanceof StoreFault) || error.kind === 'invalid') throw error;
      lastFault = error;
      await ports.machine.pause(PAUSE_UP_TO_MS * attempt);
      stored = await findOrBegin(ports, caller.projectId);
      if (stored.config.chain.hash === sealed.chain.hash) return { project, stored };
      if (stored.rev !== rev) throw new AppError('CONFIG_CONFLICT', {}, error);
    }
  }
  throw new AppError('STORAGE_BUSY', {}, lastFault);
}

/** The version these events publish, with what changed; null when they publish none. */
function findPublished(events: readonly ConfigEvent[]): PublishedType | null {
  return events.reduce<PublishedType | null>((last, event) => {
    if (event.type !== 'type.published') return last;
    return { ...event.handoffType, ...(event.change === undefined ? {} : { change: event.change }) };
  }, null);
}

function bytesOf(value: object): number {
  return utf8Bytes(JSON.stringify(value));
}

/** Settings pages are for who administers the project; asked live, every time. */
export async function requireProjectAdmin(ports: Pick<AppPorts, 'permissions'>, caller: ProjectCaller): Promise<void> {
  if (!(await askJira(ports.permissions.isProjectAdmin(caller.projectId)))) throw new AppError('FORBIDDEN');
}

/** A configuration that is not stored yet begins empty, once, so that later writes have a revision to compare (data-model.md). */
async function findOrBegin(ports: ConfigPorts, projectId: string): Promise<StoredConfig> {
  const found = await readStore(ports.configs.find(projectId));
  if (found !== null) return found;
  try {
    await ports.configStore.create(projectId, EMPTY_CONFIG);
    return { rev: 0, config: EMPTY_CONFIG };
  } catch (error) {
    if (!(error instanceof StoreFault) || error.kind === 'invalid') throw error;
    const other = await readStore(ports.configs.find(projectId));
    if (other === null) throw new AppError('STORAGE_BUSY', {}, error);
    return other;
  }
}

function sealAll(config: ProjectConfig, events: readonly object[], { machine }: ConfigPorts) {
  let chain = config.chain.seq === 0 ? CHAIN_START : config.chain;
  const sealed = events.map((event) => {
    const one = sealEvent(event, { previousHash: chain.hash, seq: chain.seq + 1, sha256: machine.sha256, newSalt: machine.newSalt });
    chain = { seq: one.seq, hash: one.hash };
    return one;
  });
  return { events: sealed, chain };
}

/** Short, since it stands in every key of the type's handoffs. */
function toTypeId(randomId: string): string {
  return `t${randomId.replace(/[^a-z0-9]/giu, '').slice(0, 9)}`;
}

function toConfigError({ code, path, takenBy }: ConfigRefusal): AppError {
  switch (code) {
    case 'ROUTE_TAKEN':
      return new AppError('ROUTE_TAKEN', { path, ...(takenBy === undefined ? {} : { by: takenBy }) });
    case 'NOT_FOUND':
      return new AppError('NOT_FOUND', { path });
    case 'ROUTE_MISSING':
    case 'TOO_MANY_TYPES':
    case 'NOTE_MISSING':
    case 'ITEM_MISSING':
    case 'FIELD_MISSING':
    case 'DUPLICATE_ID':
    case 'DUPLICATE_TITLE':
    case 'SECOND_PERSON_MISSING':
    case 'CHOICES_MISSING':
    case 'DAY_UNKNOWN':
    case 'REASON_MISSING':
      return new AppError('INVALID_PAYLOAD', { path });
  }
}
