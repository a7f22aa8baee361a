import { asApp, asUser, assumeTrustedRoute, fetch as fetchOutside, privacy } from '@forge/api';
import { InvocationError, Queue, type AsyncEvent } from '@forge/events';
import kvs, { Filter, FilterConditions, ForgeKvsAPIError, Sort, WhereConditions } from '@forge/kvs';
import Resolver from '@forge/resolver';

/** What the validator does, by its configuration. */
type Behaviour = 'pass' | 'refuse' | 'throw' | 'nonsense' | 'remember';

interface RestCall {
  as: 'app' | 'user';
  method?: string;
  path: string;
  body?: unknown;
}

interface StoredNote {
  rev: number;
  owner: string;
  due: string;
  body?: unknown;
}

const notes = kvs.entity<StoredNote>('note');
let invocationsOfThisProcess = 0;

export async function gate(payload: { configuration?: { behaviour?: Behaviour } }, context: unknown): Promise<unknown> {
  switch (payload.configuration?.behaviour) {
    case 'refuse':
      return { result: false, errorMessage: 'The fixture refuses.' };
    case 'throw':
      throw new Error('The fixture fails.');
    case 'nonsense':
      return 'yes';
    case 'remember':
      await kvs.set('gate-call', { payload, context });
      return { result: true };
    default:
      return { result: true };
  }
}

const resolver = new Resolver();

resolver.define('echo', ({ payload, context }) => {
  invocationsOfThisProcess += 1;
  return { payload: payload as unknown, context: context as unknown, invocationsOfThisProcess, now: new Date().toISOString() };
});

resolver.define('fail', () => {
  throw new Error('The resolver fails.');
});

resolver.define('crash', () => {
  process.exit(1);
});

resolver.define('large', ({ payload }) => 'x'.repeat((payload as { characters: number }).characters));

resolver.define('log', ({ payload }) => {
  for (let line = 0; line < (payload as { lines: number }).lines; line += 1) console.log(`line ${line}`);
});

resolver.define('outside', async () => {
  await fetchOutside('https://example.com/');
});

resolver.define('rest', async ({ payload }) => {
  const { as, method = 'GET', path, body } = payload as RestCall;
  const client = as === 'app' ? asApp() : asUser();
  const init = body === undefined ? { method } : { method, body: JSON.stringify(body), headers: { 'content-type': 'application/json' } };
  const response = await client.requestJira(assumeTrustedRoute(path), init);
  const text = await response.text();
  return { status: response.status, body: text === '' ? null : (JSON.parse(text) as unknown) };
});

resolver.define('kvs.get', ({ payload }) => settle(() => kvs.get((payload as { key: string }).key)));
resolver.define('kvs.set', ({ payload }) => {
  const { key, value, failIfExists } = payload as { key: string; value: unknown; failIfExists?: boolean };
  return settle(() => (failIfExists === true ? kvs.set(key, value, { keyPolicy: 'FAIL_IF_EXISTS' }) : kvs.set(key, value)));
});
resolver.define('kvs.parallel', ({ payload }) => {
  const { keys } = payload as { keys: string[] };
  return Promise.all(keys.map((key) => kvs.get(key)));
});
resolver.define('kvs.batchGet', ({ payload }) =>
  settle(() => kvs.batchGet((payload as { items: { key: string; entityName?: string }[] }).items)),
);
resolver.define('note.set', ({ payload }) => {
  const { key, value } = payload as { key: string; value: StoredNote };
  return settle(() => notes.set(key, value));
});
resolver.define('note.get', ({ payload }) => settle(() => notes.get((payload as { key: string }).key)));
resolver.define('note.save', ({ payload }) => {
  const { key, value, expectedRev, more = [] } = payload as { key: string; value: StoredNote; expectedRev: number; more?: string[] };
  const conditions = new Filter<StoredNote>().and('rev', FilterConditions.equalTo(expectedRev));
  const transaction = kvs.transact().set(key, value, { entityName: 'note', conditions });
  for (const other of more) transaction.set(other, value, { entityName: 'note' });
  return settle(() => transaction.execute());
});
resolver.define('note.query', ({ payload }) => {
  const { owner, from, limit, cursor, descending, onlyRev } = payload as {
    owner: string;
    from?: string;
    limit?: number;
    cursor?: string;
    descending?: boolean;
    onlyRev?: number;
  };
  return settle(() => {
    let query = notes.query().index('by-owner', { partition: [owner] });
    if (from !== undefined) query = query.where(WhereConditions.greaterThanEqualTo(from));
    if (onlyRev !== undefined) query = query.filters(new Filter<StoredNote>().and('rev', FilterConditions.equalTo(onlyRev)));
    if (limit !== undefined) query = query.limit(limit);
    if (cursor !== undefined) query = query.cursor(cursor);
    if (descending === true) query = query.sort(Sort.DESC);
    return query.getMany();
  });
});
resolver.define('push', async ({ payload }) => {
  await new Queue({ key: 'fixture-work' }).push({ body: payload as Record<string, unknown> });
});
resolver.define('report', ({ payload }) =>
  privacy.reportPersonalData((payload as { accounts: { accountId: string; updatedAt: string }[] }).accounts),
);

export const bridge = resolver.getDefinitions();

export const events = (event: Record<string, unknown>): Promise<void> => remember('events', event);

export const othersEvents = (event: Record<string, unknown>): Promise<void> => remember('others-events', event);

export const projectEvents = (event: Record<string, unknown>): Promise<void> => remember('project-events', event);

export const schedule = (event: Record<string, unknown>): Promise<void> => remember('schedule', event);

/** Fails as often as the event's body says, by a throw or by asking for a retry. */
export async function consume(event: AsyncEvent): Promise<unknown> {
  await remember('consumed', { ...event });
  const { failures = 0, asks = false } = event.body as { failures?: number; asks?: boolean };
  if ((event.retryContext?.retryCount ?? 0) >= failures) return undefined;
  if (asks) return new InvocationError({ retryAfter: 60, retryReason: 'FUNCTION_RETRY_REQUEST' as never });
  throw new Error('The consumer fails.');
}

/** Keeps an event under the first free number: two that arrive together are both kept. */
async function remember(key: string, event: Record<string, unknown>): Promise<void> {
  for (let number = 0; ; number += 1) {
    try {
      await kvs.set(`${key}:${number}`, event, { keyPolicy: 'FAIL_IF_EXISTS' });
      return;
    } catch (error) {
      if (!(error instanceof ForgeKvsAPIError && error.code === 'KEY_CONFLICT')) throw error;
    }
  }
}

/** Answers with the platform's error instead of failing, so a test can look at it. */
async function settle(work: () => Promise<unknown>): Promise<unknown> {
  try {
    return { value: await work() };
  } catch (error) {
    if (error instanceof ForgeKvsAPIError) return { code: error.code, status: error.responseDetails.status };
    return { failure: error instanceof Error ? error.message : String(error) };
  }
}
