import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

import { checkLifecycle } from './lifecycle-lines';

/** Requirement ids run from S-001 to S-164 without a gap. */
const REQUIREMENT_COUNT = 164;

/** Other ids a test name may carry, with the highest number each family has. */
const FAMILIES: Readonly<Record<string, number>> = { T: 24, I: 10, E: 40, O: 42, M: 22 };

const DISPOSITIONS = ['built', 'merged', 'documented', 'postponed', 'left out'] as const;

/** One line of docs/requirements.md. */
interface Requirement {
  readonly id: string;
  readonly summary: string;
  readonly disposition: string;
  readonly reason: string;
}

/** Reads the table rows `| S-001 | what | disposition | test, target or reason |`. */
function parseRequirements(markdown: string): Requirement[] {
  return [...markdown.matchAll(/^\|\s*(S-\d{3})\s*\|([^|]*)\|([^|]*)\|([^|]*)\|\s*$/gmu)].map(
    ([, id = '', summary = '', disposition = '', reason = '']) => ({
      id,
      summary: summary.trim(),
      disposition: disposition.trim(),
      reason: reason.trim(),
    }),
  );
}

/** Every test name under a folder. */
function listTestNames(folder: string): string[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((file) => /\.test\.tsx?$/u.test(file))
    .flatMap((file) => namesIn(join(folder, file)));
}

/** Names of the tests of one file, by reading its source: names are plain string literals by convention. */
function namesIn(file: string): string[] {
  return [
    ...readFileSync(file, 'utf8').matchAll(/\b(?:it|test|describe)(?:\.each\([\s\S]*?\))?\(\s*(['"`])((?:\\.|(?!\1)[\s\S])*)\1/gu),
  ].map((match) => match[2] ?? '');
}

/** Pages a disposition points at, as `docs/page.md, *Heading*`, that are not there. */
function findMissingPages({ id, reason }: Requirement): string[] {
  return [...reason.matchAll(/(docs\/[\w/-]+\.md)(?:, \*([^*]+)\*)?/gu)].flatMap(([, page = '', heading]) => {
    if (!existsSync(page)) return [`${id}: there is no ${page}`];
    const isThere = heading === undefined || readFileSync(page, 'utf8').split('\n').includes(`## ${heading}`);
    return isThere ? [] : [`${id}: ${page} has no part "${heading}"`];
  });
}

/** What is wrong between the requirements and the tests; empty when each requirement stands and each claim has its test. */
function findProblems(requirements: readonly Requirement[], testNames: readonly string[]): string[] {
  const problems: string[] = [];
  const names = testNames.join('\n');
  const ids = requirements.map(({ id }) => id);
  for (let number = 1; number <= REQUIREMENT_COUNT; number += 1) {
    const id = `S-${String(number).padStart(3, '0')}`;
    const lines = ids.filter((each) => each === id).length;
    if (lines !== 1) problems.push(`${id}: ${String(lines)} lines in docs/requirements.md, wanted 1`);
  }
  for (const { id, summary, disposition, reason } of requirements) {
    if (!(DISPOSITIONS as readonly string[]).includes(disposition)) problems.push(`${id}: unknown disposition "${disposition}"`);
    if (summary === '' || reason === '') problems.push(`${id}: summary and reason must not be empty`);
    problems.push(...findMissingPages({ id, summary, disposition, reason }));
    const isTested = names.includes(id);
    if (disposition === 'built' && !isTested) problems.push(`${id}: built, but no test name carries it`);
    if (disposition === 'postponed' && isTested) problems.push(`${id}: postponed, but a test name carries it`);
  }
  for (const [, family = '', number = ''] of names.matchAll(/\b([TIEOM])-?(\d{1,2})\b/gu)) {
    if (Number(number) < 1 || Number(number) > (FAMILIES[family] ?? 0))
      problems.push(`a test name carries ${family}${number}, which does not exist`);
  }
  return problems;
}

const requirements = parseRequirements(readFileSync('docs/requirements.md', 'utf8'));
const testNames = listTestNames('tests');
const lifecycle = checkLifecycle(readFileSync('docs/lifecycle.md', 'utf8'), namesIn);
const problems = [...findProblems(requirements, testNames), ...lifecycle.problems];
for (const problem of problems) console.error(problem);
const counts = DISPOSITIONS.map((each) => `${String(requirements.filter(({ disposition }) => disposition === each).length)} ${each}`).join(
  ', ',
);
console.log(
  `${String(requirements.length)} requirements (${counts}), ${String(testNames.length)} test names, ${String(problems.length)} problems`,
);
console.log(`${String(lifecycle.lines)} lines of the life of a handoff, ${String(lifecycle.missing.length)} not yet`);
if (lifecycle.missing.length > 0) console.warn(`Not yet: ${lifecycle.missing.join(', ')}`);
if (problems.length > 0) process.exit(1);
