import type { AppFrame } from './app-frame';
import { showRefusal } from './flags';
import { callHost, isRecord, type HostOutcome } from './host-call';

const DASHBOARD = '/jira/dashboards';
const GADGETS = '/_host/gadgets';

/** Adding, changing and removing gadgets of the dashboard. */
export function startDashboard(): void {
  document.addEventListener('click', (event) => {
    const data = event.target instanceof Element ? event.target.closest<HTMLElement>('.menu-item')?.dataset : undefined;
    if (data === undefined) return;
    const { addGadget, editGadget, removeGadget } = data;
    if (addGadget !== undefined) void add(addGadget);
    else if (editGadget !== undefined) location.assign(editAddress(editGadget));
    else if (removeGadget !== undefined) void remove(removeGadget);
  });
}

/** `view.submit` of a gadget's edit view: keeps what it submits and shows the gadget. False where the frame is no gadget. */
export async function submitGadget(frame: AppFrame, configuration: unknown): Promise<boolean> {
  const gadgetId = frame.holder.closest<HTMLElement>('[data-gadget]')?.dataset['gadget'];
  if (gadgetId === undefined) return false;
  const outcome = await callHost('PUT', `${GADGETS}/${encodeURIComponent(gadgetId)}`, { configuration });
  return goOn(outcome, 'The gadget was not saved', DASHBOARD);
}

async function add(moduleKey: string): Promise<void> {
  const outcome = await callHost('POST', GADGETS, { moduleKey });
  const gadgetId = outcome.ok && isRecord(outcome.value) ? String(outcome.value['gadgetId']) : '';
  goOn(outcome, 'The gadget was not added', editAddress(gadgetId));
}

async function remove(gadgetId: string): Promise<void> {
  goOn(await callHost('DELETE', `${GADGETS}/${encodeURIComponent(gadgetId)}`), 'The gadget was not removed', DASHBOARD);
}

function goOn(outcome: HostOutcome, problem: string, to: string): boolean {
  if (outcome.ok) location.assign(to);
  else showRefusal(problem, outcome.messages);
  return outcome.ok;
}

function editAddress(gadgetId: string): string {
  return `${DASHBOARD}?${new URLSearchParams({ edit: gadgetId }).toString()}`;
}
