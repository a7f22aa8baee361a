import { useState } from 'react';

/** What the receiver marked as missing; the marks become the ticks of a return. */
export interface MissingMarks {
  readonly clear: () => void;
  readonly has: (field: string) => boolean;
  readonly toggle: (field: string) => void;
  readonly ids: (kind: 'item' | 'section') => string[];
}

/** Marks on the things of a handoff, kept while it is read. */
export function useMissingMarks(): MissingMarks {
  const [marked, setMarked] = useState<readonly string[]>([]);
  return {
    clear: () => setMarked([]),
    has: (field) => marked.includes(field),
    toggle: (field) => setMarked((now) => (now.includes(field) ? now.filter((one) => one !== field) : [...now, field])),
    ids: (kind) => marked.filter((field) => field.startsWith(`${kind}:`)).map((field) => field.slice(kind.length + 1)),
  };
}
