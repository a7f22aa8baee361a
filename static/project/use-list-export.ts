import type { ProjectHome } from '../../src/contract/project-home';
import type { OpenRow } from '../../src/contract/waiting';
import { personName } from '../kit/people/person-name';
import { useText } from '../kit/text/use-text';
import { toCsv, type CsvColumn } from '../kit/export/csv';
import { downloadFile } from '../kit/export/download-file';

/** Which of the lists. */
export type ListKind = 'waiting' | 'open' | 'rate' | 'sent';

/** Gives a function that hands the rows of a list to the browser as a CSV file named after project and list. */
export function useListExport(kind: ListKind, home: ProjectHome): (rows: readonly OpenRow[]) => void {
  const t = useText();
  const nameOf = (accountId: string | null): string =>
    accountId === null ? '' : personName(home.people, accountId, t('common.formerUser'));
  const columns: readonly CsvColumn<OpenRow>[] = [
    { heading: t('project.csv.key'), cell: (row) => row.issueKey },
    { heading: t('project.csv.summary'), cell: (row) => row.summary },
    { heading: t('project.csv.type'), cell: (row) => row.typeName },
    { heading: t('project.csv.state'), cell: (row) => t(`project.state.${row.state}`) },
    { heading: t('project.csv.from'), cell: (row) => nameOf(row.senderId) },
    { heading: t('project.csv.to'), cell: (row) => row.team ?? nameOf(row.receiverId) },
    { heading: t('project.csv.since'), cell: (row) => row.since },
    { heading: t('project.csv.due'), cell: (row) => row.dueAt },
    { heading: t('project.csv.recommendation'), cell: (row) => row.recommendation },
    { heading: t('project.csv.questions'), cell: (row) => row.openQuestions },
    ...(kind === 'rate' ? [{ heading: t('project.csv.rating'), cell: (row: OpenRow) => row.rating?.value ?? null }] : []),
  ];
  return (rows) => downloadFile(`${home.project.key}-handoffs-${kind}.csv`, 'text/csv', toCsv(columns, rows));
}
