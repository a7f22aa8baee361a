import { NOT_JUDGED } from '../support/not-judged';
import { runAgainstModel } from '../support/model-run';
import { atLeast, exactly, type BenchRow } from './bench-row';

/** Random sequences of commands against the state table; a disagreement throws with the shortest sequence that shows it. */
export function measureModel(sequences: number): BenchRow[] {
  const startedAt = performance.now();
  const { steps, unknown } = runAgainstModel(sequences);
  const strange = [...unknown].filter((type) => !NOT_JUDGED.includes(type));
  const seconds = ((performance.now() - startedAt) / 1_000).toFixed(0);
  return [
    atLeast(`state table: sequences that agree (${seconds} s)`, sequences, sequences),
    atLeast('state table: steps that agree', steps, sequences * 20),
    exactly(
      `state table: commands it does not know, beside ${NOT_JUDGED.join(', ')}`,
      strange.length === 0 ? 'none' : strange.join(', '),
      'none',
    ),
  ];
}
