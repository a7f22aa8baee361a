import { existsSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';

const PROJECT = resolve(__dirname, '../..');

interface Row {
  what: string;
  file: string | undefined;
  test: string | undefined;
}

/** Rows of the tables in docs/behaviour.md; the last cell cites a test as `file` "name". */
function listRows(): Row[] {
  const lines = readFileSync(resolve(PROJECT, 'docs/behaviour.md'), 'utf8').split('\n');
  const cells = lines.filter((line) => line.startsWith('| ')).map((line) => line.split(' | '));
  return cells
    .filter(([first = '']) => !/^\| (---|way$|what$)/u.test(first))
    .map((row) => {
      const [, file, test] = /`(tests\/[^`]+)` "(.+)" \|$/u.exec(row.at(-1) ?? '') ?? [];
      return { what: (row[0] ?? '').replace('| ', ''), file, test };
    });
}

describe('the behaviour table', () => {
  it.each(listRows())('cites a test that exists: $what', ({ file = '', test = '' }) => {
    expect(existsSync(resolve(PROJECT, file)) && test !== '').toBe(true);
    expect(readFileSync(resolve(PROJECT, file), 'utf8')).toContain(`it('${test}'`);
  });

  it('has a row for every way a work item or the app can change', () => {
    expect(listRows().length).toBeGreaterThanOrEqual(18);
  });
});
