import { announce } from './announce';
import { pickAssignee } from './assignee-picker';
import { closeFlag, showRefusal } from './flags';
import { emitEvent } from './frame-events';
import type { HostOutcome } from './host-call';
import { callHost, isRecord } from './host-call';
import { refreshLiveRegions } from './live-regions';
import { startTabs } from './tabs';
import { askForFields, parseScreenFields } from './transition-screen';

const WATCH_MS = 4000;

/** Status, comments, attachments, assignee and app buttons of a work item. */
export function startIssue(): void {
  const page = document.querySelector<HTMLElement>('[data-issue]');
  const key = page?.dataset['issue'];
  if (!page || key === undefined) return;
  const base = `/_host/issues/${key}`;
  startTabs();
  startCommentForm(base);
  startAttaching(base);
  watchForChanges(page, base);

  document.addEventListener('click', (event) => {
    const target = event.target instanceof Element ? event.target : null;
    const transition = target?.closest<HTMLElement>('[data-transition]');
    const press = target?.closest<HTMLElement>('[data-press-panel]');
    const pin = target?.closest<HTMLElement>('[data-pin-panel]');
    if (transition) void move(key, base, transition);
    else if (press) void reloadAfter(callHost('POST', `${base}/panels/${press.dataset['pressPanel']}`), 'The panel could not be added');
    else if (pin) void pinPanel(pin);
    else if (target?.closest('[data-assignee-button]')) void pickAssignee(base);
  });
}

async function move(key: string, base: string, item: HTMLElement): Promise<void> {
  const fields = await askForFields(item.textContent, parseScreenFields(item.dataset['fields']));
  if (fields === null) return;
  const status = document.querySelector<HTMLElement>('.status-button');
  status?.setAttribute('aria-busy', 'true');
  closeFlag('refusal');
  const outcome = await callHost('POST', `${base}/transitions`, { transitionId: item.dataset['transition'], fields });
  status?.removeAttribute('aria-busy');
  if (outcome.ok) announce(`${key} moved.`);
  else showRefusal(`We couldn't move ${key}`, outcome.messages);
  await refreshLiveRegions();
}

function startCommentForm(base: string): void {
  const form = document.querySelector<HTMLFormElement>('[data-comment-form]');
  const text = form?.querySelector('textarea');
  const save = form?.querySelector<HTMLButtonElement>('button[type="submit"]');
  if (!form || !text || !save) return;
  text.addEventListener('input', () => (save.hidden = text.value.trim() === ''));
  form.addEventListener('submit', (event) => {
    event.preventDefault();
    void (async () => {
      const outcome = await callHost('POST', `${base}/comments`, { text: text.value });
      if (!outcome.ok) {
        showRefusal('Your comment was not added', outcome.messages);
        return;
      }
      text.value = '';
      save.hidden = true;
      await refreshLiveRegions();
      announce('Comment added.');
    })();
  });
}

function startAttaching(base: string): void {
  document.addEventListener('click', (event) => {
    if (event.target instanceof Element && event.target.closest('[data-attach]') !== null)
      document.querySelector<HTMLInputElement>('#attach-file')?.click();
  });
  document.addEventListener('change', (event) => {
    const chosen = event.target;
    if (!(chosen instanceof HTMLInputElement) || chosen.id !== 'attach-file') return;
    void attach(base, chosen);
  });
}

async function attach(base: string, input: HTMLInputElement): Promise<void> {
  for (const file of input.files ?? []) {
    const form = new FormData();
    form.append('file', file);
    const outcome = await callHost('POST', `${base}/attachments`, form);
    if (outcome.ok) announce(`${file.name} attached.`);
    else showRefusal(`${file.name} was not attached`, outcome.messages);
  }
  input.value = '';
  await refreshLiveRegions();
}

async function pinPanel(item: HTMLElement): Promise<void> {
  const { pinPanel: moduleKey, pinned, project } = item.dataset;
  const call = callHost('POST', `/_host/projects/${project}/panels/${moduleKey}`, { pinned: pinned === 'true' });
  await reloadAfter(call, 'The panel could not be changed');
}

async function reloadAfter(call: Promise<HostOutcome>, title: string): Promise<void> {
  const outcome = await call;
  if (outcome.ok) location.reload();
  else showRefusal(title, outcome.messages);
}

/** Looks every few seconds, while the page is visible, whether somebody changed the work item; then shows it and tells the apps. */
function watchForChanges(page: HTMLElement, base: string): void {
  let seen = page.dataset['updated'];
  const look = async (): Promise<void> => {
    if (document.visibilityState !== 'visible') return;
    const outcome = await callHost('GET', `${base}/stamp`);
    if (!outcome.ok || !isRecord(outcome.value)) return;
    const { id, projectId, updated } = outcome.value;
    if (updated === seen) return;
    seen = String(updated);
    await refreshLiveRegions();
    emitEvent({ event: 'JIRA_ISSUE_CHANGED', payload: { issueId: id, projectId, changes: [{ changeType: 'updated' }] } });
  };
  setInterval(() => void look(), WATCH_MS);
  document.addEventListener('visibilitychange', () => void look());
}
