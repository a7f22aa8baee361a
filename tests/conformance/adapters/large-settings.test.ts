import type { ProjectConfig } from '../../../src/domain/type/handoff-type';
import { ForgeWire } from '../../support/forge-wire';

const wire = new ForgeWire();
// The packages bind to the seam when they are loaded, so they come after it.
const { kvsConfigReader } = jest.requireActual<typeof import('../../../src/forge/kvs-config-reader')>(
  '../../../src/forge/kvs-config-reader',
);
const { kvsConfigStore } = jest.requireActual<typeof import('../../../src/forge/kvs-config-store')>('../../../src/forge/kvs-config-store');

const config: ProjectConfig = { schema: 1, on: true, types: [], chain: { seq: 1, hash: 'h' } };
const firstOf = (rev: number, parts: number) => ({ status: 200, body: { key: 'c:1', value: { rev, body: { ...config, parts } } } });
const partsOf = (...revs: readonly number[]) => ({
  status: 200,
  body: {
    successfulKeys: revs.map((rev, index) => ({ key: `cp:1:${String(index + 1)}`, value: { rev, body: { schema: 1, types: [] } } })),
    failedKeys: [],
  },
});

describe('settings in several values', () => {
  it('are read again where somebody saved between two reads, and values of two revisions are never put together', async () => {
    wire.play(firstOf(4, 2), partsOf(4, 5), firstOf(5, 2), partsOf(5, 5));
    expect(await kvsConfigReader.find('1')).toEqual({ rev: 5, config, parts: 2 });
    expect(wire.requests).toHaveLength(4);
    wire.play(firstOf(4, 1), partsOf(3), firstOf(4, 1), partsOf(3), firstOf(4, 1), partsOf(3), firstOf(4, 1));
    await expect(kvsConfigReader.find('1')).rejects.toMatchObject({ kind: 'unavailable' });
  });

  it('leave nothing behind when they fit into one value again, and people without room are written first', async () => {
    wire.play({ status: 204 });
    const people = Array.from({ length: 30 }, (_, index) => ({ accountId: `a${String(index)}`, reportAt: '2026-01-01T00:00:00.000Z' }));
    const gateRoutes = { schema: 1 as const, projectId: '1', none: true, routes: [] };
    const change = { projectId: '1', projectKey: 'SHOP', previous: { rev: 4, parts: 2 }, config, gateRoutes, published: null, events: [] };
    expect(await kvsConfigStore.commit({ ...change, people })).toEqual({ rev: 5, config });
    const bodies = wire.requests.map(({ body }) => body as { set: { key: string }[]; delete?: { key: string }[] });
    expect(bodies.map(({ set }) => set.length)).toEqual([25, 5, 2]);
    expect(bodies.at(-1)).toMatchObject({
      set: [{ key: 'c:1', value: { rev: 5, body: config } }, { key: 'p:SHOP' }],
      delete: [{ key: 'cp:1:1' }, { key: 'cp:1:2' }],
    });
  });
});
