import { EVERY_COMMAND } from '../../support/every-command';
import { runAgainstModel } from '../../support/model-run';

const SEQUENCES = 600;

/** These sequences reach every command both ways, which is asserted; the bench plays others each time. */
const SEED = 20_261_122;

describe('decider and state table', () => {
  it('I1 I2 I3 I4 I5 I6 I8 I9 I10 S-011: agree on every step of any sequence by anyone, and the invariants hold after each', () => {
    const { allowed, refused } = runAgainstModel(SEQUENCES, SEED);
    expect([...allowed.keys()].sort()).toEqual(EVERY_COMMAND);
    expect([...refused.keys()].sort()).toEqual(EVERY_COMMAND);
  });
});
