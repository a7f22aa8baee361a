import type { AuditView } from '../../../src/contract/audit';
import type { FinishedRun } from '../../../src/domain/ten-questions/audit-content';
import { EFFORT_OF, QUESTION_IDS, type QuestionId } from '../../../src/domain/ten-questions/question';
import { toCsv, type CsvColumn } from '../../kit/export/csv';
import { downloadFile } from '../../kit/export/download-file';
import { personName } from '../../kit/people/person-name';
import { useText } from '../../kit/text/use-text';
import { useFactText } from './use-fact-text';

/** Gives a function that hands a finished audit to the browser as a CSV file: a line for each question, with what is to be done. */
export function useAuditExport(name: string, projectKey: string, people: AuditView['people']): (run: FinishedRun) => void {
  const t = useText();
  const factText = useFactText();
  return ({ answers, items, proposals, finished }) => {
    const itemOf = (questionId: QuestionId) => items.find((item) => item.questionId === questionId);
    const proposalOf = (questionId: QuestionId) => proposals.find((proposal) => proposal.questionId === questionId);
    const columns: readonly CsvColumn<QuestionId>[] = [
      { heading: t('audit.csv.handoff'), cell: () => name },
      { heading: t('audit.csv.question'), cell: (questionId) => t(`audit.question.${questionId}`) },
      {
        heading: t('audit.csv.answer'),
        cell: (questionId) => t(`audit.says.${answers.find((each) => each.questionId === questionId)?.says ?? 'nothing'}`),
      },
      {
        heading: t('audit.csv.known'),
        cell: (questionId) => {
          const proposal = proposalOf(questionId);
          return proposal === undefined ? null : `${t(`audit.suggests.${proposal.says}`)} ${factText(proposal)}`;
        },
      },
      { heading: t('audit.csv.todo'), cell: (questionId) => (itemOf(questionId) === undefined ? null : t(`audit.action.${questionId}`)) },
      { heading: t('audit.csv.effort'), cell: (questionId) => (itemOf(questionId) === undefined ? null : EFFORT_OF[questionId]) },
      {
        heading: t('audit.csv.owner'),
        cell: (questionId) => {
          const item = itemOf(questionId);
          return item === undefined ? null : personName(people, item.ownerId, t('common.formerUser'));
        },
      },
      { heading: t('audit.csv.due'), cell: (questionId) => itemOf(questionId)?.dueOn ?? null },
      { heading: t('audit.csv.done'), cell: (questionId) => itemOf(questionId)?.done?.at.slice(0, 10) ?? null },
      { heading: t('audit.csv.note'), cell: (questionId) => itemOf(questionId)?.note ?? null },
    ];
    downloadFile(`${projectKey}-audit-${finished.at.slice(0, 10)}.csv`, 'text/csv', toCsv(columns, QUESTION_IDS));
  };
}
