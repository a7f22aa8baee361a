import * as v from 'valibot';

import type { InstalledRule } from '../ports/site';

/** The part of a rule's stored configuration that says what it asks for. */
const configuration = v.object({ requires: v.picklist(['prepared', 'accepted']), mode: v.picklist(['enforce', 'observe']) });

/** What a rule asks for; `broken` when its stored text cannot be read, in which case it stops every move. */
export function readRequires(rule: InstalledRule): 'prepared' | 'accepted' | 'broken' {
  return read(rule)?.requires ?? 'broken';
}

/** Whether a rule stops moves or only watches them; one that cannot be read stops. */
export function readMode(rule: InstalledRule): 'enforce' | 'observe' {
  return read(rule)?.mode ?? 'enforce';
}

function read({ value }: InstalledRule): v.InferOutput<typeof configuration> | null {
  const parsed = v.safeParse(configuration, parseJson(value));
  return parsed.success ? parsed.output : null;
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return undefined;
  }
}
