import { utf8Bytes } from '../domain/audit/canonical-json';
import type { ProjectConfig } from '../domain/type/handoff-type';

/** Types and their switches as one stored value holds them. */
type ConfigTypes = ProjectConfig['types'];

/** Body of a `project-config` value: a configuration whose last types may stand in further values. */
export type ConfigBody = ProjectConfig & {
  /** How many further values hold its last types; absent: none. */
  readonly parts?: number;
};

/** One further value: it belongs to the first one of the same revision and to no other. */
export interface ConfigPart {
  readonly rev: number;
  readonly body: { readonly schema: 1; readonly types: ConfigTypes };
}

/** Largest body of one value, in bytes of UTF-8 JSON: well below the platform's 240 KiB (platform.md 4.1). */
const MAX_PART_BYTES = 220 * 1024;

/**
 * Puts a configuration into values that storage takes. What fits into one value stays the one value it always was; the rest of the types
 * follow in order. A single type is never cut: the border's lengths keep it below a value's size.
 *
 * @param maxBytes Largest body of one value, in bytes of UTF-8 JSON.
 */
export function splitConfig(
  config: ProjectConfig,
  maxBytes = MAX_PART_BYTES,
): { readonly first: ConfigBody; readonly rest: readonly ConfigTypes[] } {
  if (bytesOf(config) <= maxBytes) return { first: config, rest: [] };
  const chunks: ConfigTypes[number][][] = [[]];
  let used = bytesOf({ ...config, types: [], parts: config.types.length });
  for (const entry of config.types) {
    const bytes = bytesOf(entry) + 1;
    if (used + bytes > maxBytes) {
      chunks.push([]);
      used = EMPTY_PART_BYTES;
    }
    chunks.at(-1)?.push(entry);
    used += bytes;
  }
  const [types = [], ...rest] = chunks;
  return { first: { ...config, types, ...(rest.length === 0 ? {} : { parts: rest.length }) }, rest };
}

/** The configuration that was split into these values, in their order. */
export function joinConfig({ parts: _parts, ...first }: ConfigBody, rest: readonly ConfigTypes[]): ProjectConfig {
  return rest.length === 0 ? first : { ...first, types: [...first.types, ...rest.flat()] };
}

function bytesOf(value: object): number {
  return utf8Bytes(JSON.stringify(value));
}

const EMPTY_PART_BYTES = bytesOf({ schema: 1, types: [] });
