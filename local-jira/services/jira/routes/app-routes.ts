import type { JiraParts } from '../jira-service';
import { forbidden, invalid } from '../jira-error';
import { MAX_PIN_PROJECTS } from '../limits';
import { setPanelPin } from '../operations/panel-pins';
import type { RestRoute } from '../rest-router';

/** As jira.js types `bulkPinUnpinProjectsAsync`; `moduleId` is the module's ARI, which ends in its key. */
interface PinBody {
  moduleId?: unknown;
  projectList?: { action?: unknown; projectIdOrKey?: unknown }[];
}

/** Routes about the app's modules: pins of issue panels (newer than the API description; platform.md 6). */
export function appRoutes({ state, permissions }: JiraParts): RestRoute[] {
  return [
    {
      method: 'POST',
      path: '/forge/panel/action/bulk/async',
      scope: 'manage:jira-configuration',
      handle: ({ caller, body }) => {
        if (!permissions.isJiraAdmin(caller)) throw forbidden('Only Jira admins can pin panels.');
        const { moduleId, projectList = [] } = (body ?? {}) as PinBody;
        const moduleKey = /^ari:cloud:ecosystem::extension\/[^/]+\/[^/]+\/static\/([^/]+)$/u.exec(String(moduleId))?.[1];
        if (moduleKey === undefined || projectList.length === 0 || projectList.length > MAX_PIN_PROJECTS) {
          throw invalid(`A bulk change of pins names a module and 1 to ${MAX_PIN_PROJECTS} projects.`);
        }
        for (const { action, projectIdOrKey } of projectList) {
          const project = state.findProject(String(projectIdOrKey));
          if (project !== null) setPanelPin(state, moduleKey, project.id, action !== 'UNPIN');
        }
        return { status: 202, body: { taskId: state.ids.next('task') } };
      },
    },
  ];
}
