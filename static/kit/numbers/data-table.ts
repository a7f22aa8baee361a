import type { CsvColumn } from '../export/csv';

/** One column of a table of numbers. Null is what is not known. */
export interface TableColumn<Row> {
  readonly heading: string;
  readonly cell: (row: Row) => string | number | null;
}

const DECIMALS = 2;

/** Numbers as they stand in a table and in its file alike. */
function rounded(value: number): number {
  return Math.round(value * 10 ** DECIMALS) / 10 ** DECIMALS;
}

/** The columns of the file: what the table shows and nothing finer, so that both say the same. */
export function toCsvColumns<Row>(columns: readonly TableColumn<Row>[]): readonly CsvColumn<Row>[] {
  return columns.map(({ heading, cell }) => ({
    heading,
    cell: (row) => {
      const value = cell(row);
      return typeof value === 'number' ? rounded(value) : value;
    },
  }));
}

/** A cell as it is shown: at most two decimals, `–` for what is not known. */
export function cellText(value: string | number | null, locale: string): string {
  if (value === null) return '–';
  return typeof value === 'number' ? rounded(value).toLocaleString(locale, { maximumFractionDigits: DECIMALS }) : value;
}
