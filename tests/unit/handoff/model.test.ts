import { NOT_JUDGED } from '../../support/handoff-model';
import { runAgainstModel } from '../../support/model-run';

const SEQUENCES = 300;

/** These sequences reach every command both ways, which is asserted; the bench plays others each time. */
const SEED = 20_261_122;

describe('decider and state table', () => {
  it('I1 I2 I3 I4 I5 I6 I8 I9 I10 S-011: agree on every step of any sequence by anyone, and the invariants hold after each', () => {
    const { allowed, refused, unknown } = runAgainstModel(SEQUENCES, SEED);
    // Accepting at a level is judged by the tests of verification.
    expect([...unknown].filter((type) => type !== 'accept' && !NOT_JUDGED.includes(type))).toEqual([]);
    const commands = [...new Set([...allowed.keys(), ...refused.keys()])];
    expect(commands.filter((type) => !allowed.has(type))).toEqual([]);
    expect(commands.filter((type) => !refused.has(type))).toEqual([]);
    expect(commands).toEqual(expect.arrayContaining(['edit', 'offer', 'take', 'giveBack', 'accept', 'return', 'revise', 'rate', 'close']));
  });
});
