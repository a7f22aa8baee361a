import { useContext, useId } from 'react';
import type { ProjectHome } from '../../../src/contract/project-home';
import type { ReviewLine } from '../../../src/contract/review';
import { reviewStanding } from '../../../src/domain/review/review-due';
import { TextButton } from '../../kit/layout/text-button';
import { personName } from '../../kit/people/person-name';
import { useSurface } from '../../kit/surface/surface-context';
import { useText } from '../../kit/text/use-text';
import { formatDay } from '../../kit/time/format-day';
import { monthName } from '../../kit/time/month-name';
import { OpenReviewContext } from './open-review-context';
import styles from './review-lines.module.css';

interface ReviewLinesProps {
  readonly lines: readonly ReviewLine[];
  readonly people: ProjectHome['people'];
}

/** One line for each type with reviews: how its last month stands, and the way to it. */
export default function ReviewLines({ lines, people }: ReviewLinesProps) {
  const t = useText();
  const headingId = useId();
  return (
    <section aria-labelledby={headingId} className={styles.section}>
      <h2 id={headingId} className={styles.title}>
        {t('review.title')}
      </h2>
      <ul className={styles.lines}>
        {lines.map((line) => (
          <li key={line.typeId}>
            <Line line={line} people={people} />
          </li>
        ))}
      </ul>
    </section>
  );
}

function Line({ line, people }: { readonly line: ReviewLine; readonly people: ProjectHome['people'] }) {
  const t = useText();
  const { locale } = useSurface();
  const { open } = useContext(OpenReviewContext);
  const { month, state, due } = reviewStanding(line);
  const { typeId, typeName: type, reviewed, stillOpen } = line;
  const names = { type, month: monthName(month, locale) };
  const text =
    state === 'reviewed' && reviewed !== null
      ? t('review.line.reviewed', {
          ...names,
          day: formatDay(reviewed.at.slice(0, 10), locale),
          name: personName(people, reviewed.by, t('common.formerUser')),
        })
      : t(state === 'open' ? 'review.line.open' : 'review.line.notYet', names);
  return (
    <>
      {text}{' '}
      {due !== null && (
        <span className={due.isOverdue ? styles.overdue : styles.due}>
          {t(due.isOverdue ? 'review.line.overdue' : 'review.line.due', { day: formatDay(due.dueOn, locale) })}{' '}
        </span>
      )}
      {stillOpen !== undefined && <span className={styles.due}>{t('review.line.stillOpen', { count: stillOpen })} </span>}
      <TextButton onClick={() => open(typeId)} label={t('review.line.actionOf', { type })}>
        {t(state === 'reviewed' ? 'review.line.look' : 'review.line.action')}
      </TextButton>
    </>
  );
}
