import type { MonthInBrief } from '../../../src/contract/project-home';
import type { Review } from '../../../src/domain/review/review';
import { rankMissed } from '../../../src/domain/metrics/rank-missed';
import { ratingsIn, ratingValues } from '../../../src/domain/metrics/rating-counts';
import type { HandoffType } from '../../../src/domain/type/handoff-type';
import { useSurface } from '../../kit/surface/surface-context';
import { useText } from '../../kit/text/use-text';
import { formatMoment } from '../../kit/time/format-moment';
import { useNow } from '../../kit/time/use-now';
import { MonthNumbers } from '../month-numbers';
import styles from './review.module.css';

interface ReviewNumbersProps {
  readonly numbers: Review['numbers'];
  readonly type: HandoffType;
}

/** The month's numbers as they were when the review was opened, in the sentences the page has for a month. */
export function ReviewNumbers({ numbers, type }: ReviewNumbersProps) {
  const t = useText();
  const reader = useSurface();
  const now = useNow();
  if (numbers === null) return <p className={styles.subtle}>{t('review.numbers.none')}</p>;
  return (
    <>
      <p className={styles.subtle}>{t('review.numbers.asOf', { time: formatMoment(numbers.asOf, now, reader) })}</p>
      <MonthNumbers month={toBrief(numbers, type)} />
    </>
  );
}

function toBrief(numbers: NonNullable<Review['numbers']>, type: HandoffType): MonthInBrief {
  const { typeId } = type;
  const { offered, cycleCalendar, ratings, acceptedUnchecked, letPass } = numbers;
  const returnedFor = numbers.returnedFor.map(({ id, times }) => ({ typeId, itemId: id, times }));
  return {
    month: numbers.month,
    handoffs: offered,
    decided: numbers.decided,
    acceptedFirstTime: numbers.acceptedFirstTime,
    returned: numbers.returned,
    returnedFor: rankMissed(returnedFor, [type]).slice(0, 3),
    medianWaitHours: cycleCalendar.p50,
    accepted: numbers.accepted,
    ...(acceptedUnchecked === 0 ? {} : { acceptedUnchecked }),
    ...(letPass === 0 ? {} : { letPass }),
    ratings: {
      count: ratings === undefined ? numbers.rated : ratingsIn(ratings),
      shown: ratings !== undefined,
      values: ratings === undefined ? [] : ratingValues(ratings),
    },
    mostMissed: null,
    passedWhilePaused: 0,
    wouldHaveBeenStopped: 0,
  };
}
