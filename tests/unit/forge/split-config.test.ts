import fc from 'fast-check';

import type { ProjectConfig } from '../../../src/domain/type/handoff-type';
import { joinConfig, splitConfig } from '../../../src/forge/split-config';
import { aType } from '../gate/type-sample';

const configOf = (names: readonly string[]): ProjectConfig => ({
  schema: 1,
  on: true,
  types: names.map((name, index) => ({
    current: aType({ typeId: `t${String(index)}`, name, items: [], notePrompts: [] }),
    switches: { active: true, gatePaused: false },
  })),
  statusNames: { '1': 'In Development' },
  chain: { seq: 3, hash: 'h' },
});
const bytesOf = (value: unknown): number => Buffer.byteLength(JSON.stringify(value));

describe('a configuration in several values', () => {
  it('is the same configuration when it is put together again, and no value is larger than it may be', () => {
    const names = fc.array(fc.string({ unit: 'grapheme', maxLength: 60 }), { maxLength: 50 });
    fc.assert(
      fc.property(names, fc.integer({ min: 2_000, max: 20_000 }), (given, maxBytes) => {
        const config = configOf(given);
        const { first, rest } = splitConfig(config, maxBytes);
        expect(joinConfig(first, rest)).toEqual(config);
        expect(first.parts ?? 0).toBe(rest.length);
        for (const types of rest) expect(bytesOf({ schema: 1, types })).toBeLessThanOrEqual(maxBytes);
        expect(bytesOf(first)).toBeLessThanOrEqual(maxBytes);
      }),
    );
  });

  it('is stored as it always was while it fits into one value', () => {
    const config = configOf(['Dev → QA']);
    expect(splitConfig(config)).toEqual({ first: config, rest: [] });
  });
});
