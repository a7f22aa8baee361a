import { openDialog } from './dialog';
import { showRefusal } from './flags';
import { callHost, isRecord } from './host-call';
import { refreshLiveRegions } from './live-regions';

/** Lets the person choose who the work item is assigned to. */
export async function pickAssignee(issueBase: string): Promise<void> {
  const outcome = await callHost('GET', `${issueBase}/assignable`);
  if (!outcome.ok || !Array.isArray(outcome.value)) return;
  const people: (Record<string, unknown> | null)[] = [null, ...outcome.value.filter(isRecord)];
  const dialog = openDialog({ title: 'Assignee', width: '320px', closesOnOutsideClick: true });
  const list = document.createElement('ul');
  list.className = 'pick-list';
  for (const person of people) {
    const item = document.createElement('li');
    const button = document.createElement('button');
    button.type = 'button';
    button.className = 'menu-item';
    if (person !== null) {
      const picture = document.createElement('img');
      picture.className = 'avatar avatar-24';
      picture.alt = '';
      picture.src = String(person['avatarUrl']);
      button.append(picture);
    }
    button.append(person === null ? 'Unassigned' : String(person['displayName']));
    button.addEventListener('click', () => {
      dialog.close();
      void assign(issueBase, person === null ? null : String(person['accountId']));
    });
    item.append(button);
    list.append(item);
  }
  dialog.body.append(list);
}

async function assign(issueBase: string, accountId: string | null): Promise<void> {
  const outcome = await callHost('POST', `${issueBase}/assignee`, { accountId });
  if (!outcome.ok) showRefusal('The assignee was not changed', outcome.messages);
  await refreshLiveRegions();
}
