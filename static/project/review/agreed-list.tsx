import { useId, useState } from 'react';
import type { ReviewView } from '../../../src/contract/review';
import { agreedIn, doneInTime, isPastDue, type AgreedDecision } from '../../../src/domain/review/agreed';
import { ErrorStrip } from '../../kit/feedback/error-strip';
import { Fold } from '../../kit/layout/fold';
import { TextButton } from '../../kit/layout/text-button';
import { personName } from '../../kit/people/person-name';
import { useSurface } from '../../kit/surface/surface-context';
import { useText } from '../../kit/text/use-text';
import { formatDay } from '../../kit/time/format-day';
import { monthName } from '../../kit/time/month-name';
import { sayShare } from '../../kit/numbers/say-numbers';
import { useSay } from '../../kit/numbers/use-say';
import styles from './review.module.css';
import { useMarkDecision } from './use-mark-decision';

interface AgreedListProps {
  readonly view: ReviewView;
  readonly show: (view: ReviewView) => void;
}

const idOf = ({ finishedAt, place }: AgreedDecision): string => `${finishedAt} ${String(place)}`;
const isDone = ({ decision }: AgreedDecision): boolean => decision.done !== undefined;

/**
 * What earlier reviews decided: open first, what is due first at the top, and folded away what is done. What is marked here stays where it
 * is until the page is left. Nothing where nothing was ever decided.
 */
export function AgreedList({ view, show }: AgreedListProps) {
  const say = useSay();
  const headingId = useId();
  const { mark, may, error } = useMarkDecision(view, show);
  const [marked, setMarked] = useState<ReadonlySet<string>>(new Set());
  const { t } = say;
  const agreed = agreedIn(view.past);
  if (agreed.length === 0) return null;
  const open = agreed.filter((each) => !isDone(each)).length;
  const stays = agreed.filter((each) => !isDone(each) || marked.has(idOf(each)));
  const folded = agreed.filter((each) => !stays.includes(each)).toReversed();
  const inTime = doneInTime(view.past, view.today);
  const list = (decisions: readonly AgreedDecision[]) => (
    <ul className={styles.list}>
      {decisions.map((each) => (
        <li key={idOf(each)}>
          <AgreedLine
            agreed={each}
            view={view}
            {...(may(each)
              ? {
                  onMark: () => {
                    const { finishedAt, place } = each;
                    setMarked((before) => new Set([...before, idOf(each)]));
                    mark({ finishedAt, place, done: !isDone(each) });
                  },
                }
              : {})}
          />
        </li>
      ))}
    </ul>
  );
  return (
    <section className={styles.part} aria-labelledby={headingId}>
      <h3 id={headingId} className={styles.title}>
        {t(open === 0 ? 'review.agreed.none' : 'review.agreed', { count: open })}
      </h3>
      {stays.length > 0 && list(stays)}
      <ErrorStrip error={error} />
      {folded.length > 0 && <Fold summary={t('review.agreed.folded', { count: folded.length })}>{list(folded)}</Fold>}
      {inTime.n > 0 && <p className={styles.subtle}>{t('review.agreed.inTime', { share: sayShare(say, inTime) })}</p>}
    </section>
  );
}

interface AgreedLineProps {
  readonly agreed: AgreedDecision;
  readonly view: ReviewView;
  /** Absent where the reader may not. */
  readonly onMark?: () => void;
}

function AgreedLine({ agreed: { decision, month }, view, onMark }: AgreedLineProps) {
  const t = useText();
  const { locale } = useSurface();
  const { text, ownerId, dueOn, done } = decision;
  const state = done !== undefined ? 'done' : isPastDue(decision, view.today) ? 'late' : 'until';
  const vars = {
    name: personName(view.people, ownerId, t('common.formerUser')),
    day: formatDay(done?.at.slice(0, 10) ?? dueOn, locale),
    month: monthName(month, locale),
  };
  const action = done === undefined ? 'mark' : 'reopen';
  return (
    <>
      {text} <span className={styles.subtle}>{t(`review.agreed.${state}`, vars)}</span>
      {onMark !== undefined && (
        <>
          {' '}
          <TextButton label={t(`review.agreed.${action}Label`, { text })} onClick={onMark}>
            {t(`review.agreed.${action}`)}
          </TextButton>
        </>
      )}
    </>
  );
}
