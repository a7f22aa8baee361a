import type { Difference } from '../../../src/domain/type/compare-versions';
import { useText } from '../../kit/text/use-text';
import { ASPECT_NAMES } from './aspect-names';
import styles from './compare.module.css';
import { useValueWords, type Names } from './use-value-words';

interface DifferencesTableProps {
  readonly differences: readonly Difference[];
  /** What the two columns are called, for example `Version 2`. */
  readonly heads: readonly [before: string, after: string];
  readonly names: Names;
}

/** In what two versions differ: how many things, then each with what it was and what it is. */
export function DifferencesTable({ differences, heads, names }: DifferencesTableProps) {
  const t = useText();
  const words = useValueWords(names);
  if (differences.length === 0) return <p>{t('settings.compare.same')}</p>;
  return (
    <table className={styles.table}>
      <caption className={styles.caption}>{t('settings.compare.count', { count: differences.length })}</caption>
      <thead>
        <tr>
          <th scope="col">{t('settings.compare.what')}</th>
          {heads.map((head) => (
            <th key={head} scope="col">
              {head}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {differences.map(({ part, title, aspect, before, after }) => (
          <tr key={`${part} ${title} ${aspect}`}>
            <th scope="row">
              {part === 'type' ? (
                t(ASPECT_NAMES[aspect])
              ) : (
                <>
                  {t(`settings.compare.${part}`, { title })}
                  <span className={styles.aspect}>{t(ASPECT_NAMES[aspect])}</span>
                </>
              )}
            </th>
            <td>{words(aspect, before)}</td>
            <td>{words(aspect, after)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
