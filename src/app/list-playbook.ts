import type { PlaybookIndex } from '../contract/playbook';
import { listPages } from './guide/open-page';
import { askJira } from './jira-trouble';
import type { AppPorts } from './ports/app-ports';
import type { ConfigHistory } from './ports/config-store';
import { readStore } from './store-trouble';

/**
 * The list of the playbook's pages, of one project or of every project Jira shows the person.
 *
 * @throws {AppError} NOT_FOUND for a project Jira hides.
 */
export async function listPlaybook(
  { site, configs }: Pick<AppPorts, 'site'> & { readonly configs: ConfigHistory },
  projectKey: string | null,
): Promise<PlaybookIndex> {
  const projects = projectKey === null ? await askJira(site.listProjects()) : [await askJira(site.getProject(projectKey))];
  const found = await readStore(configs.findMany(projects.map(({ id }) => id)));
  return {
    projects: projects.flatMap((project) => {
      const config = found.get(project.id);
      const listed = config === undefined ? null : listPages(project, config);
      return listed === null || listed.pages.length === 0 ? [] : [listed];
    }),
  };
}
