import type { SettingsView } from '../contract/settings';
import type { ConfigCommand } from '../domain/type/decide-config';
import { buildSettings, type SettingsPorts } from './config/build-settings';
import { changeConfig, type ConfigPorts } from './config/change-config';
import { removeDraft } from './config/type-drafts';
import { writeStarterGuide } from './config/write-starter-guide';
import { AppError } from './app-error';
import type { AppPorts, ProjectCaller } from './ports/app-ports';

/** What a project admin asks for; `fromDraft` is the version of the kept draft that is published and then no longer kept. */
type SettingsCommand = ConfigCommand & { readonly fromDraft?: number | undefined };

/** Turns Baton on or off in a project, saves a type (with the page of its starter) or switches it; answers with the page as it stands then. */
export async function changeSettings(
  ports: ConfigPorts & SettingsPorts & Pick<AppPorts, 'documents'>,
  caller: ProjectCaller,
  rev: number,
  command: SettingsCommand,
): Promise<SettingsView> {
  const { stored } = await changeConfig(ports, caller, rev, command);
  await writeStarterGuide(ports, caller, stored.config, command);
  if (command.type === 'saveType' && command.fromDraft !== undefined)
    await forgetDraft(ports, caller, { typeId: command.typeId, version: command.fromDraft });
  return buildSettings(ports, caller, stored);
}

/** What was published stands: a draft that cannot be taken back now, or that somebody wrote over meanwhile, is shown again instead. */
async function forgetDraft(
  ports: Pick<AppPorts, 'documents' | 'machine' | 'log'>,
  caller: ProjectCaller,
  draft: { readonly typeId: string | null; readonly version: number },
): Promise<void> {
  try {
    await removeDraft(ports, caller, draft);
  } catch (error) {
    if (!(error instanceof AppError)) throw error;
    ports.log.fault('settings.draft_not_removed', error, { projectId: caller.projectId });
  }
}
