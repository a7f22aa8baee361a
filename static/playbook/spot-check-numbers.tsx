import type { SpotCheckView } from '../../src/contract/spot-check';
import { checksToFindOne, upperWhereNone } from '../../src/domain/metrics/none-found';
import { wilson } from '../../src/domain/metrics/wilson';
import { useSurface } from '../kit/surface/surface-context';
import { useText } from '../kit/text/use-text';
import styles from './playbook.module.css';

/** What so many checks are meant to find: one handoff in ten. */
const WANTED_SHARE = 0.1;

/** What was found so far, never without how many were checked (M16). */
export function SpotCheckNumbers({ numbers }: Pick<SpotCheckView, 'numbers'>) {
  const t = useText();
  const { locale } = useSurface();
  const percent = (share: number): string => (share * 100).toLocaleString(locale, { maximumFractionDigits: 1 });
  const { checked, defects, evidence } = numbers;
  const range = wilson(defects, checked);
  const needed = checksToFindOne(WANTED_SHARE);
  return (
    <>
      {range !== null && (
        <p>
          {defects === 0
            ? t('playbook.spot.noDefect', { count: checked, upper: percent(upperWhereNone(checked)) })
            : t('playbook.spot.defects', {
                ...{ k: defects, n: checked, value: percent(defects / checked) },
                ...{ lower: percent(range.lower), upper: percent(range.upper) },
              })}{' '}
          {evidence.n > 0 && t('playbook.spot.evidence', evidence)}
        </p>
      )}
      {defects === 0 && checked < needed && <p className={styles.quiet}>{t('playbook.spot.needed', { count: needed })}</p>}
    </>
  );
}
