import type { EntityType } from '../../runtime/app-manifest';
import { KvsError, badRequest } from './kvs-error';
import { MAX_QUERY_CONDITIONS } from './limits';

/** One comparison as `FilterConditions` of @forge/kvs sends it. */
export interface Clause {
  property?: string;
  condition: string;
  values: unknown[];
}

/** `{and: […]}` or `{or: […]}`, never both. */
export interface Clauses {
  and?: Clause[];
  or?: Clause[];
}

/** Comparisons a range (`where`) may use; filters and transaction conditions may use all. */
const RANGE_CONDITIONS = new Set([
  'BEGINS_WITH',
  'BETWEEN',
  'EQUAL_TO',
  'GREATER_THAN',
  'GREATER_THAN_EQUAL_TO',
  'LESS_THAN',
  'LESS_THAN_EQUAL_TO',
]);
const FILTER_CONDITIONS = new Set([...RANGE_CONDITIONS, 'CONTAINS', 'NOT_CONTAINS', 'EXISTS', 'NOT_EXISTS', 'NOT_EQUAL_TO']);

/** @throws {KvsError} when the clauses cannot be used on this entity. */
export function checkClauses(clauses: Clauses | undefined, entity: EntityType): void {
  if (clauses === undefined) return;
  if (clauses.and !== undefined && clauses.or !== undefined) {
    throw badRequest('INVALID_FILTER_OPERATORS_COMBINATION', 'Filter operators "and" and "or" cannot be present at the same level.');
  }
  const list = clauses.and ?? clauses.or ?? [];
  if (list.length === 0) throw badRequest('EMPTY_FILTER_OPERATOR', 'Filter operators "and" and "or" cannot be empty.');
  if (list.length > MAX_QUERY_CONDITIONS) {
    throw badRequest('INVALID_FILTER_VALUES', `A query has at most ${MAX_QUERY_CONDITIONS} conditions.`);
  }
  for (const clause of list) checkFilterClause(clause, entity);
}

function checkFilterClause(clause: Clause, entity: EntityType): void {
  const type = entity.attributes[clause.property ?? ''];
  if (type === undefined) {
    throw badRequest('INVALID_ENTITY_ATTRIBUTE', `Entity ${entity.name} has no attribute ${String(clause.property)}.`);
  }
  if (type === 'any') {
    throw new KvsError(422, 'INVALID_FILTER_CONDITION', `Attribute ${clause.property} is of type any and cannot be filtered.`);
  }
  if (!FILTER_CONDITIONS.has(clause.condition)) {
    throw badRequest('INVALID_FILTER_CONDITION', `The condition ${clause.condition} is not supported for filters.`);
  }
  checkValueCount(clause);
}

export function checkRange(clause: Clause | undefined): void {
  if (clause === undefined) return;
  if (!RANGE_CONDITIONS.has(clause.condition)) {
    throw badRequest('INVALID_FILTER_CONDITION', `The condition ${clause.condition} is not supported for a range.`);
  }
  checkValueCount(clause);
}

function checkValueCount({ condition, values }: Clause): void {
  const needed = condition === 'BETWEEN' ? 2 : 1;
  if (!Array.isArray(values) || values.length !== needed) {
    throw badRequest('INSUFFICIENT_FILTER_VALUES', `The condition ${condition} takes ${needed} value(s).`);
  }
}

/** @param value the stored entity, `undefined` when there is none: then only negative conditions hold. */
export function meetsClauses(clauses: Clauses | undefined, value: Record<string, unknown> | undefined): boolean {
  if (clauses === undefined) return true;
  const meets = (clause: Clause): boolean => meetsClause(clause, value?.[clause.property ?? '']);
  return clauses.or === undefined ? (clauses.and ?? []).every(meets) : clauses.or.some(meets);
}

/** @param actual the attribute's value, `undefined` when the entity lacks it. */
export function meetsClause({ condition, values }: Clause, actual: unknown): boolean {
  const [first, second] = values;
  switch (condition) {
    case 'EXISTS':
      return actual !== undefined;
    case 'NOT_EXISTS':
      return actual === undefined;
    case 'NOT_EQUAL_TO':
      return actual !== first;
    case 'NOT_CONTAINS':
      return !(typeof actual === 'string' && actual.includes(String(first)));
    case 'CONTAINS':
      return typeof actual === 'string' && actual.includes(String(first));
    case 'BEGINS_WITH':
      return (typeof actual === 'string' || typeof actual === 'number') && String(actual).startsWith(String(first));
    case 'EQUAL_TO':
      return actual === first;
    case 'BETWEEN':
      return compare(actual, first) >= 0 && compare(actual, second) <= 0;
    case 'GREATER_THAN':
      return compare(actual, first) > 0;
    case 'GREATER_THAN_EQUAL_TO':
      return compare(actual, first) >= 0;
    case 'LESS_THAN':
      return compare(actual, first) < 0;
    case 'LESS_THAN_EQUAL_TO':
      return compare(actual, first) <= 0;
    default:
      return false;
  }
}

/** Order of two attribute values as the store keeps it; `NaN` for values of different kinds, so nothing holds. */
export function compare(left: unknown, right: unknown): number {
  if (typeof left === 'number' && typeof right === 'number') return left - right;
  if (typeof left === 'boolean' && typeof right === 'boolean') return Number(left) - Number(right);
  if (typeof left === 'string' && typeof right === 'string') return Buffer.compare(Buffer.from(left), Buffer.from(right));
  return Number.NaN;
}
