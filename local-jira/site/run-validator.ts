import type { AppRuntime } from '../runtime/app-runtime';
import type { ValidatorRunner } from '../services/jira/operations/validator-runner';
import type { AppModules } from './app-modules';
import type { SiteSettings } from './site-settings';

/** Words a blocked move shows when the app names none. */
const NO_MESSAGE = 'This transition is stopped by a rule of an app.';

/**
 * Runs a rule as the platform runs a validator function. A throw, a timeout and an answer of another shape all stop
 * the transition: the local Jira plays the platform at its strictest, since Atlassian does not say.
 */
export function makeValidatorRunner(runtime: () => AppRuntime, modules: AppModules, settings: SiteSettings): ValidatorRunner {
  return async (rule, payload, actorId, depth) => {
    const functionKey = modules.find(rule.moduleKey)?.raw['function'];
    if (typeof functionKey !== 'string') return { passes: false, message: null };
    const accountId = settings.get().namesPrincipalToValidators ? actorId : null;
    const call = { functionKey, moduleKey: rule.moduleKey, event: payload, accountId, isBackground: false, depth };
    const result = await runtime().invoke(call);
    if (!result.ok || typeof result.value !== 'object' || result.value === null || !('result' in result.value)) {
      return { passes: false, message: null };
    }
    const { result: passes, errorMessage } = result.value as { result: unknown; errorMessage?: unknown };
    if (passes === true) return { passes };
    return { passes: false, message: passes !== false ? null : typeof errorMessage === 'string' ? errorMessage : NO_MESSAGE };
  };
}
