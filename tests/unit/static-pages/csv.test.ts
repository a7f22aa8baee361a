import { toCsv, type CsvColumn } from '../../../static/kit/export/csv';

interface Row {
  readonly title: string;
  readonly count: number | null;
}

const columns: readonly CsvColumn<Row>[] = [
  { heading: 'Title', cell: (row) => row.title },
  { heading: 'Open, now', cell: (row) => row.count },
];

const cellOf = (title: string): string =>
  toCsv(columns, [{ title, count: 1 }])
    .split('\r\n')[1]!
    .replace(/,1$/u, '');

describe('an exported list', () => {
  it('is UTF-8 for spreadsheets, one line per row, with headings quoted where needed', () => {
    expect(
      toCsv(columns, [
        { title: 'Größe', count: 2 },
        { title: 'b', count: null },
      ]),
    ).toBe('\uFEFFTitle,"Open, now"\r\nGröße,2\r\nb,\r\n');
  });

  it('doubles quotes and keeps commas and line breaks inside one cell', () => {
    expect(toCsv(columns, [{ title: 'He said "no",\nthen yes', count: 1 }])).toContain('"He said ""no"",\nthen yes",1\r\n');
  });

  it.each(['=HYPERLINK("http://x")', '+1', '-2', '@SUM(A1)', '\tx', '\rx'])('never lets a spreadsheet run %j as a formula', (title) => {
    expect(cellOf(title).replace(/^"/u, '').startsWith("'")).toBe(true);
  });

  it('leaves numbers and harmless text as they are', () => {
    expect(cellOf('a=b')).toBe('a=b');
    expect(toCsv(columns, [{ title: 'x', count: -3 }])).toContain('x,-3');
  });
});
