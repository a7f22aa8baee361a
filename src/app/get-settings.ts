import type { SettingsView } from '../contract/settings';
import { buildSettings, type SettingsPorts } from './config/build-settings';
import { requireProjectAdmin } from './config/change-config';
import { readStore } from './store-trouble';
import type { AppPorts, ProjectCaller } from './ports/app-ports';

/** The settings page, for who administers the project. */
export async function getSettings(
  ports: SettingsPorts & Pick<AppPorts, 'configs' | 'permissions'>,
  caller: ProjectCaller,
): Promise<SettingsView> {
  await requireProjectAdmin(ports, caller);
  return buildSettings(ports, caller, await readStore(ports.configs.find(caller.projectId)));
}
