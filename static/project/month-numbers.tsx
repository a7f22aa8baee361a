import type { MonthInBrief } from '../../src/contract/project-home';
import { useSurface } from '../kit/surface/surface-context';
import { useText } from '../kit/text/use-text';
import { monthLines, type MonthLine } from './month-sentences';
import styles from './months-panel.module.css';

/** The month's numbers, a sentence each. */
export function MonthNumbers({ month }: { readonly month: MonthInBrief }) {
  return (
    <ul className={styles.lines}>
      {monthLines(month).map((line) => (
        <li key={line.id}>
          <Line line={line} />
        </li>
      ))}
    </ul>
  );
}

function Line({ line }: { readonly line: MonthLine }) {
  const t = useText();
  const { locale } = useSurface();
  const { digits = [], items = [] } = line;
  return (
    <>
      {t(line.phrase.key, line.phrase.vars)}
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
