import { announce as announceNow } from '@atlaskit/pragmatic-drag-and-drop-live-region';

/** Says something to screen readers without moving the focus: what was saved, moved or failed. */
export function announce(message: string): void {
  announceNow(message);
}
