import type { SettingsView } from '../contract/settings';
import type { ConfigCommand } from '../domain/type/decide-config';
import { buildSettings, type SettingsPorts } from './config/build-settings';
import { changeConfig, type ConfigPorts } from './config/change-config';
import type { ProjectCaller } from './ports/app-ports';

/** Turns Baton on or off in a project, saves a type or switches it; answers with the page as it stands then. */
export async function changeSettings(
  ports: ConfigPorts & SettingsPorts,
  caller: ProjectCaller,
  rev: number,
  command: ConfigCommand,
): Promise<SettingsView> {
  const { stored } = await changeConfig(ports, caller, rev, command);
  return buildSettings(ports, caller, stored);
}
