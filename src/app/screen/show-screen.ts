import type { HandoffScreen } from '../../contract/handoff-screen';
import type { Receiver } from '../../domain/handoff/handoff';
import type { HandoffType } from '../../domain/type/handoff-type';
import type { LoadedCase } from '../command/load-case';
import type { AppPorts, IssueCaller } from '../ports/app-ports';
import type { PersonSettings } from '../ports/screen-store';
import { toPerson } from './to-person';
import { isAnsweredFor, optionsOf } from '../../domain/type/type-options';
import { buildScreen } from './build-screen';
import { listPeopleOnScreen } from './people-on-screen';

type ShowPorts = Pick<AppPorts, 'people' | 'permissions' | 'machine' | 'log'>;

/** The screen of a case that was just looked up: names and, for a pool, membership are all that is still asked. */
export async function showScreen(
  ports: ShowPorts,
  caller: IssueCaller,
  shown: LoadedCase,
  settings: PersonSettings | null = null,
): Promise<HandoffScreen> {
  const { stored, issue, config } = shown;
  const named = [
    caller.accountId,
    issue.assignee?.accountId ?? null,
    ...listReceivers(settings),
    ...listRuleReceivers(shown),
    ...listApprovers(shown),
  ];
  const [people, memberOf, waiverGroups, isProjectAdmin] = await Promise.all([
    findNames(ports, listPeopleOnScreen(stored, named)),
    listMemberships(ports, caller, shown),
    listWaiverGroups(ports, caller, shown),
    askProjectAdmin(ports, caller, shown),
  ]);
  return buildScreen({
    caller,
    stored,
    config,
    issue,
    canEdit: shown.canEdit,
    settings,
    memberOf,
    waiverGroups,
    people,
    isProjectAdmin,
    now: ports.machine.now(),
    sha256: ports.machine.sha256,
  });
}

/** Asked only where a type lets somebody step in for the pair, and the viewer is not known to; null where it was not. */
async function askProjectAdmin(ports: ShowPorts, caller: IssueCaller, shown: LoadedCase): Promise<boolean | null> {
  const matters = listTypes(shown).some((type) => {
    const { accountableId, waiversAllowed } = optionsOf(type);
    return (isAnsweredFor(type) || waiversAllowed) && accountableId !== caller.accountId;
  });
  if (!matters) return null;
  try {
    return await ports.permissions.isProjectAdmin(caller.projectId);
  } catch (error) {
    ports.log.fault('rights.unavailable', error);
    return null;
  }
}

/** Names are a courtesy: without them the screen still works. */
async function findNames(ports: ShowPorts, accountIds: readonly string[]) {
  try {
    return await ports.people.getMany(accountIds);
  } catch (error) {
    ports.log.fault('names.unavailable', error);
    return accountIds.map(toPerson);
  }
}

async function listMemberships(ports: ShowPorts, caller: IssueCaller, { stored }: LoadedCase): Promise<string[]> {
  const waiting = (stored?.record.handoffs ?? []).flatMap(({ handoffId, offer, state }) =>
    offer === null || offer.receiver.kind === 'person' || (state !== 'OFFERED' && state !== 'IN_VERIFICATION')
      ? []
      : [{ handoffId, pool: offer.receiver }],
  );
  const answers = await Promise.all(
    waiting.map(async ({ handoffId, pool }) => ({
      handoffId,
      isMember: await isMember(ports, caller, stored?.seen.projectId ?? caller.projectId, pool),
    })),
  );
  return answers.filter(({ isMember: yes }) => yes).map(({ handoffId }) => handoffId);
}

/** The groups that may let a move pass (T24) the viewer belongs to; asked only where a type names one. */
async function listWaiverGroups(ports: ShowPorts, caller: IssueCaller, shown: LoadedCase): Promise<string[]> {
  const named = listTypes(shown).flatMap((type) => optionsOf(type).waiverGroup ?? []);
  const groups = [...new Map(named.map((group) => [group.groupId, group])).values()];
  const answers = await Promise.all(
    groups.map(async (group) => ((await isMember(ports, caller, caller.projectId, { kind: 'group', ...group })) ? [group.groupId] : [])),
  );
  return answers.flat();
}

/** For showing only: every command asks again, and then a failure refuses. */
async function isMember(
  ports: ShowPorts,
  caller: IssueCaller,
  projectId: string,
  pool: Exclude<Receiver, { kind: 'person' }>,
): Promise<boolean> {
  try {
    return await ports.permissions.belongsTo(caller.accountId, projectId, pool);
  } catch (error) {
    ports.log.fault('membership.unavailable', error);
    return false;
  }
}

function listReceivers(settings: PersonSettings | null): string[] {
  return Object.values(settings?.lastReceivers ?? {}).flatMap((receiver) => (receiver.kind === 'person' ? [receiver.accountId] : []));
}

/** People an item names as the one who approves. */
function listApprovers(shown: LoadedCase): string[] {
  return listTypes(shown).flatMap(({ items }) => items.flatMap(({ approverId }) => approverId ?? []));
}

/** Every type a card can be of: those that handoffs here hold to, and the newest of each. */
function listTypes({ config, stored }: LoadedCase): HandoffType[] {
  return [...Object.values(stored?.types ?? {}), ...(config?.types ?? []).map(({ current }) => current)];
}

function listRuleReceivers({ config, issue }: LoadedCase): string[] {
  return (config?.types ?? []).flatMap(({ current: { receiver, options } }) => {
    const accountable = options?.accountableId ?? [];
    if (receiver.kind === 'person') return [receiver.accountId].concat(accountable);
    return [receiver.kind === 'userField' ? (issue.userFields[receiver.fieldId] ?? []) : [], accountable].flat();
  });
}
