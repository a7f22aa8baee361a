/** A node of the Atlassian Document Format, as far as the local Jira builds and reads it. */
export interface ContentNode {
  type: string;
  text?: string;
  attrs?: Record<string, unknown>;
  marks?: { type: string; attrs?: Record<string, unknown> }[];
  content?: ContentNode[];
}

/** The root of rich text in REST v3: a description, a comment body. */
export interface ContentDocument {
  type: 'doc';
  version: 1;
  content: ContentNode[];
}

/** Turns plain text into a document: blank lines separate paragraphs, single line ends become hard breaks. */
export function toContentDocument(text: string): ContentDocument {
  const paragraphs = text.split(/\n{2,}/).filter((paragraph) => paragraph.trim() !== '');
  return {
    type: 'doc',
    version: 1,
    content: paragraphs.map((paragraph) => ({ type: 'paragraph', content: toInlineNodes(paragraph) })),
  };
}

function toInlineNodes(paragraph: string): ContentNode[] {
  return paragraph.split('\n').flatMap((line, index) => {
    const words: ContentNode[] = line === '' ? [] : [{ type: 'text', text: line }];
    return index === 0 ? words : [{ type: 'hardBreak' }, ...words];
  });
}

/** The words of a document, paragraphs on lines of their own: what JQL's text search and the pages' previews read. */
export function toPlainText(document: ContentDocument | null): string {
  if (document === null) return '';
  return document.content.map((block) => textOf(block)).join('\n');
}

function textOf(node: ContentNode): string {
  if (node.type === 'hardBreak') return '\n';
  return (node.text ?? '') + (node.content ?? []).map(textOf).join('');
}

/** Whether a request body holds a document in the form REST v3 asks for. */
export function isContentDocument(value: unknown): value is ContentDocument {
  return (
    typeof value === 'object' &&
    value !== null &&
    'type' in value &&
    value.type === 'doc' &&
    'version' in value &&
    value.version === 1 &&
    'content' in value &&
    Array.isArray(value.content)
  );
}
