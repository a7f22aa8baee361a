import type { BridgeAnswer, BridgeCommand } from '../../host-api';
import { BRIDGE_PATH } from '../../host-api';
import type { AppFrame } from './app-frame';
import { openAppModal } from './app-modal';
import { submitGadget } from './dashboard';
import { emitEvent, subscribe } from './frame-events';
import { createFrameHistory } from './frame-history';
import { frameTheme } from './frame-theme';
import { closeFlag, showFlag } from './flags';
import { callHost, isCallback, isRecord, textOf } from './host-call';
import { refreshLiveRegions } from './live-regions';
import { addressOf, goTo } from './router';
import { currentColorMode } from './theme';

type Command = (frame: AppFrame, payload: unknown) => unknown;

/** The bridge commands of `@forge/bridge` 7.2.0 and `@forge/jira-bridge` 0.40.1 that this Jira plays, by their name on the wire. */
const COMMANDS: Readonly<Record<string, Command>> = {
  getContext,
  invoke: async (frame, payload) => {
    const value = await askServer(frame, 'invoke', payload);
    return isRecord(payload) && payload['metadata'] !== undefined ? { body: value, metadata: {} } : value;
  },
  fetchProduct: (frame, payload) => askServer(frame, 'fetchProduct', payload),
  enableTheming: () => currentColorMode(),
  contentHeight: (frame, payload) => frame.setContentHeight(Number(payload)),
  escapePressed: (frame) => {
    if (frame.surroundings.closesOnEscape === true) frame.surroundings.close?.(undefined);
  },
  navigate: (_frame, payload) => goTo(payload),
  getUrl: (_frame, payload) => new URL(addressOf(payload), location.href).href,
  reload: () => location.reload(),
  refresh: () => refreshLiveRegions(),
  refreshIssueView: () => refreshLiveRegions(),
  showFlag: (_frame, payload) => showAppFlag(payload),
  closeFlag: (_frame, payload) => (isRecord(payload) ? closeFlag(`app-${String(payload['id'])}`) : false),
  openModal: (frame, payload) => openAppModal(frame, payload),
  close: (frame, payload) => {
    if (frame.surroundings.close === undefined) return false;
    frame.surroundings.close(payload);
    return true;
  },
  onClose: (frame) => frame.surroundings.close !== undefined,
  open: () => false,
  submit: (frame, payload) => submitGadget(frame, payload),
  createHistory: () => createFrameHistory(),
  changeWindowTitle: (_frame, payload) => {
    document.title = `${String(payload)} - Local Jira`;
  },
  emitReadyEvent: () => undefined,
  getFrameId: (frame) => frame.source.token,
  on: (_frame, payload) => subscribe(payload),
  onPublic: (_frame, payload) => subscribe(payload),
  emit: (_frame, payload) => emitEvent(payload),
  emitPublic: (_frame, payload) => emitEvent(payload),
  setWorkflowRuleConfigurationCallback: (frame, payload) => {
    const data = isRecord(payload) ? payload['data'] : undefined;
    const onConfigure = isRecord(data) ? data['onConfigure'] : undefined;
    if (frame.surroundings.onRuleCallback === undefined || !isCallback(onConfigure)) return false;
    frame.surroundings.onRuleCallback(() => Promise.resolve(onConfigure()));
    return true;
  },
};

/** Answers one bridge command of a frame. An unknown one fails loudly, in the console and at the server. */
export function answerCommand(frame: AppFrame, command: string, payload: unknown): unknown {
  const run = COMMANDS[command];
  if (run !== undefined) return run(frame, payload);
  console.error(`The app called a bridge command the local Jira does not know: ${command}`);
  void callHost('POST', '/_host/unknown-command', { command });
  throw new Error(`The local Jira does not know the bridge command ${command}.`);
}

async function getContext(frame: AppFrame): Promise<unknown> {
  const context = await askServer(frame, 'getContext', undefined);
  if (!isRecord(context)) throw new Error('The local Jira sent no context for this frame.');
  const extension = isRecord(context['extension']) ? context['extension'] : {};
  const { modalContext } = frame.surroundings;
  return {
    locale: 'en-US',
    timezone: Intl.DateTimeFormat().resolvedOptions().timeZone,
    ...context,
    theme: frameTheme(currentColorMode()),
    surfaceColor: getComputedStyle(document.documentElement).getPropertyValue('--ds-surface').trim(),
    extension: { ...extension, location: location.href, ...(modalContext === undefined ? {} : { modal: modalContext }) },
  };
}

async function askServer(frame: AppFrame, command: BridgeCommand, payload: unknown): Promise<unknown> {
  const response = await fetch(BRIDGE_PATH, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ token: frame.source.token, command, payload }),
  });
  if (!response.ok) throw new Error(`The local Jira refused ${command} with status ${response.status}. Reload the page and try again.`);
  const answer = (await response.json()) as BridgeAnswer;
  if (answer.ok) return answer.value;
  const error = new Error(answer.error.message);
  error.name = answer.error.name;
  throw error;
}

function showAppFlag(payload: unknown): boolean {
  if (!isRecord(payload)) return false;
  const { appearance, type, title, description, actions, isAutoDismiss } = payload;
  showFlag({
    id: `app-${String(payload['id'])}`,
    kind: flagKind(appearance ?? type),
    title: textOf(title),
    ...(typeof description === 'string' ? { description } : {}),
    actions: (Array.isArray(actions) ? actions : []).filter(isRecord).map(({ text, onClick }) => ({
      text: String(text),
      onClick: () => {
        if (isCallback(onClick)) onClick();
      },
    })),
    isAutoDismiss: isAutoDismiss === true,
    isBold: appearance !== undefined,
  });
  return true;
}

function flagKind(value: unknown): 'info' | 'success' | 'warning' | 'error' {
  return value === 'success' || value === 'warning' || value === 'error' ? value : 'info';
}
