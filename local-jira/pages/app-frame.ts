import { html } from 'hono/html';

import type { OpenedFrame } from '../site';
import type { Html } from './html';

/**
 * The place an app's iframe is put by the client script. `fill` keeps it at least as tall as the window, for pages
 * that are all app; otherwise it is as tall as its content.
 */
export function appFrame(frame: OpenedFrame, size: 'fill' | 'content'): Html {
  return html`<div class="app-frame app-frame-${size}" data-app-frame="${frame.token}" data-src="${frame.src}" data-title="${frame.title}">
    <div class="app-frame-wait" role="status">
      <span class="spinner" aria-hidden="true"></span><span class="visually-hidden">Loading ${frame.title}</span>
    </div>
  </div>`;
}
