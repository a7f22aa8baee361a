import { workflowRules } from '@forge/jira-bridge';

/**
 * Hands Jira's workflow editor the rule's configuration when the admin presses Add or Save. `read` returns the JSON text
 * to store, or undefined to keep the dialog open because something must be mended first.
 */
export function onRuleSaved(read: () => string | undefined): Promise<void> {
  // Jira takes undefined as "stay open"; the package's type only knows the text.
  return workflowRules.onConfigure(read as () => string);
}
