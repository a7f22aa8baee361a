import type { ReactNode } from 'react';
import type { MonthInBrief } from '../../src/contract/project-home';
import { useSurface } from '../kit/surface/surface-context';
import { useText } from '../kit/text/use-text';
import { useBehind } from './behind/use-behind';
import { monthLines, type MonthLine } from './month-sentences';
import styles from './months-panel.module.css';

interface MonthNumbersProps {
  readonly month: MonthInBrief;
  /** Lets the reader ask which work items they are made of; absent for numbers that were kept as they were. */
  readonly projectKey?: string;
}

/** The month's numbers, a sentence each. */
export function MonthNumbers({ month, projectKey }: MonthNumbersProps) {
  const t = useText();
  const behind = useBehind({ projectKey: projectKey ?? '', typeId: null, month: month.month, asOf: null });
  return (
    <ul className={styles.lines}>
      {monthLines(month).map((line) => (
        <li key={line.id}>
          <Line
            line={line}
            after={projectKey !== undefined && line.behind !== undefined && behind.ask(line.behind, t(`behind.of.${line.behind}`))}
          />
          {line.behind !== undefined && line.behind === behind.asked && behind.list}
        </li>
      ))}
    </ul>
  );
}

function Line({ line, after }: { readonly line: MonthLine; readonly after: ReactNode }) {
  const t = useText();
  const { locale } = useSurface();
  const { digits = [], items = [] } = line;
  return (
    <>
      {t(line.phrase.key, line.phrase.vars)} {after}
      {items.length > 0 && (
        <p className={styles.returnedFor}>
          {t('project.month.returnedForList', {
            items: new Intl.ListFormat(locale).format(items.map(({ title, times }) => t('project.month.returnedFor', { title, times }))),
          })}
        </p>
      )}
      {digits.length > 0 && (
        <ul className={styles.digits}>
          {digits.map((digit, index) => (
            <li key={index}>{digit}</li>
          ))}
        </ul>
      )}
    </>
  );
}
