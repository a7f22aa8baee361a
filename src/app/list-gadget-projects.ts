import type { GadgetProjects } from '../contract/gadget';
import { askJira } from './jira-trouble';
import type { ConfigHistory } from './ports/config-store';
import type { SiteReader } from './ports/site';
import { readStore } from './store-trouble';

interface ProjectsPorts {
  readonly configs: Pick<ConfigHistory, 'findMany'>;
  readonly site: Pick<SiteReader, 'listProjects'>;
}

/**
 * Projects a gadget can be about: those Jira shows the person in which Baton is on.
 *
 * @throws {AppError} STORAGE_BUSY, JIRA_UNAVAILABLE.
 */
export async function listGadgetProjects({ configs, site }: ProjectsPorts): Promise<GadgetProjects> {
  const projects = await askJira(site.listProjects());
  const found = await readStore(configs.findMany(projects.map(({ id }) => id)));
  return {
    projects: projects.flatMap(({ id, key, name }) => {
      const config = found.get(id);
      if (config?.on !== true) return [];
      return [{ id, key, name, types: config.types.map(({ current: { typeId, name: typeName } }) => ({ typeId, name: typeName })) }];
    }),
  };
}
