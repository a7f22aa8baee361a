import type { LocalClock } from '../../clock/local-clock';
import { checkClauses, meetsClauses, type Clauses } from './conditions';
import { KvsError, badRequest } from './kvs-error';
import { MAX_TRANSACTION_BYTES, MAX_TRANSACTION_OPERATIONS } from './limits';
import { checkEntityValue, checkKey, checkValue, toExpiryMs } from './validate';
import type { ValueStore } from './value-store';

interface Operation {
  key: string;
  entityName?: string;
  conditions?: Clauses;
  value?: unknown;
  options?: { ttl?: unknown; keyPolicy?: unknown };
}

/** Body of `/api/v1/transaction`. */
export interface TransactionRequest {
  set?: Operation[];
  delete?: Operation[];
  check?: Operation[];
}

/**
 * All operations or none. Everything is checked before the first write, and the writes are one database transaction.
 *
 * @throws {KvsError} with nothing changed: 400 for a malformed request, 409 when a condition does not hold
 *   (`CONDITIONAL_CHECK_FAILED`) or a key that must be new exists (`KEY_CONFLICT`).
 */
export function transact(store: ValueStore, clock: LocalClock, request: TransactionRequest): void {
  const sets = request.set ?? [];
  const deletes = request.delete ?? [];
  const checks = request.check ?? [];
  checkSize(request, [...sets, ...deletes, ...checks]);
  for (const operation of [...sets, ...deletes, ...checks]) checkOperation(store, operation);
  for (const operation of sets) checkSet(store, operation);
  for (const { entityName, conditions } of checks) {
    if (entityName === undefined || conditions === undefined) {
      throw badRequest('INVALID_TRANSACTION', 'A check needs an entity and conditions.');
    }
  }
  store.database.inTransaction(() => {
    for (const operation of [...sets, ...deletes, ...checks]) requireConditions(store, operation);
    for (const { key, entityName, value, options } of sets) {
      store.set(entityName ?? '', key, value, toExpiryMs(options?.ttl, clock.nowMs()));
    }
    for (const { key, entityName } of deletes) store.delete(entityName ?? '', key);
  });
}

function checkSize(request: TransactionRequest, operations: Operation[]): void {
  if (operations.length === 0) throw badRequest('INVALID_TRANSACTION', 'A transaction needs at least one operation.');
  if (operations.length > MAX_TRANSACTION_OPERATIONS) {
    throw badRequest('TOO_MANY_OPERATIONS', `A transaction has at most ${MAX_TRANSACTION_OPERATIONS} operations.`);
  }
  const bytes = Buffer.byteLength(JSON.stringify(request));
  if (bytes > MAX_TRANSACTION_BYTES) {
    throw badRequest('MAX_SIZE', `The transaction has ${bytes} bytes, the maximum is ${MAX_TRANSACTION_BYTES}.`);
  }
  if (new Set(operations.map(({ key }) => key)).size < operations.length) {
    throw badRequest('DUPLICATE_KEY', 'Each key can be used once in a transaction.');
  }
}

function checkOperation(store: ValueStore, { key, entityName, conditions }: Operation): void {
  checkKey(key);
  if (entityName !== undefined) checkClauses(conditions, store.getEntityType(entityName));
  else if (conditions !== undefined) throw badRequest('INVALID_TRANSACTION', 'Only entities can have conditions.');
}

function checkSet(store: ValueStore, { entityName, value }: Operation): void {
  if (entityName === undefined) checkValue(value);
  else checkEntityValue(store.getEntityType(entityName), value);
}

function requireConditions(store: ValueStore, { key, entityName = '', conditions, options }: Operation): void {
  const stored = store.find(entityName, key);
  if (options?.keyPolicy === 'FAIL_IF_EXISTS' && stored !== null) {
    throw new KvsError(409, 'KEY_CONFLICT', 'A key that must be new already exists.');
  }
  if (!meetsClauses(conditions, (stored?.value ?? undefined) as Record<string, unknown> | undefined)) {
    throw new KvsError(409, 'CONDITIONAL_CHECK_FAILED', 'A condition of the transaction does not hold.');
  }
}
