import type { EntityIndex, EntityType } from '../../runtime/app-manifest';
import { badRequest } from './kvs-error';
import {
  KEY_PATTERN,
  MAX_INTEGER,
  MAX_KEY_CHARACTERS,
  MAX_PARTITION_BYTES,
  MAX_RANGE_BYTES,
  MAX_TTL_MS,
  MAX_VALUE_BYTES,
  MAX_VALUE_DEPTH,
  MIN_INTEGER,
} from './limits';

/** @throws {KvsError} unless it is a key the store takes. */
export function checkKey(key: unknown): asserts key is string {
  if (typeof key !== 'string' || key === '') throw badRequest('EMPTY_KEY', 'Key cannot be empty.');
  if (key.length > MAX_KEY_CHARACTERS) {
    throw badRequest('KEY_TOO_LONG', `The key has more than ${MAX_KEY_CHARACTERS} characters.`);
  }
  if (!KEY_PATTERN.test(key)) throw badRequest('INVALID_KEY', `The key does not match ${KEY_PATTERN}.`);
}

/** @throws {KvsError} for `null`, too large and too deep values. */
export function checkValue(value: unknown): void {
  if (value === undefined || value === null) throw badRequest('INVALID_VALUE', 'A value must be JSON other than null.');
  const bytes = Buffer.byteLength(JSON.stringify(value));
  if (bytes > MAX_VALUE_BYTES) {
    throw badRequest('MAX_SIZE', `The value has ${bytes} bytes, the maximum is ${MAX_VALUE_BYTES}.`);
  }
  if (depthOf(value) > MAX_VALUE_DEPTH) {
    throw badRequest('MAX_DEPTH', `The value nests deeper than ${MAX_VALUE_DEPTH}.`);
  }
}

/** @throws {KvsError} unless it is an object of the entity's attributes with values its indexes can take. */
export function checkEntityValue(entity: EntityType, value: unknown): asserts value is Record<string, unknown> {
  checkValue(value);
  if (typeof value !== 'object' || value === null || Array.isArray(value)) {
    throw badRequest('INVALID_ENTITY_VALUE', `A value of entity ${entity.name} must be an object.`);
  }
  for (const [attribute, content] of Object.entries(value)) {
    const type = entity.attributes[attribute];
    if (type === undefined) {
      throw badRequest('INVALID_ENTITY_VALUE', `Entity ${entity.name} has no attribute ${attribute} in the manifest.`);
    }
    if (!isOfType(type, content)) {
      throw badRequest('INVALID_ENTITY_VALUE', `Attribute ${attribute} of entity ${entity.name} must be of type ${type}.`);
    }
  }
  for (const index of entity.indexes) checkIndexValues(entity, index, value as Record<string, unknown>);
}

function checkIndexValues(entity: EntityType, index: EntityIndex, value: Record<string, unknown>): void {
  for (const attribute of [...index.partition, ...index.range]) {
    if (value[attribute] === '') {
      throw badRequest('INVALID_ENTITY_VALUE', `Attribute ${attribute} is in index ${index.name} and cannot be empty.`);
    }
  }
  const bytesOf = (attributes: string[]): number =>
    attributes.reduce((sum, attribute) => sum + Buffer.byteLength(JSON.stringify(value[attribute] ?? '')), 0);
  if (bytesOf(index.range) > MAX_RANGE_BYTES || bytesOf(index.partition) > MAX_PARTITION_BYTES) {
    throw badRequest('MAX_SIZE', `Values of index ${index.name} of ${entity.name} are too large for an index.`);
  }
}

function isOfType(type: EntityType['attributes'][string], content: unknown): boolean {
  switch (type) {
    case 'string':
      return typeof content === 'string';
    case 'boolean':
      return typeof content === 'boolean';
    case 'float':
      return typeof content === 'number' && Number.isFinite(content);
    case 'integer':
      return Number.isInteger(content) && Number(content) >= MIN_INTEGER && Number(content) <= MAX_INTEGER;
    case 'any':
      return content !== undefined;
  }
}

const UNIT_MS = { SECONDS: 1000, MINUTES: 60_000, HOURS: 3_600_000, DAYS: 86_400_000 };

/**
 * When a value set now ends.
 *
 * @returns epoch ms, or `null` without a time to live.
 * @throws {KvsError} for a malformed time to live or one over a year.
 */
export function toExpiryMs(ttl: unknown, nowMs: number): number | null {
  if (ttl === undefined) return null;
  const { value, unit } = (typeof ttl === 'object' && ttl !== null ? ttl : {}) as { value?: unknown; unit?: unknown };
  const unitMs = typeof unit === 'string' && unit in UNIT_MS ? UNIT_MS[unit as keyof typeof UNIT_MS] : 0;
  const lastsMs = Number(value) * unitMs;
  if (!(lastsMs > 0 && lastsMs <= MAX_TTL_MS)) throw badRequest('INVALID_TTL', 'A time to live is above 0 and at most one year.');
  return nowMs + lastsMs;
}

function depthOf(value: unknown): number {
  if (typeof value !== 'object' || value === null) return 0;
  return 1 + Math.max(0, ...Object.values(value).map(depthOf));
}
