import type { EntityIndex } from '../../runtime/app-manifest';
import { checkClauses, checkRange, compare, meetsClause, meetsClauses, type Clause, type Clauses } from './conditions';
import { badRequest } from './kvs-error';
import { DEFAULT_PAGE_ROWS, MAX_PAGE_ROWS } from './limits';
import type { QueryLag } from './query-lag';
import { BY_KEY_INDEX, placeInIndex, toSortValue, type StoredValue, type ValueStore } from './value-store';

/** Body of `/api/v1/entity/query`. */
export interface EntityQuery {
  entityName?: unknown;
  indexName?: unknown;
  partition?: unknown[];
  range?: Clause;
  filters?: Clauses;
  sort?: 'ASC' | 'DESC';
  cursor?: string;
  limit?: number;
}

/** Body of `/api/v1/query`. */
export interface KeyQuery {
  limit?: number;
  after?: string;
  where?: Clause[];
}

export interface QueryPage {
  rows: StoredValue[];
  cursor: string | null;
}

interface Position {
  sortValue: string | number;
  key: string;
}

/**
 * Reads one page of an index. Filters look at the page only after it is cut, as the platform documents: a page may be
 * empty and still have a cursor.
 *
 * @throws {KvsError} for unknown indexes, missing partition values and limits out of range.
 */
export function queryEntity(store: ValueStore, lag: QueryLag, query: EntityQuery): QueryPage {
  const entity = store.getEntityType(query.entityName);
  const index = [BY_KEY_INDEX, ...entity.indexes].find(({ name }) => name === query.indexName);
  if (index === undefined) {
    throw badRequest('INVALID_ENTITY_INDEX', `Entity ${entity.name} has no index ${String(query.indexName)}.`);
  }
  if ((query.partition ?? []).length !== index.partition.length) {
    throw badRequest('INVALID_PARTITION', `Index ${index.name} needs values for ${index.partition.join(', ') || 'no attribute'}.`);
  }
  checkRange(query.range);
  checkClauses(query.filters, entity);
  const limit = toLimit(query.limit, 'COMPLEX_QUERY_PAGE_LIMIT_NOT_IN_RANGE');
  const page: PageRequest = { entity: entity.name, index, query, limit };
  const rows = lag.isBehind() ? readPast(store, lag, page) : readIndex(store, page);
  const last = rows.length === limit ? rows.at(-1) : undefined;
  return {
    rows: rows.map(({ stored }) => stored).filter(({ value }) => meetsClauses(query.filters, value as Record<string, unknown>)),
    cursor: last === undefined ? null : toCursor({ sortValue: last.sortValue, key: last.stored.key }),
  };
}

/** Reads one page of plain keys. */
export function queryKeys(store: ValueStore, lag: QueryLag, query: KeyQuery): QueryPage {
  const limit = toLimit(query.limit, 'LIST_QUERY_LIMIT_EXCEEDED');
  const where = query.where ?? [];
  if (where.length > 1) throw badRequest('QUERY_WHERE_INVALID', 'A query contains one "where" clause only.');
  const [clause] = where;
  if (clause !== undefined && (clause.property !== 'key' || clause.condition !== 'BEGINS_WITH')) {
    throw badRequest('QUERY_WHERE_FIELD_INVALID', 'Keys can be asked for by how they begin only.');
  }
  const after = query.after === undefined ? null : fromCursor(query.after);
  const rows = lag
    .view('', store.listAll(''))
    .filter(({ key }) => clause === undefined || meetsClause(clause, key))
    .filter(({ key }) => after === null || compare(key, after.key) > 0)
    .slice(0, limit);
  const last = rows.length === limit ? rows.at(-1) : undefined;
  return { rows, cursor: last === undefined ? null : toCursor({ sortValue: last.key, key: last.key }) };
}

interface PageRequest {
  entity: string;
  index: EntityIndex;
  query: EntityQuery;
  limit: number;
}

interface IndexedValue {
  stored: StoredValue;
  sortValue: string | number;
}

