import type { SettingsView } from '../contract/settings';
import type { ConfigCommand } from '../domain/type/decide-config';
import { buildSettings, type SettingsPorts } from './config/build-settings';
import { changeConfig, type ConfigPorts } from './config/change-config';
import { writeStarterGuide } from './config/write-starter-guide';
import type { AppPorts, ProjectCaller } from './ports/app-ports';

/** Turns Baton on or off in a project, saves a type (with the page of its starter) or switches it; answers with the page as it stands then. */
export async function changeSettings(
  ports: ConfigPorts & SettingsPorts & Pick<AppPorts, 'documents'>,
  caller: ProjectCaller,
  rev: number,
  command: ConfigCommand,
): Promise<SettingsView> {
  const { stored } = await changeConfig(ports, caller, rev, command);
  await writeStarterGuide(ports, caller, stored.config, command);
  return buildSettings(ports, caller, stored);
}
