import type { ConfigCommand } from '../../domain/type/decide-config';
import type { ProjectConfig } from '../../domain/type/handoff-type';
import { findStarter } from '../../domain/type/starters/starter-library';
import { changeDocument } from '../document/change-document';
import type { AppPorts, ProjectCaller } from '../ports/app-ports';
import { readStore } from '../store-trouble';

/**
 * Gives the type that was just saved the playbook page of its starter (S-001), unless somebody wrote or took back one before.
 *
 * The type stands by then, so a store that fails here fails nothing: the next save of the type tries again.
 *
 * @param config The configuration with the saved type in it.
 */
export async function writeStarterGuide(
  ports: Pick<AppPorts, 'documents' | 'machine' | 'log'>,
  caller: ProjectCaller,
  config: ProjectConfig,
  command: ConfigCommand,
): Promise<void> {
  const saved = savedType(config, command);
  const starter = findStarter(saved?.starterId);
  if (saved === null || starter === null) return;
  const id = { projectId: caller.projectId, kind: 'guide', typeId: saved.typeId } as const;
  try {
    const written = await readStore(ports.documents.find(id));
    if (written !== null && written.version > 0) return;
    await changeDocument(ports, { id, actorId: caller.accountId, version: 0, content: starter.guide, note: null });
  } catch (error) {
    ports.log.fault('settings.guide_not_written', error, { projectId: id.projectId, typeId: id.typeId });
  }
}

/** A new type stands last; null where the command saves none. */
function savedType({ types }: ProjectConfig, command: ConfigCommand): ProjectConfig['types'][number]['current'] | null {
  if (command.type !== 'turnOn' && command.type !== 'saveType') return null;
  const typeId = command.type === 'saveType' ? command.typeId : null;
  const found = typeId === null ? types.at(-1) : types.find(({ current }) => current.typeId === typeId);
  return found?.current ?? null;
}
