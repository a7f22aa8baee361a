import { killDuringWrites, seeded } from '../support/fault-durability';

describe('kill -9 during writes', () => {
  it('loses no acknowledged write, and the file stays whole (the full series: tests/bench/durability.ts)', async () => {
    const { broken, acknowledged } = await killDuringWrites(3, seeded(3));
    expect(broken).toEqual([]);
    expect(acknowledged).toBeGreaterThan(0);
  });
});
