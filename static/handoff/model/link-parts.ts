/** A stretch of text; `url` set where it is a link people can follow. */
export interface TextPart {
  readonly text: string;
  readonly url: string | null;
}

/** Splits text at the http and https links in it, so that they can be followed where they are read. */
export function linkParts(text: string): readonly TextPart[] {
  const parts: TextPart[] = [];
  let end = 0;
  for (const match of text.matchAll(/https?:\/\/[^\s<>"']+/giu)) {
    // A full stop or bracket after a link ends the sentence, not the link.
    const url = match[0].replace(/[.,;:!?)\]]+$/u, '');
    if (match.index > end) parts.push({ text: text.slice(end, match.index), url: null });
    parts.push({ text: url, url });
    end = match.index + url.length;
  }
  if (end < text.length) parts.push({ text: text.slice(end), url: null });
  return parts;
}
