/** One column of an export: its heading and how a row fills it. */
export interface CsvColumn<Row> {
  readonly heading: string;
  readonly cell: (row: Row) => string | number | null;
}

const BYTE_ORDER_MARK = '\uFEFF';

/** Spreadsheets run a cell that starts with one of these as a formula. */
const FORMULA_START = /^[=+\-@\t\r\n]/u;

/**
 * A table as CSV (RFC 4180: CRLF lines, quotes doubled), readable by spreadsheets as UTF-8.
 *
 * Text that a spreadsheet would run as a formula gets a leading apostrophe, because work item titles and recommendations are
 * other people's text. Numbers stay numbers; null becomes an empty cell.
 */
export function toCsv<Row>(columns: readonly CsvColumn<Row>[], rows: readonly Row[]): string {
  const lines = [columns.map((column) => toCell(column.heading)), ...rows.map((row) => columns.map((column) => toCell(column.cell(row))))];
  return `${BYTE_ORDER_MARK}${lines.map((cells) => `${cells.join(',')}\r\n`).join('')}`;
}

function toCell(value: string | number | null): string {
  if (value === null) return '';
  if (typeof value === 'number') return String(value);
  const text = FORMULA_START.test(value) ? `'${value}` : value;
  return /[",\r\n]/u.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