function readIndex(store: ValueStore, { entity, index, query, limit }: PageRequest): IndexedValue[] {
  const { sql, parameters } = toSql(query);
  const direction = query.sort === 'DESC' ? 'DESC' : 'ASC';
  const rows = store.database.list(
    `SELECT key, sort_value FROM kvs_index WHERE entity = ? AND index_name = ? AND partition = ? ${sql}
       ORDER BY sort_value ${direction}, key ${direction} LIMIT ?`,
    entity,
    index.name,
    JSON.stringify(query.partition ?? []),
    ...parameters,
    limit,
  ) as { key: string; sort_value: string | number }[];
  return rows.flatMap(({ key, sort_value: sortValue }) => {
    const stored = store.find(entity, key);
    return stored === null ? [] : [{ stored, sortValue }];
  });
}

/** The conditions of range and cursor in SQL, so a page costs the same however large the index is. */
function toSql(query: EntityQuery): { sql: string; parameters: (string | number)[] } {
  const parts: string[] = [];
  const parameters: (string | number)[] = [];
  const add = (sql: string, ...values: unknown[]): void => {
    parts.push(`AND ${sql}`);
    parameters.push(...values.map(toSortValue));
  };
  const [first, second] = query.range?.values ?? [];
  switch (query.range?.condition) {
    case 'EQUAL_TO':
      add('sort_value = ?', first);
      break;
    case 'GREATER_THAN':
      add('sort_value > ?', first);
      break;
    case 'GREATER_THAN_EQUAL_TO':
      add('sort_value >= ?', first);
      break;
    case 'LESS_THAN':
      add('sort_value < ?', first);
      break;
    case 'LESS_THAN_EQUAL_TO':
      add('sort_value <= ?', first);
      break;
    case 'BETWEEN':
      add('sort_value BETWEEN ? AND ?', first, second);
      break;
    case 'BEGINS_WITH':
      add('instr(sort_value, ?) = 1', String(first));
      break;
    default:
      break;
  }
  if (query.cursor !== undefined) {
    const after = fromCursor(query.cursor);
    add(`(sort_value, key) ${query.sort === 'DESC' ? '<' : '>'} (?, ?)`, after.sortValue, after.key);
  }
  return { sql: parts.join(' '), parameters };
}

/** The same page over the values as they were a lag ago, worked out in memory. */
function readPast(store: ValueStore, lag: QueryLag, { entity, index, query, limit }: PageRequest): IndexedValue[] {
  const sign = query.sort === 'DESC' ? -1 : 1;
  const order = (left: Position, right: Position): number =>
    sign * (compare(left.sortValue, right.sortValue) || compare(left.key, right.key));
  const after = query.cursor === undefined ? null : fromCursor(query.cursor);
  const range = query.range;
  return lag
    .view(entity, store.listAll(entity))
    .flatMap((stored) => {
      const place = placeInIndex(index, stored.key, stored.value as Record<string, unknown>);
      return place === null || place.partition !== JSON.stringify(query.partition ?? []) ? [] : [{ stored, sortValue: place.sortValue }];
    })
    .filter(({ sortValue }) => range === undefined || meetsClause({ ...range, values: range.values.map(toSortValue) }, sortValue))
    .filter(({ stored, sortValue }) => after === null || order({ sortValue, key: stored.key }, after) > 0)
    .sort((left, right) =>
      order({ sortValue: left.sortValue, key: left.stored.key }, { sortValue: right.sortValue, key: right.stored.key }),
    )
    .slice(0, limit);
}

function toLimit(limit: unknown, code: string): number {
  if (limit === undefined) return DEFAULT_PAGE_ROWS;
  if (typeof limit !== 'number' || !Number.isInteger(limit) || limit < 1 || limit > MAX_PAGE_ROWS) {
    throw badRequest(code, `The page limit must be set between 1 and ${MAX_PAGE_ROWS}.`);
  }
  return limit;
}

function toCursor(position: Position): string {
  return Buffer.from(JSON.stringify(position)).toString('base64url');
}

function fromCursor(cursor: string): Position {
  try {
    return JSON.parse(Buffer.from(cursor, 'base64url').toString('utf8')) as Position;
  } catch {
    throw badRequest('INVALID_CURSOR', 'The cursor is not one of this query.');
  }
}
