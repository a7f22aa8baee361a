import type { JiraParts } from '../jira-service';
import { forbidden, invalid } from '../jira-error';
import { MAX_PIN_PROJECTS } from '../limits';
import { setPanelPin } from '../operations/panel-pins';
import type { RestRoute } from '../rest-router';

interface PinBody {
  moduleKey?: unknown;
  action?: unknown;
  projectIds?: unknown[];
  projectIdsOrKeys?: unknown[];
}

/** Routes about the app's modules: pins of issue panels (newer than the API description; platform.md 6). */
export function appRoutes({ state, permissions }: JiraParts): RestRoute[] {
  return [
    {
      method: 'POST', path: '/forge/panel/action/bulk/async', scope: 'manage:jira-configuration',
      handle: ({ caller, body }) => {
        if (!permissions.isJiraAdmin(caller)) throw forbidden('Only Jira admins can pin panels.');
        const { moduleKey, action, projectIds, projectIdsOrKeys } = (body ?? {}) as PinBody;
        const names = (projectIdsOrKeys ?? projectIds ?? []).map(String);
        if (typeof moduleKey !== 'string' || names.length === 0 || names.length > MAX_PIN_PROJECTS) {
          throw invalid(`A bulk change of pins names a module and 1 to ${MAX_PIN_PROJECTS} projects.`);
        }
        for (const name of names) {
          const project = state.findProject(name);
          if (project !== null) setPanelPin(state, moduleKey, project.id, String(action).toLowerCase() !== 'unpin');
        }
        return { status: 202, body: { taskId: state.ids.next('task') } };
      },
    },
  ];
}
