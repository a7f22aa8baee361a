/** Parts of an open dialog that its maker fills and listens to. */
export interface OpenDialog {
  readonly element: HTMLDialogElement;
  readonly body: HTMLElement;
  close(): void;
}

/** How a dialog looks and closes. */
export interface DialogOptions {
  readonly title: string;
  /** A CSS width; the window's width less a margin is the most it takes. */
  readonly width: string;
  readonly height?: string;
  readonly buttons?: readonly DialogButton[];
  /** Hides the title bar from sight, not from screen readers, for a frame that draws its own. */
  readonly hasQuietTitle?: boolean;
  readonly closesOnOutsideClick?: boolean;
  readonly closesOnEscape?: boolean;
  onClosed?(): void;
}

/** One button in a dialog's foot. A button that is not `cancel` decides itself whether to close. */
export interface DialogButton {
  readonly text: string;
  readonly look: 'primary' | 'danger' | 'subtle';
  readonly onPress: (dialog: OpenDialog, button: HTMLButtonElement) => void;
}

/** Opens a modal dialog; focus goes in, and back to where it was when it closes. */
export function openDialog(options: DialogOptions): OpenDialog {
  const element = document.createElement('dialog');
  element.className = 'dialog';
  element.style.width = `min(${options.width}, calc(100vw - 32px))`;
  if (options.height !== undefined) element.style.height = options.height;

  const title = document.createElement('h2');
  title.className = options.hasQuietTitle === true ? 'visually-hidden' : 'dialog-title';
  title.id = `dialog-title-${document.querySelectorAll('dialog').length + 1}`;
  title.textContent = options.title;
  element.setAttribute('aria-labelledby', title.id);
  const body = document.createElement('div');
  body.className = 'dialog-body';
  element.append(title, body);

  const dialog: OpenDialog = { element, body, close: () => element.close() };
  if (options.buttons !== undefined) element.append(foot(dialog, options.buttons));

  element.addEventListener('cancel', (event) => {
    if (options.closesOnEscape === false) event.preventDefault();
  });
  element.addEventListener('click', (event) => {
    if (event.target === element && options.closesOnOutsideClick === true) element.close();
  });
  element.addEventListener('close', () => {
    const flags = element.querySelector('#flags');
    if (flags !== null) document.body.append(flags);
    element.remove();
    options.onClosed?.();
  });
  document.body.append(element);
  element.showModal();
  return dialog;
}

/** Asks before something that cannot be undone; resolves to whether the person went on. */
export function askToConfirm(title: string, text: string, goOn: string): Promise<boolean> {
  return new Promise((resolve) => {
    let isAgreed = false;
    const dialog = openDialog({
      title,
      width: '400px',
      closesOnOutsideClick: true,
      buttons: [
        { text: 'Cancel', look: 'subtle', onPress: (open) => open.close() },
        {
          text: goOn,
          look: 'primary',
          onPress: (open) => {
            isAgreed = true;
            open.close();
          },
        },
      ],
      onClosed: () => resolve(isAgreed),
    });
    dialog.body.textContent = text;
  });
}

function foot(dialog: OpenDialog, buttons: readonly DialogButton[]): HTMLElement {
  const holder = document.createElement('div');
  holder.className = 'dialog-foot';
  for (const { text, look, onPress } of buttons) {
    const button = document.createElement('button');
    button.type = 'button';
    button.className = `button button-${look}`;
    button.textContent = text;
    button.addEventListener('click', () => onPress(dialog, button));
    holder.append(button);
  }
  return holder;
}
