import { ForgeWire } from '../../support/forge-wire';

const wire = new ForgeWire();
// The packages bind to the seam when they are loaded, so they come after it.
const { kvsRecordStore } = jest.requireActual<typeof import('../../../src/forge/kvs-record-store')>('../../../src/forge/kvs-record-store');
const { kvsConfigStore } = jest.requireActual<typeof import('../../../src/forge/kvs-config-store')>('../../../src/forge/kvs-config-store');
const { batchGet } = jest.requireActual<typeof import('../../../src/forge/kvs-batch')>('../../../src/forge/kvs-batch');
const { StoreFault } = jest.requireActual<typeof import('../../../src/app/ports/store-fault')>('../../../src/app/ports/store-fault');

const empty = {
  rev: 0,
  writeId: 'write-0',
  record: { issueId: '10', projectId: '1', handoffs: [], ended: [], counts: {} },
  seen: { issueKey: 'SHOP-1', projectId: '1', issueTypeId: null, summary: '', status: null },
  chains: {},
  commandIds: [],
  editChecks: {},
  types: {},
  rounds: [],
  outbox: { mirror: null, notices: {} },
};
const change = {
  issueId: '10',
  stored: { ...empty, rev: 8 },
  expectedRev: 7,
  gateView: { schema: 1 as const, issueId: '10', projectId: '1', issueTypeId: null, status: null, handoffs: [], partial: false },
  formerIssueKey: 'OLD-1',
  events: [{ handoffId: '10-t-1', sealed: { seq: 3, hash: 'h', body: {}, personal: {} } }],
  rows: [],
  rounds: [],
  people: [{ accountId: 'a1', reportAt: '2026-01-01T00:00:00.000Z' }],
};

async function kindOf(work: Promise<unknown>): Promise<string> {
  try {
    await work;
    return 'none';
  } catch (error) {
    if (!(error instanceof StoreFault)) throw error;
    return error.kind;
  }
}

describe('storage errors end in a closed set', () => {
  it.each([
    [{ status: 409, body: { code: 'CONDITIONAL_CHECK_FAILED', message: '' } }, 'conflict'],
    [{ status: 409, body: { code: 'KEY_CONFLICT', message: '' } }, 'conflict'],
    [{ status: 409, body: { code: 'UNHEARD_OF', message: '' } }, 'conflict'],
    [{ status: 429, body: { code: 'TOO_MANY_REQUESTS', message: '' } }, 'throttled'],
    [{ status: 429 }, 'throttled'],
    [{ status: 500, body: { code: 'INTERNAL', message: '' } }, 'unavailable'],
    [{ status: 503, body: 'not the usual shape' }, 'unavailable'],
    [{ status: 504 }, 'timeout'],
    [{ status: 400, body: { code: 'MAX_SIZE', message: '' } }, 'invalid'],
    ['broken', 'unavailable'],
  ] as const)('%j is %s', async (answer, kind) => {
    wire.play(answer);
    expect(await kindOf(kvsRecordStore.commit(change))).toBe(kind);
    expect(wire.requests).toHaveLength(1);
  });

  it('a missing key is null, not a fault', async () => {
    wire.play({ status: 404, body: { code: 'KEY_NOT_FOUND', message: '' } });
    expect(await kvsRecordStore.find('10')).toBeNull();
  });

  it('a read is tried three times, a refusal once', async () => {
    wire.play({ status: 503 });
    expect(await kindOf(kvsRecordStore.find('10'))).toBe('unavailable');
    expect(wire.requests).toHaveLength(3);
    wire.play({ status: 400, body: { code: 'INVALID_KEY', message: '' } });
    expect(await kindOf(kvsRecordStore.find('10'))).toBe('invalid');
    expect(wire.requests).toHaveLength(1);
  });
});

describe('many values', () => {
  const keys = (count: number) =>
    Array.from({ length: count }, (_each, index) => ({ entityName: 'month-summary', key: `m:${String(index)}` }));

  it('are read 25 a call, eight calls at a time: the first eight that are refused keep the ninth from being made', async () => {
    wire.play({ status: 400, body: { code: 'INVALID_KEY', message: '' } });
    expect(await kindOf(batchGet(keys(9 * 25)))).toBe('invalid');
    expect(wire.requests).toHaveLength(8);
    wire.play({ status: 200, body: { successfulKeys: [], failedKeys: [] } });
    expect((await batchGet(keys(9 * 25 + 1))).size).toBe(0);
    expect(wire.requests).toHaveLength(10);
  });
});

describe('what a command writes', () => {
  it('is one transaction whose record is guarded by its revision', async () => {
    wire.play({ status: 204 });
    await kvsRecordStore.commit(change);
    const [request] = wire.requests;
    expect(request).toMatchObject({ descriptor: { type: 'kvs' }, path: '/api/v1/transaction', method: 'POST' });
    expect(request?.body).toMatchObject({
      set: [
        {
          key: 'i:10',
          entityName: 'issue-record',
          conditions: { and: [{ property: 'rev', condition: 'EQUAL_TO', values: [7] }] },
          value: { rev: 8, projectId: '1', body: { schema: 1 } },
        },
        { key: 'k:SHOP-1', entityName: 'gate-view', value: { issueId: '10', projectId: '1' } },
        { key: 'e:10-t-1:000003', entityName: 'event-log' },
        { key: 'u:a1', entityName: 'person', value: { reportOn: 'on' } },
      ],
      delete: [{ key: 'k:OLD-1', entityName: 'gate-view' }],
    });
  });

  it('begins a record once', async () => {
    wire.play({ status: 204 });
    await kvsRecordStore.create('10', empty);
    expect(wire.requests[0]).toMatchObject({
      path: '/api/v1/entity/set',
      body: { key: 'i:10', options: { keyPolicy: 'FAIL_IF_EXISTS' }, value: { rev: 0 } },
    });
  });

  it('reads back what it wrote', async () => {
    wire.play({ status: 204 });
    await kvsRecordStore.create('10', empty);
    const { value } = wire.requests[0]?.body as { value: unknown };
    wire.play({ status: 200, body: { key: 'i:10', value } });
    expect(await kvsRecordStore.find('10')).toEqual(empty);
  });

  it('rebuilds routes only while the configuration they come from still stands', async () => {
    wire.play({ status: 204 });
    const gateRoutes = { schema: 1 as const, projectId: '1', none: true, routes: [] };
    await kvsConfigStore.saveRoutes({ projectId: '1', projectKey: 'SHOP', rev: 4, gateRoutes });
    expect(wire.requests[0]?.body).toMatchObject({
      check: [{ key: 'c:1', entityName: 'project-config', conditions: { and: [{ property: 'rev', condition: 'EQUAL_TO', values: [4] }] } }],
      set: [{ key: 'p:SHOP', entityName: 'gate-routes', value: { projectId: '1', body: gateRoutes } }],
    });
  });
});
