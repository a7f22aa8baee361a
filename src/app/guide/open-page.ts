import type { PlaybookPage } from '../../contract/playbook';
import type { HandoffType, ProjectConfig } from '../../domain/type/handoff-type';
import { optionsOf } from '../../domain/type/type-options';
import { AppError } from '../app-error';
import { askJira } from '../jira-trouble';
import type { AppPorts, Caller, ProjectCaller } from '../ports/app-ports';
import type { ProjectReader, SiteProject } from '../ports/site';
import { readStore } from '../store-trouble';
import { findNames, readGuides } from './read-guides';

export type PagePorts = Pick<AppPorts, 'configs' | 'documents' | 'permissions' | 'people' | 'machine' | 'log'> & {
  readonly site: ProjectReader;
};

/** A page of the playbook with the project it belongs to, whose existence and whose reader's right Jira has confirmed. */
interface OpenPage {
  readonly caller: ProjectCaller;
  readonly page: PlaybookPage;
}

/**
 * Opens a page for whoever asks: who may see the project may read it, and nothing else of its settings (S-099).
 *
 * @throws {AppError} NOT_FOUND for a project Jira hides, one where handoffs are off, and a type that is not there or not on; a type that
 *   is off is there for who administers the project.
 */
export async function openPage(ports: PagePorts, asking: Caller, projectKey: string, typeId: string): Promise<OpenPage> {
  const project = await askJira(ports.site.getProject(projectKey));
  const caller = { ...asking, projectId: project.id };
  const [stored, isProjectAdmin, guides] = await Promise.all([
    readStore(ports.configs.find(project.id)),
    askJira(ports.permissions.isProjectAdmin(project.id)),
    readGuides(ports, project.id, [typeId]),
  ]);
  const entry = stored?.config.on === true ? stored.config.types.find(({ current }) => current.typeId === typeId) : undefined;
  const [guide] = guides;
  if (entry === undefined || guide === undefined || !(entry.switches.active || isProjectAdmin)) throw new AppError('NOT_FOUND');
  const page = {
    project: { key: project.key, name: project.name },
    viewer: toViewer(entry.current, { isProjectAdmin, isChampion: guide.guide.championId === asking.accountId }, asking),
    type: entry.current,
    statusNames: stored?.config.statusNames ?? {},
    guide,
    people: await findNames(ports, [entry.current, guide]),
    today: ports.machine.now().slice(0, 10),
  };
  return { caller, page };
}

/** Whoever looks after a type does its spot checks, where it has them. */
function toViewer(type: HandoffType, keeper: Pick<PlaybookPage['viewer'], 'isProjectAdmin' | 'isChampion'>, { accountId }: Caller) {
  const { spotChecks, accountableId } = optionsOf(type);
  const looksAfter = keeper.isProjectAdmin || keeper.isChampion || accountableId === accountId;
  return spotChecks && looksAfter ? { ...keeper, checksSpots: true as const } : keeper;
}

/** The pages of a project in its types' order; none while handoffs are off there. */
export function listPages(project: SiteProject, { on, types, statusNames = {} }: ProjectConfig) {
  const nameOf = (statusId: string): string => statusNames[statusId] ?? statusId;
  const pages = types
    .filter(({ switches }) => on && switches.active)
    .map(({ current: { typeId, name, route } }) => ({
      typeId,
      name,
      from: route.fromStatusIds.map(nameOf),
      to: nameOf(route.toStatusId),
    }));
  return { key: project.key, name: project.name, pages };
}
