import type { RuleStatus, SettingsView } from '../../contract/settings';
import type { Person } from '../../contract/handoff-screen';
import type { HandoffType, ProjectConfig } from '../../domain/type/handoff-type';
import { proposeRoute } from '../../domain/type/propose-route';
import { devToQa } from '../../domain/type/starters/dev-to-qa';
import { askJira } from '../jira-trouble';
import type { AppPorts, ProjectCaller } from '../ports/app-ports';
import type { StoredConfig } from '../ports/config-store';
import { findRuleStatus } from './find-rule-status';

export type SettingsPorts = Pick<AppPorts, 'site' | 'siteAdmin' | 'people' | 'log'>;

/** The settings page as it stands: the stored configuration with everything of Jira's it can point at. */
export async function buildSettings(ports: SettingsPorts, caller: ProjectCaller, stored: StoredConfig | null): Promise<SettingsView> {
  const config = stored?.config ?? null;
  const [project, { statuses, workItemTypes }, roles, fields, people] = await Promise.all([
    askJira(ports.site.getProject(caller.projectId)),
    askJira(ports.site.listStatuses(caller.projectId)),
    askJira(ports.site.listRoles(caller.projectId)),
    askJira(ports.site.listFields()),
    findPeople(ports, config),
  ]);
  const ruleStatus: readonly RuleStatus[] = config?.on === true ? await findRuleStatus(ports, project, config, statuses) : [];
  return {
    project,
    on: config?.on ?? false,
    rev: stored?.rev ?? 0,
    types: config?.types ?? [],
    statuses,
    workItemTypes,
    roles,
    userFields: fields.filter(({ holdsUser }) => holdsUser).map(({ id, name }) => ({ id, name })),
    fields: fields.map(({ id, name }) => ({ id, name })),
    ruleStatus,
    proposal: { name: devToQa.name, team: devToQa.team, route: proposeRoute(statuses) },
    people: Object.fromEntries(people.map((person) => [person.accountId, person])),
    pools: toPools(config),
  };
}

async function findPeople(ports: SettingsPorts, config: ProjectConfig | null): Promise<readonly Person[]> {
  const named = (config?.types ?? []).flatMap(({ current: { receiver, options, items } }) => [
    ...(receiver.kind === 'person' ? [receiver.accountId] : []),
    ...(typeof options?.accountableId === 'string' ? [options.accountableId] : []),
    ...items.flatMap(({ approverId }) => approverId ?? []),
  ]);
  return askJira(ports.people.getMany([...new Set(named)]));
}

function toPools(config: ProjectConfig | null): Record<string, string> {
  const toPool = ({ receiver }: HandoffType): [string, string][] => {
    if (receiver.kind === 'group') return [[receiver.groupId, receiver.groupName]];
    return receiver.kind === 'role' ? [[receiver.roleId, receiver.roleName]] : [];
  };
  return Object.fromEntries((config?.types ?? []).flatMap(({ current }) => toPool(current)));
}
