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
            <TextButton onClick={() => document.getElementById(problem.fieldId)?.focus()}>{t(problem.key, problem.vars)}</TextButton>
          </li>
        ))}
      </ul>
    </Strip>
  );
}
