import { WRITES } from '../support/bridge-functions';
import { seeded } from '../support/fault-durability';
import { FAULT_KINDS, FaultMatrix, nameOf, type CaseOutcome, type FaultCase } from '../support/fault-matrix';
import { FAULT_COMMANDS } from '../support/fault-commands';

/** Cells per run; another seed takes others. The whole matrix is `tests/bench/fault-matrix.ts`. */
const SAMPLE_SIZE = 50;
const SEED = 20_260_301;

/** A late cell waits out the app's own patience, so few of them are in the sample. */
const MOST_LATE = 3;

let matrix: FaultMatrix;
let outcomes: readonly CaseOutcome[];

beforeAll(async () => {
  matrix = await FaultMatrix.start(3);
  outcomes = await matrix.runAll(takeSample(matrix.listCases()));
}, 300_000);
afterAll(() => matrix.close());

/** One cell of every command, then any, late ones first so that their waiting goes on beside the others. */
function takeSample(all: readonly FaultCase[]): readonly FaultCase[] {
  const random = seeded(SEED);
  const shuffled = all
    .map((each) => ({ each, at: random() }))
    .sort((left, right) => left.at - right.at)
    .map(({ each }) => each);
  const late = shuffled.filter(({ kind }) => kind === 'late').slice(0, MOST_LATE);
  const quick = shuffled.filter(({ kind }) => kind !== 'late');
  const ofEach = FAULT_COMMANDS.flatMap((command) => quick.filter((each) => each.command === command).slice(0, 1));
  return [...new Set([...late, ...ofEach, ...quick])].slice(0, Math.max(SAMPLE_SIZE, late.length + ofEach.length));
}

describe('one fault at one remote call', () => {
  it.each(FAULT_COMMANDS.map(({ name }) => name))(
    '%s stands at the old state or the new one, has one effect when repeated, and everything heals',
    (name) => {
      const own = outcomes.filter((outcome) => outcome.case.command.name === name);
      expect(own.length).toBeGreaterThan(0);
      expect(own.flatMap(({ case: one, broken }) => broken.map((what) => `${nameOf(one)}: ${what}`))).toEqual([]);
    },
  );

  it('every kind of fault is in the sample, and nearly every cell met its fault: a call that only a lost race repeats may not come', () => {
    expect(new Set(outcomes.map((outcome) => outcome.case.kind)).size).toBe(FAULT_KINDS.length);
    expect(outcomes.filter(({ missed }) => missed).length).toBeLessThanOrEqual(SAMPLE_SIZE / 10);
  });

  it('every function of the bridge that writes is in the matrix, and none that only asks', () => {
    expect([...new Set(FAULT_COMMANDS.flatMap(({ presses }) => presses ?? []))].sort()).toEqual([...WRITES].sort());
  });

  it('every function that calls out is in the matrix', () => {
    expect(new Set(matrix.listCases().map(({ place }) => place.functionKey))).toEqual(
      new Set(['handoff-bridge', 'playbook-bridge', 'project-bridge', 'settings-bridge', 'gate', 'events', 'run-work', 'run-upkeep']),
    );
  });
});
