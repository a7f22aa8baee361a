import { EVERY_COMMAND } from '../support/every-command';
import { runAgainstModel } from '../support/model-run';
import { atLeast, type BenchRow } from './bench-row';

/** Random sequences of commands against the state table; a disagreement throws with the shortest sequence that shows it. */
export function measureModel(sequences: number): BenchRow[] {
  const startedAt = performance.now();
  const { steps, allowed, refused } = runAgainstModel(sequences);
  const bothWays = EVERY_COMMAND.filter((type) => allowed.has(type) && refused.has(type)).length;
  const seconds = ((performance.now() - startedAt) / 1_000).toFixed(0);
  return [
    atLeast(`state table: sequences that agree (${seconds} s)`, sequences, sequences),
    atLeast('state table: steps that agree', steps, sequences * 20),
    atLeast('state table: commands both allowed and refused', bothWays, EVERY_COMMAND.length),
  ];
}
