import { announce } from './announce';
import type { DialogButton } from './dialog';
import { askToConfirm, openDialog } from './dialog';
import { showRefusal } from './flags';
import { callHost, isRecord } from './host-call';
import { refreshLiveRegions } from './live-regions';
import { openPageFrame } from './page-frames';

/** The longest configuration the workflow editor saves: 32 KB (Atlassian, "Jira workflow validator", new workflow editor). */
const MAX_CONFIGURATION_BYTES = 32 * 1024;

interface RuleDialog {
  readonly page: 'create' | 'edit' | 'view';
  readonly moduleKey: string;
  readonly ruleName: string;
  readonly transitionId: string;
  readonly ruleId?: string;
}

/** Adding, looking at, changing and removing rules in the workflow editor. */
export function startWorkflow(): void {
  const workflowId = document.querySelector<HTMLElement>('[data-workflow]')?.dataset['workflow'];
  if (workflowId === undefined) return;
  document.addEventListener('click', (event) => {
    const target = event.target instanceof Element ? event.target : null;
    const add = target?.closest<HTMLElement>('[data-rule-add]');
    const rule = target?.closest<HTMLElement>('[data-rule]');
    if (add) {
      const { ruleAdd = '', transitionId = '', ruleName = '' } = add.dataset;
      void openRule(workflowId, { page: 'create', moduleKey: ruleAdd, transitionId, ruleName });
    } else if (rule) {
      const { rule: ruleId = '', moduleKey = '', transitionId = '', ruleName = '' } = rule.dataset;
      if (target?.closest('[data-rule-remove]')) void removeRule(workflowId, ruleId, ruleName);
      else if (target?.closest('[data-rule-edit]')) void openRule(workflowId, { page: 'edit', moduleKey, transitionId, ruleId, ruleName });
      else if (target?.closest('[data-rule-view]')) void openRule(workflowId, { page: 'view', moduleKey, transitionId, ruleId, ruleName });
    }
  });
}

async function openRule(workflowId: string, rule: RuleDialog): Promise<void> {
  const { page, moduleKey, transitionId, ruleId } = rule;
  const place = { workflowId, transitionId, page, ...(ruleId === undefined ? {} : { ruleId }) };
  const opened = await callHost('POST', '/_host/frames', { moduleKey, place });
  if (!opened.ok || !isRecord(opened.value)) {
    showRefusal('The rule could not be opened', opened.ok ? [] : opened.messages);
    return;
  }
  let callback: (() => Promise<unknown>) | undefined;
  const save: DialogButton = {
    text: page === 'create' ? 'Add' : 'Save',
    look: 'primary',
    onPress: (dialog, button) => void saveRule(workflowId, rule, callback, button).then((isSaved) => isSaved && dialog.close()),
  };
  const cancel: DialogButton = { text: page === 'view' ? 'Close' : 'Cancel', look: 'subtle', onPress: (dialog) => dialog.close() };
  const verbs = { create: 'Add rule', edit: 'Edit rule', view: 'Rule' } as const;
  const dialog = openDialog({
    title: `${verbs[page]}: ${rule.ruleName}`,
    width: '600px',
    buttons: page === 'view' ? [cancel] : [cancel, save],
  });
  const holder = document.createElement('div');
  holder.className = 'app-frame app-frame-content';
  dialog.body.append(holder);
  const { token, src, title } = opened.value;
  openPageFrame(
    holder,
    { token: String(token), src: String(src), title: String(title) },
    {
      closesOnEscape: true,
      close: () => dialog.close(),
      onRuleCallback: (registered) => (callback = registered),
    },
  );
}

/** Takes the configuration from the app's page and stores it; answers whether the dialog may close. */
async function saveRule(
  workflowId: string,
  rule: RuleDialog,
  callback: (() => Promise<unknown>) | undefined,
  button: HTMLButtonElement,
): Promise<boolean> {
  if (callback === undefined) {
    showRefusal('The rule was not saved', ['The app has not offered a configuration yet. Wait a moment and try again.']);
    return false;
  }
  button.disabled = true;
  try {
    const configuration = await callback();
    if (configuration === undefined) return false;
    if (typeof configuration !== 'string' || new Blob([configuration]).size > MAX_CONFIGURATION_BYTES) {
      showRefusal('The rule was not saved', ['The app gave a configuration that is no text or longer than 32 KB.']);
      return false;
    }
    const base = `/_host/workflows/${encodeURIComponent(workflowId)}/rules`;
    const outcome =
      rule.ruleId === undefined
        ? await callHost('POST', base, { transitionId: rule.transitionId, moduleKey: rule.moduleKey, configuration })
        : await callHost('PUT', `${base}/${encodeURIComponent(rule.ruleId)}`, { configuration });
    if (!outcome.ok) {
      showRefusal('The rule was not saved', outcome.messages);
      return false;
    }
    await refreshLiveRegions();
    announce(rule.page === 'create' ? 'Rule added.' : 'Rule saved.');
    return true;
  } catch (error) {
    showRefusal('The rule was not saved', [error instanceof Error ? error.message : String(error)]);
    return false;
  } finally {
    button.disabled = false;
  }
}

async function removeRule(workflowId: string, ruleId: string, ruleName: string): Promise<void> {
  if (!(await askToConfirm('Remove rule?', `The rule ${ruleName} no longer checks this transition.`, 'Remove'))) return;
  const outcome = await callHost('DELETE', `/_host/workflows/${encodeURIComponent(workflowId)}/rules/${encodeURIComponent(ruleId)}`);
  if (!outcome.ok) showRefusal('The rule was not removed', outcome.messages);
  else announce('Rule removed.');
  await refreshLiveRegions();
}
