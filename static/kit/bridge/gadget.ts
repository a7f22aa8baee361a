import { view } from '@forge/bridge';

/**
 * Hands a gadget's configuration to Jira, which stores it on the dashboard and shows the gadget's own view.
 *
 * @throws {Error} when Jira does not take it.
 */
export function submitGadget(configuration: object): Promise<void> {
  return view.submit(configuration);
}
