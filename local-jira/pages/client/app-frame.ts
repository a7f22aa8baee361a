import { FramePort, isFrameMessage } from './frame-port';
import { currentColorMode } from './theme';

/** What the server fixed for a frame when it opened the module. */
export interface FrameSource {
  readonly token: string;
  readonly src: string;
  readonly title: string;
}

/** Capabilities a frame has beyond the usual ones, given by the dialog that holds it. */
export interface FrameSurroundings {
  /** What the opener of a modal passed to it; the app reads it as `extension.modal`. */
  readonly modalContext?: unknown;
  /** Closes the dialog around the frame. Absent: the frame's view cannot be closed. */
  close?(payload: unknown): void;
  /** Takes the callback a workflow rule page registers; Add and Save call it. */
  onRuleCallback?(callback: () => Promise<unknown>): void;
  readonly closesOnEscape?: boolean;
}

/** Serves the bridge commands of a frame. */
export type FrameAnswer = (frame: AppFrame, command: string, payload: unknown) => unknown;

const SANDBOX =
  'allow-downloads allow-forms allow-modals allow-pointer-lock allow-popups allow-popups-to-escape-sandbox allow-same-origin allow-scripts';

/** An app's iframe in the page, and the bridge it talks through. */
export class AppFrame {
  private static readonly open = new Set<AppFrame>();

  readonly iframe: HTMLIFrameElement;
  private readonly port: FramePort;
  private readonly origin: string;

  /** Frames that stand in the page now; those whose element has gone are forgotten. */
  static list(): AppFrame[] {
    for (const frame of AppFrame.open) if (!frame.iframe.isConnected) AppFrame.open.delete(frame);
    return [...AppFrame.open];
  }

  constructor(
    readonly holder: HTMLElement,
    readonly source: FrameSource,
    readonly surroundings: FrameSurroundings,
    readonly answer: FrameAnswer,
  ) {
    this.origin = new URL(source.src, location.href).origin;
    this.iframe = document.createElement('iframe');
    this.iframe.title = source.title;
    this.iframe.setAttribute('sandbox', SANDBOX);
    this.iframe.allow = 'clipboard-write';
    this.iframe.style.colorScheme = currentColorMode();
    this.iframe.src = source.src;
    this.port = new FramePort(
      (message) => this.iframe.contentWindow?.postMessage(message, this.origin),
      (command, payload) => answer(this, command, payload),
    );
    AppFrame.open.add(this);
    holder.append(this.iframe);
  }

  /** Takes the iframe to its content's height and takes the waiting sign away. */
  setContentHeight(heightPx: number): void {
    if (heightPx > 0) this.holder.classList.add('is-ready');
    this.iframe.style.height = `${heightPx}px`;
  }

  setColorMode(colorMode: 'light' | 'dark'): void {
    this.iframe.style.colorScheme = colorMode;
    void this.port.call('setColorMode', colorMode).catch(() => undefined);
  }

  takeMessage(event: MessageEvent<unknown>): void {
    if (event.source === this.iframe.contentWindow && event.origin === this.origin && isFrameMessage(event.data)) {
      this.port.receive(event.data);
    }
  }
}
