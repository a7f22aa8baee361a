import type { AuditView } from '../../../src/contract/audit';
import type { ActionItem } from '../../../src/domain/ten-questions/audit-run';
import { EFFORT_OF } from '../../../src/domain/ten-questions/question';
import { PersonChip } from '../../kit/people/person-chip';
import { useSurface } from '../../kit/surface/surface-context';
import { useText } from '../../kit/text/use-text';
import { formatDay } from '../../kit/time/format-day';
import styles from './audit.module.css';

/** What is to be done, the simplest first; nothing where there is nothing. */
export function TodoTable({ items, people }: { readonly items: readonly ActionItem[]; readonly people: AuditView['people'] }) {
  const t = useText();
  const { locale } = useSurface();
  if (items.length === 0) return null;
  return (
    <ol className={styles.todos} aria-label={t('audit.todo.title')}>
      {items.map(({ questionId, ownerId, dueOn, note }) => (
        <li key={questionId} className={styles.todo}>
          <span className={styles.todoWords}>
            {t(`audit.action.${questionId}`)}
            {note !== '' && <span className={styles.subtle}>{note}</span>}
          </span>
          <span className={styles.todoFacts}>
            <PersonChip person={people[ownerId] ?? null} />
            <span className={styles.subtle}>
              {t('audit.todo.facts', { day: formatDay(dueOn, locale), effort: t(`audit.effort.${EFFORT_OF[questionId]}`) })}
            </span>
          </span>
        </li>
      ))}
    </ol>
  );
}
