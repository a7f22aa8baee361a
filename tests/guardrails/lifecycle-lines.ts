import { existsSync } from 'node:fs';

/** Ids of the life of a handoff: transitions, invariants, edge cases, and the oracles of time zones and working hours. */
const EXPECTED_IDS: readonly string[] = [
  ...numbered('T', 24),
  ...numbered('I', 10),
  ...numbered('E', 40),
  ...[25, 26, 31, 32, 33, 34].map((number) => `O-${String(number)}`),
];

const DISPOSITIONS = ['tested', 'void', 'impossible', 'left out', 'not yet'] as const;

/** One line of docs/lifecycle.md. */
interface LifecycleLine {
  readonly id: string;
  readonly summary: string;
  readonly disposition: string;
  /** Files whose tests carry the id, or the reason. */
  readonly where: string;
}

/** What is wrong, and what is not there yet. */
export interface LifecycleVerdict {
  readonly lines: number;
  readonly problems: readonly string[];
  readonly missing: readonly string[];
}

/**
 * Holds the table `| T1 | what | tested | files |` against the tests: each id has one line, and what a line calls tested is tested in the
 * files it names, by a test or a group of tests that carries the id.
 *
 * @param namesIn Names of the tests of one file.
 */
export function checkLifecycle(markdown: string, namesIn: (file: string) => readonly string[]): LifecycleVerdict {
  const lines = parseLines(markdown);
  const problems: string[] = [];
  for (const id of EXPECTED_IDS) {
    const count = lines.filter((line) => line.id === id).length;
    if (count !== 1) problems.push(`${id}: ${String(count)} lines in docs/lifecycle.md, wanted 1`);
  }
  for (const { id, summary, disposition, where } of lines) {
    if (!EXPECTED_IDS.includes(id)) problems.push(`${id}: docs/lifecycle.md names an id that does not exist`);
    if (!(DISPOSITIONS as readonly string[]).includes(disposition)) problems.push(`${id}: unknown disposition "${disposition}"`);
    if (summary === '' || where === '') problems.push(`${id}: what it is and where must not be empty`);
    if (disposition !== 'tested') continue;
    const files = [...where.matchAll(/`([^`]+)`/gu)].map(([, file = '']) => file);
    if (files.length === 0) problems.push(`${id}: tested, but no file is named`);
    for (const file of files) {
      if (!existsSync(file)) problems.push(`${id}: ${file} does not exist`);
      else if (!namesIn(file).some((name) => carries(name, id))) problems.push(`${id}: no test name in ${file} carries it`);
    }
  }
  return { lines: lines.length, problems, missing: lines.filter(({ disposition }) => disposition === 'not yet').map(({ id }) => id) };
}

function parseLines(markdown: string): LifecycleLine[] {
  return [...markdown.matchAll(/^\|\s*([TIEO]-?\d{1,2})\s*\|([^|]*)\|([^|]*)\|([^|]*)\|\s*$/gmu)].map(
    ([, id = '', summary = '', disposition = '', where = '']) => ({
      id,
      summary: summary.trim(),
      disposition: disposition.trim(),
      where: where.trim(),
    }),
  );
}

/** Whether a test name carries exactly this id: `T1` does not stand in `T12`. */
function carries(name: string, id: string): boolean {
  return new RegExp(`(?<![\\w-])${id}(?!\\w)`, 'u').test(name);
}

function numbered(family: string, count: number): string[] {
  return Array.from({ length: count }, (_, index) => `${family}${String(index + 1)}`);
}
