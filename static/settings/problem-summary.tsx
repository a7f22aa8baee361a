import { Strip } from '../kit/feedback/strip';
import { TextButton } from '../kit/layout/text-button';
import { useText } from '../kit/text/use-text';
import type { Problem } from './draft-problems';
import styles from './problem-summary.module.css';

/** What must be fixed before saving, each leading to its field. */
export function ProblemSummary({ problems }: { readonly problems: readonly Problem[] }) {
  const t = useText();
  if (problems.length === 0) return null;
  const title = t('settings.problems.title', { count: problems.length });
  return (
    <Strip tone="error" announced={title}>
      <p>{title}</p>
      <ul className={styles.list}>
        {problems.map((problem) => (
          <li key={`${problem.fieldId} ${problem.key}`}>
            <TextButton onClick={() => goTo(problem.fieldId)}>{t(problem.key, problem.vars)}</TextButton>
          </li>
        ))}
      </ul>
    </Strip>
  );
}

/** Focuses a field, after opening the folds it is in: what is folded away takes no focus. */
function goTo(fieldId: string): void {
  const field = document.getElementById(fieldId);
  for (let fold = field?.closest('details'); fold; fold = fold.parentElement?.closest('details')) fold.open = true;
  field?.focus();
}
