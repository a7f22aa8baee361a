import type { ReactNode } from 'react';
import { toCsv } from '../export/csv';
import { downloadFile } from '../export/download-file';
import { TextButton } from '../layout/text-button';
import { cellText, toCsvColumns, type TableColumn } from './data-table';
import styles from './number-table.module.css';
import { useSay } from './use-say';

interface NumberTableProps<Row> {
  /** What it is about, for screen readers and the export button. */
  readonly name: string;
  /** Without ending. */
  readonly fileName: string;
  readonly columns: readonly TableColumn<Row>[];
  readonly rows: readonly Row[];
  /** More about a row, under its name. */
  readonly under?: (row: Row) => ReactNode;
}

/** A table of numbers, the first column naming the row, that scrolls sideways where it is too wide and can be had as a file. */
export function NumberTable<Row>({ name, fileName, columns, rows, under }: NumberTableProps<Row>) {
  const { t, locale } = useSay();
  const save = (): void => downloadFile(`${fileName}.csv`, 'text/csv', toCsv(toCsvColumns(columns), rows));
  return (
    <div className={styles.place}>
      <div className={styles.scroller} role="region" aria-label={name} tabIndex={0}>
        <table className={styles.table}>
          <caption className={styles.caption}>{name}</caption>
          <thead>
            <tr>
              {columns.map(({ heading }) => (
                <th key={heading} scope="col">
                  {heading}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {rows.map((row, index) => (
              <tr key={index}>
                {columns.map(({ heading, cell }, column) =>
                  column === 0 ? (
                    <th key={heading} scope="row" abbr={cellText(cell(row), locale)}>
                      {cellText(cell(row), locale)}
                      {under !== undefined && <div>{under(row)}</div>}
                    </th>
                  ) : (
                    <td key={heading}>{cellText(cell(row), locale)}</td>
                  ),
                )}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      <TextButton onClick={save} label={t('project.exportOf', { list: name })}>
        {t('project.export')}
      </TextButton>
    </div>
  );
}
