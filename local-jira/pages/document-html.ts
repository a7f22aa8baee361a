import { html } from 'hono/html';

import type { ContentDocument, ContentNode } from '../services/jira/state/content-document';
import type { Html } from './html';

/** Shows a rich-text document. A node type it does not know shows its content, so no words are ever lost. */
export function documentHtml(document: ContentDocument): Html {
  return html`${document.content.map(renderNode)}`;
}

function renderNode(node: ContentNode): Html {
  const inner = html`${(node.content ?? []).map(renderNode)}`;
  switch (node.type) {
    case 'text':
      return renderText(node);
    case 'paragraph':
      return html`<p>${inner}</p>`;
    case 'hardBreak':
      return html`<br />`;
    case 'heading':
      return html`<h3>${inner}</h3>`;
    case 'bulletList':
      return html`<ul>
        ${inner}
      </ul>`;
    case 'orderedList':
      return html`<ol>
        ${inner}
      </ol>`;
    case 'listItem':
      return html`<li>${inner}</li>`;
    case 'codeBlock':
      return html`<pre><code>${inner}</code></pre>`;
    case 'blockquote':
      return html`<blockquote>${inner}</blockquote>`;
    case 'rule':
      return html`<hr />`;
    case 'mention':
    case 'emoji':
      return html`<span class="mention">${typeof node.attrs?.['text'] === 'string' ? node.attrs['text'] : ''}</span>`;
    default:
      return inner;
  }
}

function renderText(node: ContentNode): Html {
  return (node.marks ?? []).reduce<Html>(
    (inner, mark) => {
      switch (mark.type) {
        case 'strong':
          return html`<strong>${inner}</strong>`;
        case 'em':
          return html`<em>${inner}</em>`;
        case 'code':
          return html`<code>${inner}</code>`;
        case 'link':
          return html`<a href="${webAddress(mark.attrs?.['href'])}" rel="noreferrer">${inner}</a>`;
        default:
          return inner;
      }
    },
    html`${node.text ?? ''}`,
  );
}

/** Only web and relative addresses may become a link; anything else, a script for one, leads nowhere. */
function webAddress(href: unknown): string {
  return typeof href === 'string' && /^(https?:\/\/|\/(?!\/)|mailto:)/i.test(href) ? href : '#';
}
