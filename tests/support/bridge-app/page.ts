import { events, i18n, invoke, Modal, requestJira, router, showFlag, view } from '@forge/bridge';
import { workflowRules } from '@forge/jira-bridge';

/** Every bridge call a test makes, by the button that makes it. What comes back is written on the page. */
const CALLS: Readonly<Record<string, () => unknown>> = {
  context: async () => {
    const { accountId, moduleKey, locale, extension } = await view.getContext();
    return { accountId, moduleKey, locale, extension: extension as unknown };
  },
  invoke: () => invoke('whoAmI', { a: 1 }),
  'invoke failing': () => invoke('fail'),
  requestJira: async () => {
    const response = await requestJira('/rest/api/3/myself');
    return `${response.status} ${await response.text()}`;
  },
  'requestJira missing': async () => (await requestJira('/rest/api/3/issue/NOPE-1')).status,
  translate: async () => (await i18n.createTranslationFunction())('no.such.key', 'otherwise'),
  flag: () =>
    void showFlag({
      id: 'x',
      title: 'Done',
      description: 'By the app',
      type: 'success',
      actions: [{ text: 'Undo', onClick: () => write('undone', true) }],
    }),
  modal: () => new Modal({ title: 'In a modal', context: { n: 7 }, onClose: (value: unknown) => write('modal closed', value) }).open(),
  close: () => view.close({ chosen: 5 }),
  refresh: () => view.refresh(),
  url: async () => (await router.getUrl({ target: 'issue', issueKey: 'SHOP-2' }))?.href,
  navigate: () => router.navigate({ target: 'issue', issueKey: 'SHOP-2' }),
  emit: () => events.emit('ping', { n: 1 }),
  push: async () => {
    const history = await view.createHistory();
    history.listen((location) => {
      write('location', location.pathname + location.search);
    });
    history.push('/inner?tab=2');
  },
  grow: () => {
    const block = document.createElement('div');
    block.id = 'block';
    block.style.height = '400px';
    root().append(block);
  },
  shrink: () => document.getElementById('block')?.remove(),
  unknown: () => globalThis.__bridge?.callBridge('noSuchCommand'),
};

declare global {
  var __bridge: { callBridge(command: string, payload?: unknown): Promise<unknown> } | undefined;
}

function root(): HTMLElement {
  const element = document.getElementById('root');
  if (element === null) throw new Error('The page has no root.');
  return element;
}

function write(name: string, value: unknown): void {
  const line = document.createElement('p');
  line.textContent = `${name} = ${value === undefined ? 'nothing' : JSON.stringify(value)}`;
  root().append(line);
}

async function run(name: string): Promise<void> {
  try {
    write(name, await CALLS[name]?.());
  } catch (error) {
    write(`${name} failed`, error instanceof Error ? error.message : String(error));
  }
}

function listen(event: string, name: string): Promise<unknown> {
  return events.on(event, (payload: unknown) => {
    write(name, payload);
    return Promise.resolve();
  });
}

async function start(): Promise<void> {
  await view.theme.enable();
  for (const name of Object.keys(CALLS)) {
    const button = document.createElement('button');
    button.textContent = name;
    button.addEventListener('click', () => void run(name));
    root().append(button);
  }
  await listen('ping', 'pong');
  await listen('JIRA_ISSUE_CHANGED', 'changed');
  const { extension } = await view.getContext();
  if (extension['type'] !== 'jira:workflowValidator') return;
  const says = document.createElement('input');
  says.setAttribute('aria-label', 'Says');
  root().append(says);
  // Jira takes undefined as a veto; the package's type only knows the text.
  await workflowRules.onConfigure((() => (says.value === '' ? undefined : JSON.stringify({ says: says.value }))) as () => string);
}

void start();
