import type { LocalClock } from '../../clock/local-clock';
import { readJsonBody, toJsonAnswer, type RemoteAnswer, type RemoteService } from '../../remote/remote-call';
import { KvsError, badRequest } from './kvs-error';
import { MAX_BATCH_KEYS } from './limits';
import { queryEntity, queryKeys, type EntityQuery, type KeyQuery } from './query';
import type { QueryLag } from './query-lag';
import { transact, type TransactionRequest } from './transact';
import { checkEntityValue, checkKey, checkValue, toExpiryMs } from './validate';
import type { StoredValue, ValueStore } from './value-store';

interface ItemRequest {
  entityName?: string;
  key?: unknown;
  value?: unknown;
  options?: { ttl?: unknown; keyPolicy?: unknown; returnValue?: unknown };
}

type Handler = (body: unknown) => RemoteAnswer;

/** The REST API behind @forge/kvs 1.6.5: `POST /api/v1/…`, errors as `{code, message}`. */
export function makeKvsService(store: ValueStore, lag: QueryLag, clock: LocalClock, mayUse: () => boolean): RemoteService {
  const handlers: Record<string, Handler> = {
    '/api/v1/get': (body) => get(store, '', body as ItemRequest),
    '/api/v1/entity/get': (body) => get(store, entityOf(store, body), body as ItemRequest),
    '/api/v1/set': (body) => set(store, clock, '', body as ItemRequest),
    '/api/v1/entity/set': (body) => set(store, clock, entityOf(store, body), body as ItemRequest),
    '/api/v1/delete': (body) => remove(store, '', body as ItemRequest),
    '/api/v1/entity/delete': (body) => remove(store, entityOf(store, body), body as ItemRequest),
    '/api/v1/query': (body) => toPage(queryKeys(store, lag, body as KeyQuery)),
    '/api/v1/entity/query': (body) => toPage(queryEntity(store, lag, body as EntityQuery)),
    '/api/v1/batch/get': (body) => batch(body, (item) => toItem(getStored(store, item))),
    '/api/v1/batch/set': (body) => batch(body, (item) => withoutAnswer(set(store, clock, item.entityName ?? '', item))),
    '/api/v1/batch/delete': (body) => batch(body, (item) => withoutAnswer(remove(store, item.entityName ?? '', item))),
    '/api/v1/transaction': (body) => {
      transact(store, clock, body as TransactionRequest);
      return toJsonAnswer(204);
    },
  };
  return (call) => {
    const handler = handlers[call.path];
    if (handler === undefined || call.method !== 'POST') {
      const message = `The local Jira does not play ${call.method} ${call.path}.`;
      return Promise.resolve(toJsonAnswer(501, { code: 'NOT_IMPLEMENTED', message }));
    }
    if (!mayUse()) return Promise.resolve(toJsonAnswer(403, { code: 'FORBIDDEN', message: 'The manifest lacks the scope storage:app.' }));
    return Promise.resolve(guard(() => handler(readJsonBody(call.body))));
  };
}

function guard(work: () => RemoteAnswer): RemoteAnswer {
  try {
    return work();
  } catch (error) {
    if (error instanceof KvsError) return toJsonAnswer(error.status, { code: error.code, message: error.message });
    throw error;
  }
}

function entityOf(store: ValueStore, body: unknown): string {
  return store.getEntityType((body as ItemRequest | undefined)?.entityName).name;
}

function get(store: ValueStore, entity: string, { key }: ItemRequest): RemoteAnswer {
  checkKey(key);
  const stored = store.find(entity, key);
  if (stored === null) throw new KvsError(404, 'KEY_NOT_FOUND', 'The specified key does not exist.');
  return toJsonAnswer(200, toItem(stored));
}

function set(store: ValueStore, clock: LocalClock, entity: string, { key, value, options }: ItemRequest): RemoteAnswer {
  checkKey(key);
  if (entity === '') checkValue(value);
  else checkEntityValue(store.getEntityType(entity), value);
  const expiresAt = toExpiryMs(options?.ttl, clock.nowMs());
  const { before, after } = store.database.inTransaction(() => {
    const previous = store.find(entity, key);
    if (previous !== null && options?.keyPolicy === 'FAIL_IF_EXISTS') {
      throw new KvsError(409, 'KEY_CONFLICT', 'A key that must be new already exists.');
    }
    return { before: previous, after: store.set(entity, key, value, expiresAt) };
  });
  if (options?.returnValue === 'LATEST') return toJsonAnswer(200, toItem(after));
  if (options?.returnValue === 'PREVIOUS' && before !== null) return toJsonAnswer(200, toItem(before));
  return toJsonAnswer(204);
}

function remove(store: ValueStore, entity: string, { key }: ItemRequest): RemoteAnswer {
  checkKey(key);
  store.database.inTransaction(() => store.delete(entity, key));
  return toJsonAnswer(204);
}

function getStored(store: ValueStore, { entityName = '', key }: ItemRequest): StoredValue {
  checkKey(key);
  const stored = store.find(entityName === '' ? '' : store.getEntityType(entityName).name, key);
  if (stored === null) throw new KvsError(404, 'KEY_NOT_FOUND', 'The specified key does not exist.');
  return stored;
}

/** A batch tells which keys were written, not what a single write would have answered. */
function withoutAnswer(_answer: RemoteAnswer): object {
  return {};
}

/** Batches are best effort: each key succeeds or fails on its own. */
function batch(body: unknown, work: (item: ItemRequest) => object): RemoteAnswer {
  if (!Array.isArray(body) || body.length === 0) throw badRequest('INVALID_BATCH', 'A batch needs at least one key.');
  if (body.length > MAX_BATCH_KEYS) throw badRequest('TOO_MANY_KEYS', `A batch has at most ${MAX_BATCH_KEYS} keys.`);
  const successfulKeys: object[] = [];
  const failedKeys: object[] = [];
  for (const item of body as ItemRequest[]) {
    const name = { key: item.key, ...(item.entityName === undefined ? {} : { entityName: item.entityName }) };
    try {
      successfulKeys.push({ ...name, ...work(item) });
    } catch (error) {
      if (!(error instanceof KvsError)) throw error;
      failedKeys.push({ ...name, error: { code: error.code, message: error.message } });
    }
  }
  return toJsonAnswer(200, { successfulKeys, failedKeys });
}

function toPage({ rows, cursor }: { rows: StoredValue[]; cursor: string | null }): RemoteAnswer {
  return toJsonAnswer(200, { data: rows.map(toItem), ...(cursor === null ? {} : { cursor }) });
}

function toItem({ key, value, createdAt, updatedAt, expiresAt }: StoredValue): object {
  return { key, value, createdAt, updatedAt, ...(expiresAt === null ? {} : { expireTime: new Date(expiresAt).toISOString() }) };
}
