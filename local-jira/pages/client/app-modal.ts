import { AppFrame } from './app-frame';
import { openDialog } from './dialog';
import { isCallback, isRecord } from './host-call';

const WIDTHS: Readonly<Record<string, string>> = {
  small: '400px',
  medium: '600px',
  large: '800px',
  xlarge: '968px',
  max: '100vw',
  fullscreen: '100vw',
  resizable: '600px',
};

/** Serves `new Modal().open()`: a dialog over the whole window that holds another frame of the same app. */
export function openAppModal(opener: AppFrame, payload: unknown): boolean {
  if (!isRecord(payload)) return false;
  const { resource, size, context, title, closeOnEscape, closeOnOverlayClick, onClose } = payload;
  let closedWith: unknown;
  const dialog = openDialog({
    title: typeof title === 'string' && title !== '' ? title : opener.source.title,
    hasQuietTitle: title === '' || title === undefined,
    width: widthOf(size),
    closesOnEscape: closeOnEscape !== false,
    closesOnOutsideClick: closeOnOverlayClick !== false,
    onClosed: () => {
      if (isCallback(onClose)) onClose(closedWith);
    },
  });
  const holder = document.createElement('div');
  holder.className = 'app-frame app-frame-content';
  dialog.body.append(holder);
  new AppFrame(
    holder,
    { ...opener.source, src: sourceOf(opener.source.src, resource) },
    {
      modalContext: context ?? {},
      closesOnEscape: closeOnEscape !== false,
      close: (result) => {
        closedWith = result;
        dialog.close();
      },
    },
    opener.answer,
  );
  return true;
}

function widthOf(size: unknown): string {
  if (isRecord(size) && typeof size['width'] === 'string') return size['width'];
  return WIDTHS[String(size)] ?? '600px';
}

/** A named resource of ours is an entry page beside the opener's own; without one the modal shows the same page. */
function sourceOf(openerSrc: string, resource: unknown): string {
  const entry = typeof resource === 'string' ? /\/([^/]+)$/.exec(resource)?.[1] : undefined;
  return entry === undefined ? openerSrc : new URL(`${entry}.html`, openerSrc).href;
}
