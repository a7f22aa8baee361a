import type { AuditView } from '../../../src/contract/audit';
import type { FinishedRun, ItemPlace } from '../../../src/domain/ten-questions/audit-content';
import { EFFORT_OF } from '../../../src/domain/ten-questions/question';
import { TextButton } from '../../kit/layout/text-button';
import { PersonChip } from '../../kit/people/person-chip';
import { useSurface } from '../../kit/surface/surface-context';
import { useText } from '../../kit/text/use-text';
import { formatDay } from '../../kit/time/format-day';
import styles from './audit.module.css';

/** What is to be done after one audit. */
export interface TodoTableProps {
  readonly run: FinishedRun;
  readonly people: AuditView['people'];
  readonly onMark: (mark: ItemPlace & { readonly done: boolean }) => void;
}

/** What is to be done, the simplest first, each until somebody marks it done; nothing where there is nothing. */
export function TodoTable({ run: { items, finished }, people, onMark }: TodoTableProps) {
  const t = useText();
  const { locale } = useSurface();
  if (items.length === 0) return null;
  return (
    <ol className={styles.todos} aria-label={t('audit.todo.title')}>
      {items.map(({ questionId, ownerId, dueOn, note, done }) => {
        const action = done === undefined ? 'mark' : 'reopen';
        const text = t(`audit.action.${questionId}`);
        return (
          <li key={questionId} className={styles.todo}>
            <span className={styles.todoWords}>
              {text}
              {note !== '' && <span className={styles.subtle}>{note}</span>}
            </span>
            <span className={styles.todoFacts}>
              <PersonChip person={people[ownerId] ?? null} />
              <span className={styles.subtle}>
                {done === undefined
                  ? t('audit.todo.facts', { day: formatDay(dueOn, locale), effort: t(`audit.effort.${EFFORT_OF[questionId]}`) })
                  : t('audit.todo.done', { day: formatDay(done.at.slice(0, 10), locale) })}
              </span>
              <TextButton
                label={t(`review.agreed.${action}Label`, { text })}
                onClick={() => onMark({ finishedAt: finished.at, questionId, done: done === undefined })}
              >
                {t(`review.agreed.${action}`)}
              </TextButton>
            </span>
          </li>
        );
      })}
    </ol>
  );
}
