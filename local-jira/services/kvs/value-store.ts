import type { LocalClock } from '../../clock/local-clock';
import type { EntityIndex, EntityType } from '../../runtime/app-manifest';
import type { SiteDatabase } from '../storage/site-database';
import { badRequest } from './kvs-error';

/** A value at rest; `entity` is '' for the plain key-value store. Instants are epoch ms. */
export interface StoredValue {
  entity: string;
  key: string;
  value: unknown;
  createdAt: number;
  updatedAt: number;
  expiresAt: number | null;
}

/** What a key held before a change, for queries that see the past. */
export interface Change {
  atMs: number;
  entity: string;
  key: string;
  before: StoredValue | null;
}

/** Every entity has this index over its keys. */
export const BY_KEY_INDEX: EntityIndex = { name: 'by-key', partition: [], range: [] };

interface ValueRow {
  entity: string;
  key: string;
  value: string;
  created_at: number;
  updated_at: number;
  expires_at: number | null;
}

/** Values and their index rows; always the present state. Checks nothing: validate.ts does. */
export class ValueStore {
  private readonly listeners: ((change: Change) => void)[] = [];

  constructor(
    readonly database: SiteDatabase,
    private readonly clock: LocalClock,
    readonly entities: EntityType[],
  ) {}

  /** @throws {KvsError} for a name the manifest does not declare. */
  getEntityType(name: unknown): EntityType {
    const entity = this.entities.find((candidate) => candidate.name === name);
    if (entity === undefined) throw badRequest('INVALID_ENTITY_TYPE', `The manifest declares no entity ${String(name)}.`);
    return entity;
  }

  find(entity: string, key: string): StoredValue | null {
    const [row] = this.database.list('SELECT * FROM kvs_value WHERE entity = ? AND key = ?', entity, key) as ValueRow[];
    if (row === undefined || (row.expires_at !== null && row.expires_at <= this.clock.nowMs())) return null;
    return toStoredValue(row);
  }

  set(entity: string, key: string, value: unknown, expiresAt: number | null): StoredValue {
    const nowMs = Math.round(this.clock.nowMs());
    const before = this.find(entity, key);
    const stored = { entity, key, value, createdAt: before?.createdAt ?? nowMs, updatedAt: nowMs, expiresAt };
    this.database.run(
      'INSERT OR REPLACE INTO kvs_value (entity, key, value, created_at, updated_at, expires_at) VALUES (?, ?, ?, ?, ?, ?)',
      entity,
      key,
      JSON.stringify(value),
      stored.createdAt,
      nowMs,
      expiresAt,
    );
    this.writeIndexes(entity, key, value);
    this.announce({ atMs: nowMs, entity, key, before });
    return stored;
  }

  delete(entity: string, key: string): void {
    const before = this.find(entity, key);
    this.database.run('DELETE FROM kvs_value WHERE entity = ? AND key = ?', entity, key);
    this.database.run('DELETE FROM kvs_index WHERE entity = ? AND key = ?', entity, key);
    this.announce({ atMs: this.clock.nowMs(), entity, key, before });
  }

  /** Forgets every value of the app. */
  clear(): void {
    this.database.inTransaction(() => {
      this.database.run('DELETE FROM kvs_value');
      this.database.run('DELETE FROM kvs_index');
    });
  }

  listAll(entity: string): StoredValue[] {
    const nowMs = this.clock.nowMs();
    const sql = 'SELECT * FROM kvs_value WHERE entity = ? AND (expires_at IS NULL OR expires_at > ?) ORDER BY key';
    return (this.database.list(sql, entity, nowMs) as ValueRow[]).map(toStoredValue);
  }

  onChange(listener: (change: Change) => void): void {
    this.listeners.push(listener);
  }

  private writeIndexes(entity: string, key: string, value: unknown): void {
    if (entity === '') return;
    this.database.run('DELETE FROM kvs_index WHERE entity = ? AND key = ?', entity, key);
    for (const index of [BY_KEY_INDEX, ...this.getEntityType(entity).indexes]) {
      const place = placeInIndex(index, key, value as Record<string, unknown>);
      if (place === null) continue;
      this.database.run(
        'INSERT INTO kvs_index (entity, index_name, partition, sort_value, key) VALUES (?, ?, ?, ?, ?)',
        entity,
        index.name,
        place.partition,
        place.sortValue,
        key,
      );
    }
  }

  private announce(change: Change): void {
    for (const listener of this.listeners) listener(change);
  }
}

/**
 * Where a value stands in an index; `null` when it lacks an attribute of it, since such values are left out.
 * `sortValue` is the range attribute, booleans as 0 and 1, or the key for an index without one.
 */
export function placeInIndex(
  index: EntityIndex,
  key: string,
  value: Record<string, unknown>,
): { partition: string; sortValue: string | number } | null {
  const partition = index.partition.map((attribute) => value[attribute]);
  const [rangeAttribute] = index.range;
  const sortValue = rangeAttribute === undefined ? key : value[rangeAttribute];
  if (partition.includes(undefined) || sortValue === undefined) return null;
  return { partition: JSON.stringify(partition), sortValue: toSortValue(sortValue) };
}

export function toSortValue(value: unknown): string | number {
  if (typeof value === 'number') return value;
  return typeof value === 'boolean' ? Number(value) : String(value);
}

function toStoredValue(row: ValueRow): StoredValue {
  return {
    entity: row.entity,
    key: row.key,
    value: JSON.parse(row.value) as unknown,
    createdAt: row.created_at,
    updatedAt: row.updated_at,
    expiresAt: row.expires_at,
  };
}
