import type { ReviewView } from '../../../src/contract/review';
import type { Review } from '../../../src/domain/review/review';
import { Strip } from '../../kit/feedback/strip';
import { personName } from '../../kit/people/person-name';
import { useSurface } from '../../kit/surface/surface-context';
import { useText } from '../../kit/text/use-text';
import { formatDay } from '../../kit/time/format-day';
import { monthName } from '../../kit/time/month-name';
import { ReviewNumbers } from './review-numbers';
import styles from './review.module.css';

/** What every review begins with: which month, who opened it, what made them, and the numbers as they were. */
export function ReviewHead({ review, view }: { readonly review: Review; readonly view: ReviewView }) {
  const t = useText();
  const { locale } = useSurface();
  const nameOf = (accountId: string): string => personName(view.people, accountId, t('common.formerUser'));
  const { opened, invited, signals } = review;
  const names = new Intl.ListFormat(locale).format(invited.map(({ accountId }) => nameOf(accountId)));
  return (
    <>
      <div className={styles.intro}>
        <h3 className={styles.title}>{monthName(review.month, locale)}</h3>
        <p className={styles.subtle}>
          {t('review.openedBy', { name: nameOf(opened.by), day: formatDay(opened.at.slice(0, 10), locale) })}{' '}
          {names !== '' && t('review.invited', { names })}
        </p>
      </div>
      {signals.length > 0 && (
        <Strip tone="information">
          {t('review.signals')}
          <ul className={styles.list}>
            {signals.map(({ key, count, name = '', at }) => (
              <li key={`${key} ${at}`}>{t(key, { name, ...(count === undefined ? {} : { count: Number(count) }) })}</li>
            ))}
          </ul>
        </Strip>
      )}
      <section className={styles.part}>
        <h4 className={styles.partTitle}>{t('review.numbers')}</h4>
        <ReviewNumbers numbers={review.numbers} type={view.type} />
      </section>
    </>
  );
}
